package org.iltlib.exchange.casenetwork;

/** Days and moments as the standard has them: {@code full-date} and {@code date-time} of RFC 3339. */
final class Moments {
    private static final int DAY = 10;
    private static final int LONGEST = 64;
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Moments() {}

    static boolean isDay(String text) {
        byte[] bytes = bytes(text);
        return isDay(bytes, 0, bytes.length);
    }

    static boolean isMoment(String text) {
        byte[] bytes = bytes(text);
        return isMoment(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return bytes(text.toCharArray(), 0, text.length());
    }

    /** The characters as bytes; nothing if there are too many, or others than a moment has. */
    static byte[] bytes(char[] text, int start, int length) {
        byte[] bytes = new byte[length > LONGEST ? 0 : length];
        for (int i = 0; i < bytes.length; i++) {
            char c = text[start + i];
            bytes[i] = (byte) (c < 128 ? c : 0);
        }
        return bytes;
    }

    static boolean isDay(byte[] text, int start, int length) {
        if (length != DAY || text[start + 4] != '-' || text[start + 7] != '-') {
            return false;
        }
        int year = number(text, start, 4);
        int month = number(text, start + 5, 2);
        int day = number(text, start + 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= LENGTHS[month - 1] + (leap ? 1 : 0);
    }

    static boolean isMoment(byte[] text, int start, int length) {
        if (length < DAY + 10 || !isDay(text, start, DAY) || text[start + DAY] != 'T') {
            return false;
        }
        int at = start + DAY + 1;
        int end = start + length;
        if (!isTime(text, at) || text[at + 5] != ':' || !isBelow(text, at + 6, 61)) {
            return false;
        }
        at += 8;
        if (text[at] == '.') {
            int first = ++at;
            while (at < end && text[at] >= '0' && text[at] <= '9') {
                at++;
            }
            if (at == first || at == end) {
                return false;
            }
        }
        if (text[at] == 'Z') {
            return at + 1 == end;
        }
        return (text[at] == '+' || text[at] == '-') && at + 6 == end && isTime(text, at + 1);
    }

    /** Whether hours and minutes stand there. */
    private static boolean isTime(byte[] text, int at) {
        return isBelow(text, at, 24) && text[at + 2] == ':' && isBelow(text, at + 3, 60);
    }

    private static boolean isBelow(byte[] text, int at, int most) {
        int number = number(text, at, 2);
        return number >= 0 && number < most;
    }

    private static int number(byte[] text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}

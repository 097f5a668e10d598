package org.iltlib.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest (FIPS 180-4). Immutable; holds the 32 bytes themselves, so that many take little room. */
public final class Digest {
    /** The written form: 64 lower-case hexadecimal digits. */
    public static final Form<Digest> FORM = Forms.id(Digest::hex, Digest::of);

    /** What the first entry of a record has for its predecessor's digest: 64 zeros. */
    public static final Digest NONE = new Digest(0, 0, 0, 0);

    /** How many bytes a digest has. */
    static final int BYTES = 32;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] VALUES = values();

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    private Digest(long first, long second, long third, long fourth) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    private static byte[] values() {
        byte[] values = new byte['f' + 1];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < 16; i++) {
            values[Character.forDigit(i, 16)] = (byte) i;
        }
        return values;
    }

    /**
     * The digest with these digits.
     *
     * @throws IllegalArgumentException if these are not 64 hexadecimal digits in lower case
     */
    public static Digest of(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("digest is \"" + shortened(hex) + "\" of " + hex.length()
                    + " characters. Expected 64 hexadecimal digits in lower case.");
        }
        return new Digest(word(hex, 0), word(hex, 16), word(hex, 32), word(hex, 48));
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static long word(String hex, int from) {
        long word = 0;
        for (int i = from; i < from + 16; i++) {
            char c = hex.charAt(i);
            int value = c <= 'f' ? VALUES[c] : -1;
            Checks.require(value >= 0, "digest is \"%s\". Expected 64 hexadecimal digits in lower case.", hex);
            word = (word << 4) | value;
        }
        return word;
    }

    /** The digest of these bytes. */
    public static Digest ofBytes(byte[] bytes) {
        return ofSum(sha256().digest(bytes));
    }

    /** The digest of the text in UTF-8. */
    public static Digest ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest that consists of the first 32 of these bytes. */
    static Digest ofSum(byte[] sum) {
        return new Digest(word(sum, 0), word(sum, 8), word(sum, 16), word(sum, 24));
    }

    private static long word(byte[] bytes, int from) {
        return (long) WORDS.get(bytes, from);
    }

    /** Whether the first 32 of these bytes are this digest. */
    boolean isSum(byte[] sum) {
        return word(sum, 0) == first && word(sum, 8) == second && word(sum, 16) == third && word(sum, 24) == fourth;
    }

    /** Writes the 64 digits in ASCII. */
    void writeHex(byte[] into, int from) {
        write(first, into, from);
        write(second, into, from + 16);
        write(third, into, from + 32);
        write(fourth, into, from + 48);
    }

    private static void write(long word, byte[] into, int from) {
        WORDS.set(into, from, digits(word >>> 32));
        WORDS.set(into, from + 8, digits(word & 0xFFFF_FFFFL));
    }

    /** The eight digits of 32 bits, one a byte: spreads the half bytes, and adds 39 to those that are letters. */
    private static long digits(long half) {
        long spread = (half | (half << 16)) & 0x0000_FFFF_0000_FFFFL;
        spread = (spread | (spread << 8)) & 0x00FF_00FF_00FF_00FFL;
        spread = (spread | (spread << 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
        long letters = ((spread + 0x0606_0606_0606_0606L) >>> 4) & 0x0101_0101_0101_0101L;
        return spread + 0x3030_3030_3030_3030L + letters * ('a' - '0' - 10);
    }

    /** The first 64 of its bits, as good as random. */
    long prefix() {
        return first;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        byte[] digits = new byte[2 * BYTES];
        writeHex(digits, 0);
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest
                && digest.first == first
                && digest.second == second
                && digest.third == third
                && digest.fourth == fourth;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    /** The digits. */
    @Override
    public String toString() {
        return hex();
    }
}

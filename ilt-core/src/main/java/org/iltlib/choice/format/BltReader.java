package org.iltlib.choice.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;

/** One reading of a BLT file. */
final class BltReader {
    private final ByteScanner scanner;
    private final Map<String, Integer> nicknames = new HashMap<>();
    private final List<Integer> withdrawn = new ArrayList<>();
    private final List<Integer> tieOrder = new ArrayList<>();
    private final PlainLine plain = new PlainLine();
    private int[] entries = new int[32];
    private int n;

    BltReader(ByteScanner scanner) {
        this.scanner = scanner;
    }

    RankedElection read() throws IOException {
        if (peek() < 0) {
            throw new FormatException(1, "The file is empty.");
        }
        long alternatives = scanner.number("the number of alternatives");
        if (alternatives < 1 || alternatives > Profile.MOST_ALTERNATIVES) {
            throw new FormatException(
                    scanner.line(), alternatives + " alternatives. Expected 1 to " + Profile.MOST_ALTERNATIVES + ".");
        }
        n = (int) alternatives;
        peek();
        long seats = scanner.number("the number of seats");
        if (seats > n) {
            throw new FormatException(scanner.line(), seats + " seats for " + n + " alternatives.");
        }
        int c = peek();
        while (c == '-' || c == '[') {
            option();
            c = peek();
        }
        // Names come last, so ballots are kept under numbers first.
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            numbers.add(String.valueOf(i));
        }
        Profile.Builder builder = Profile.builder(numbers);
        while (ballot(builder)) {
            // each call takes one ballot
        }
        List<String> names = new ArrayList<>();
        Set<String> distinct = new HashSet<>();
        for (c = peek(); c == '"'; c = peek()) {
            int line = scanner.line();
            String name = quoted().replaceAll("\\R+", " ");
            if (names.size() < n && !distinct.add(name)) {
                throw new FormatException(
                        line, "The name \"" + name + "\" stands twice. Expected a name of its own for each.");
            }
            names.add(name);
        }
        if (c >= 0) {
            throw scanner.expected("a name in quotes", c);
        }
        if (names.size() < n && !names.isEmpty()) {
            throw new FormatException(scanner.line(), names.size() + " names for " + n + " alternatives.");
        }
        if (withdrawn.stream().distinct().count() == n) {
            throw new FormatException(0, "All " + n + " alternatives have withdrawn, so nobody can win.");
        }
        return RankedElection.builder()
                .title(names.size() > n ? names.get(n) : "")
                .profile(builder.build(names.isEmpty() ? numbers : names.subList(0, n)))
                .seats((int) seats)
                .withdrawn(withdrawn.stream().distinct().sorted().toList())
                .tieOrder(tieOrder)
                .build();
    }

    /** Passes white space and comments; returns the byte after them, or −1. */
    private int peek() throws IOException {
        int c = scanner.peekInLine();
        while (c == '\n' || c == '#') {
            if (c == '#') {
                scanner.restOfLine();
            } else {
                scanner.take();
            }
            c = scanner.peekInLine();
        }
        return c;
    }

    private void option() throws IOException {
        int line = scanner.line();
        if (scanner.peek() == '-') {
            scanner.take();
            withdrawn.add(alternative(scanner.number("an alternative")));
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int c = scanner.peek(); c != ']'; c = scanner.peek()) {
            if (c < 0) {
                throw new FormatException(line, "An option opens with '[' and does not end.");
            }
            text.append((char) c);
            scanner.take();
        }
        scanner.take();
        String[] words = text.substring(1).strip().split("\\s+");
        List<String> rest = Arrays.asList(words).subList(1, words.length);
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "nick" -> {
                for (String word : rest) {
                    nicknames.put(word, nicknames.size());
                }
                if (nicknames.size() != n) {
                    throw new FormatException(line, nicknames.size() + " nicknames for " + n + " alternatives.");
                }
            }
            case "withdrawn" -> rest.forEach(word -> withdrawn.add(alternative(word)));
            case "tie" -> rest.forEach(word -> tieOrder.add(alternative(word)));
            default -> {
                // other options belong to other programs
            }
        }
    }

    private boolean ballot(Profile.Builder builder) throws IOException {
        int c = peek();
        int line = scanner.line();
        if (plain.takeBlt(scanner, n)) {
            add(builder, plain.entries, plain.length, plain.count, line);
            return true;
        }
        Rational fraction = Rational.ONE;
        long weight = 1;
        boolean whole = true;
        if (c == '(') {
            while (c != ')') {
                if (c < 0) {
                    throw new FormatException(line, "A ballot id opens with '(' and does not end.");
                }
                scanner.take();
                c = scanner.peek();
            }
            scanner.take();
        } else {
            if (c < 0) {
                throw new FormatException(line, "The file ends before the line 0 that ends the ballots.");
            }
            weight = scanner.number("the weight of a ballot, or 0");
            c = scanner.peek();
            if (c == '.' || c == '/') {
                String word = weight + word();
                try {
                    fraction = Rational.parse(word);
                } catch (IllegalArgumentException e) {
                    throw new FormatException(line, String.valueOf(e.getMessage()), e);
                }
                whole = false;
            } else if (weight == 0) {
                return false;
            }
        }
        int length = preferences();
        if (whole) {
            add(builder, entries, length, weight, line);
            return true;
        }
        try {
            builder.add(ranking(length), fraction);
        } catch (IllegalArgumentException e) {
            throw new FormatException(line, String.valueOf(e.getMessage()), e);
        }
        return true;
    }

    private static void add(Profile.Builder builder, int[] entries, int length, long weight, int line) {
        try {
            builder.addWhole(entries, length, weight);
        } catch (IllegalArgumentException e) {
            throw new FormatException(line, String.valueOf(e.getMessage()), e);
        }
    }

    /** Takes the preferences of a ballot and its 0; returns the number of entries. */
    private int preferences() throws IOException {
        int length = 0;
        int rankStart = 0;
        boolean tied = false;
        while (true) {
            int c = peek();
            if (c < 0) {
                throw new FormatException(scanner.line(), "The file ends within a ballot. Expected 0 at its end.");
            }
            int entry;
            if (c >= '0' && c <= '9') {
                long number = scanner.number("an alternative");
                if (number == 0 && !tied) {
                    return length;
                }
                entry = alternative(number);
            } else if (c == '-') {
                scanner.take();
                entry = -1;
            } else {
                entry = alternative(word());
            }
            if (length == entries.length) {
                entries = Arrays.copyOf(entries, length * 2);
            }
            if (!tied) {
                rankStart = length;
            }
            entries[length++] = entry;
            tied = scanner.peek() == '=';
            if (tied) {
                scanner.take();
            } else if (length - rankStart > 1) {
                Arrays.sort(entries, rankStart, length);
                for (int i = rankStart + 1; i < length; i++) {
                    entries[i] = -2 - entries[i];
                }
            }
        }
    }

    private Ranking ranking(int length) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (entries[i] >= -1) {
                ranks.add(new ArrayList<>());
            }
            if (entries[i] != -1) {
                ranks.get(ranks.size() - 1).add(entries[i] >= 0 ? entries[i] : -2 - entries[i]);
            }
        }
        return new Ranking(ranks);
    }

    private int alternative(long number) {
        if (number < 1 || number > n) {
            throw new FormatException(
                    scanner.line(), "There is no alternative " + number + ". Expected 1 to " + n + ".");
        }
        return (int) number - 1;
    }

    private int alternative(String word) {
        Integer nickname = nicknames.get(word);
        if (nickname != null) {
            return nickname;
        }
        try {
            return alternative(Long.parseLong(word));
        } catch (NumberFormatException e) {
            throw new FormatException(scanner.line(), "There is no alternative \"" + word + "\".", e);
        }
    }

    private String word() throws IOException {
        StringBuilder word = new StringBuilder();
        for (int c = scanner.peek(); c > ' ' && c != '='; c = scanner.peek()) {
            word.append((char) c);
            scanner.take();
        }
        return word.toString();
    }

    private String quoted() throws IOException {
        int line = scanner.line();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        scanner.take();
        while (true) {
            int c = scanner.peek();
            if (c < 0) {
                throw new FormatException(line, "A name opens with '\"' and does not end.");
            }
            scanner.take();
            if (c == '\\' && (scanner.peek() == '"' || scanner.peek() == '\\')) {
                c = scanner.peek();
                scanner.take();
            } else if (c == '"') {
                if (scanner.peek() != '"') {
                    return text.toString(StandardCharsets.UTF_8);
                }
                scanner.take();
            }
            text.write(c);
        }
    }
}

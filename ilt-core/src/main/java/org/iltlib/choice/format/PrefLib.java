package org.iltlib.choice.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;

/**
 * PrefLib files: strict or tied, complete or incomplete orders ({@code soc}, {@code soi}, {@code toc}, {@code toi}) and
 * categories ({@code cat}), in UTF-8.
 *
 * <p>The header's keys are {@code # KEY: value}; its numbers are checked against the ballots. The older layout without
 * them is read and never written. Equal orders on several lines are merged. Reading takes one pass.
 *
 * <p>Source: N. Mattei and T. Walsh, PrefLib: a library of preference data, doi 10.1007/978-3-642-41575-3_20.
 */
public final class PrefLib {
    private static final int MOST_CATEGORIES = 1_000_000;

    private PrefLib() {}

    /**
     * Reads orders.
     *
     * @throws FormatException if the file is broken, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public static RankedElection read(InputStream in) {
        return trouble(in, PrefLib::orders);
    }

    /**
     * Reads categories as grades: of c categories the first is grade c − 1, the last 0; an alternative in none has no
     * grade.
     *
     * @throws FormatException if the file is broken, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public static GradeProfile readCategories(InputStream in) {
        return trouble(in, PrefLib::categories);
    }

    private interface Reading<T> {
        T of(ByteScanner scanner) throws IOException;
    }

    private static <T> T trouble(InputStream in, Reading<T> reading) {
        try {
            return reading.of(new ByteScanner(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RankedElection orders(ByteScanner scanner) throws IOException {
        Header header = Header.read(scanner);
        List<String> names = header.names();
        Profile.Builder builder = Profile.builder(names);
        OrderLines lines = new OrderLines(scanner, header.old ? ',' : ':');
        long voters = 0;
        long orders = 0;
        int line = scanner.line();
        try {
            for (line = next(scanner, lines); line > 0; line = next(scanner, lines)) {
                checkType(header.type, lines, names.size(), line);
                builder.addEntries(lines.entries, lines.length, lines.count);
                voters = Math.addExact(voters, lines.count);
                orders++;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new FormatException(scanner.line(), String.valueOf(e.getMessage()), e);
        }
        header.check("NUMBER VOTERS", voters);
        header.check("NUMBER UNIQUE ORDERS", orders);
        return RankedElection.of(header.title, builder.build());
    }

    /** The line of the order read, or 0 at the end. */
    private static int next(ByteScanner scanner, OrderLines lines) throws IOException {
        return lines.next() ? scanner.line() : 0;
    }

    private static void checkType(String type, OrderLines lines, int n, int line) {
        if (lines.tied && type.startsWith("so")) {
            throw new FormatException(line, "A tie in a file of type " + type + ". Maybe its type is toc or toi.");
        }
        if (lines.length < n && type.endsWith("oc")) {
            throw new FormatException(
                    line,
                    "An order of " + lines.length + " of " + n + " alternatives in a file of type " + type
                            + ". Maybe its type is soi or toi.");
        }
    }

    private static GradeProfile categories(ByteScanner scanner) throws IOException {
        Header header = Header.read(scanner);
        long stated = header.number("NUMBER CATEGORIES", 2);
        if (stated < 1 || stated > MOST_CATEGORIES) {
            throw new FormatException(0, stated + " categories. Expected 1 to " + MOST_CATEGORIES + ".");
        }
        int categories = (int) stated;
        GradeProfile.Builder builder = GradeProfile.builder(header.names(), Math.max(1, categories - 1));
        OrderLines lines = new OrderLines(scanner, header.old ? ',' : ':');
        int n = header.names().size();
        long voters = 0;
        while (lines.next()) {
            int[] grades = new int[n];
            Arrays.fill(grades, -1);
            int category = -1;
            for (int i = 0; i < lines.length; i++) {
                int entry = lines.entries[i];
                category += entry >= -1 ? 1 : 0;
                int alternative = entry >= 0 ? entry : -2 - entry;
                if (category >= Math.max(2, categories) || alternative >= n) {
                    throw new FormatException(
                            scanner.line(), "There are more categories or alternatives than the header says.");
                }
                if (entry != -1 && grades[alternative] >= 0) {
                    throw new FormatException(scanner.line(), "Alternative " + (alternative + 1) + " stands twice.");
                }
                if (entry != -1) {
                    grades[alternative] = Math.max(1, categories - 1) - category;
                }
            }
            try {
                builder.add(lines.count, grades);
            } catch (IllegalArgumentException e) {
                throw new FormatException(scanner.line(), String.valueOf(e.getMessage()), e);
            }
            voters += lines.count;
        }
        header.check("NUMBER VOTERS", voters);
        return builder.build();
    }

    /**
     * Writes orders: heaviest first, else as in the profile. Blank ballots and skipped ranks have no place in this
     * format and are left out.
     *
     * @throws IllegalArgumentException if a weight is not a whole number of ballots
     */
    public static String write(RankedElection election) {
        Profile profile = election.profile();
        Map<String, Long> orders = new LinkedHashMap<>();
        boolean tied = false;
        boolean complete = true;
        long voters = 0;
        for (int b = 0; b < profile.distinct(); b++) {
            Checks.require(
                    profile.weight(b) % profile.scale() == 0,
                    "A ballot weighs %s. Expected whole ballots.",
                    profile.inBallots(profile.weight(b)));
            Ranking ranking = profile.ranking(b);
            List<String> groups = new ArrayList<>();
            int listed = 0;
            for (List<Integer> rank : ranking.ranks()) {
                List<String> numbers =
                        rank.stream().map(x -> String.valueOf(x + 1)).toList();
                if (rank.size() == 1) {
                    groups.add(numbers.get(0));
                } else if (rank.size() > 1) {
                    groups.add("{" + String.join(", ", numbers) + "}");
                    tied = true;
                }
                listed += rank.size();
            }
            complete &= listed == profile.size();
            orders.merge(String.join(", ", groups), profile.weight(b) / profile.scale(), Long::sum);
            voters += profile.weight(b) / profile.scale();
        }
        StringBuilder text = new StringBuilder();
        text.append("# TITLE: ").append(election.title()).append('\n');
        text.append("# DATA TYPE: ")
                .append(tied ? "to" : "so")
                .append(complete ? "c" : "i")
                .append('\n');
        text.append("# NUMBER ALTERNATIVES: ").append(profile.size()).append('\n');
        text.append("# NUMBER VOTERS: ").append(voters).append('\n');
        text.append("# NUMBER UNIQUE ORDERS: ").append(orders.size()).append('\n');
        for (int x = 0; x < profile.size(); x++) {
            text.append("# ALTERNATIVE NAME ").append(x + 1).append(": ");
            text.append(profile.alternatives().get(x)).append('\n');
        }
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(orders.entrySet());
        sorted.sort(Collections.reverseOrder(Map.Entry.comparingByValue()));
        sorted.forEach(entry -> text.append(entry.getValue())
                .append(": ")
                .append(entry.getKey())
                .append('\n'));
        return text.toString();
    }

    /**
     * Writes grades as categories, the highest grade as the first; alternatives without a grade are left out.
     * {@link #readCategories} reads the same grades back.
     */
    public static String writeCategories(String title, GradeProfile profile) {
        StringBuilder text = new StringBuilder();
        text.append("# TITLE: ").append(title).append("\n# DATA TYPE: cat\n");
        text.append("# NUMBER ALTERNATIVES: ").append(profile.size()).append('\n');
        text.append("# NUMBER VOTERS: ").append(profile.totalWeight()).append('\n');
        text.append("# NUMBER CATEGORIES: ").append(profile.highest() + 1).append('\n');
        for (int grade = profile.highest(); grade >= 0; grade--) {
            text.append("# CATEGORY NAME ")
                    .append(profile.highest() - grade + 1)
                    .append(": ");
            text.append(grade).append('\n');
        }
        for (int x = 0; x < profile.size(); x++) {
            text.append("# ALTERNATIVE NAME ").append(x + 1).append(": ");
            text.append(profile.alternatives().get(x)).append('\n');
        }
        for (int b = 0; b < profile.ballots(); b++) {
            List<String> groups = new ArrayList<>();
            for (int grade = profile.highest(); grade >= 0; grade--) {
                List<String> numbers = new ArrayList<>();
                for (int x = 0; x < profile.size(); x++) {
                    if (profile.grade(b, x) == grade) {
                        numbers.add(String.valueOf(x + 1));
                    }
                }
                groups.add(numbers.size() == 1 ? numbers.get(0) : "{" + String.join(", ", numbers) + "}");
            }
            text.append(profile.weight(b)).append(": ");
            text.append(String.join(", ", groups)).append('\n');
        }
        return text.toString();
    }

    /** What stands above the orders. */
    private static final class Header {
        private final Map<String, Long> numbers = new LinkedHashMap<>();
        private final Map<Integer, String> names = new LinkedHashMap<>();
        private final Map<String, Integer> lines = new LinkedHashMap<>();
        private final Set<String> distinct = new HashSet<>();
        private String title = "";
        private String type = "";
        private boolean old;

        static Header read(ByteScanner scanner) throws IOException {
            Header header = new Header();
            if (scanner.peekInLine() < 0) {
                throw new FormatException(1, "The file is empty.");
            }
            if (scanner.peek() == '#') {
                while (scanner.peekInLine() == '#') {
                    int line = scanner.line();
                    header.keyValue(scanner.restOfLine().substring(1), line);
                }
            } else {
                header.old(scanner);
            }
            return header;
        }

        private void keyValue(String text, int line) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                return;
            }
            String key = text.substring(0, colon).strip().toUpperCase(Locale.ROOT);
            String value = text.substring(colon + 1).strip();
            try {
                if (key.equals("TITLE")) {
                    title = value;
                } else if (key.equals("DATA TYPE")) {
                    type = value.toLowerCase(Locale.ROOT);
                } else if (key.startsWith("NUMBER ")) {
                    numbers.put(key, Long.parseLong(value));
                    lines.put(key, line);
                } else if (key.startsWith("ALTERNATIVE NAME ")) {
                    name(Integer.parseInt(key.substring(17).strip()), value, line);
                }
            } catch (NumberFormatException e) {
                throw new FormatException(line, "\"" + text.strip() + "\" lacks its number.", e);
            }
        }

        private void name(int number, String name, int line) {
            if (!distinct.add(name)) {
                throw new FormatException(line, "The name \"" + name + "\" stands twice.");
            }
            names.put(number, name);
        }

        private void old(ByteScanner scanner) throws IOException {
            old = true;
            long n = scanner.number("the number of alternatives");
            scanner.restOfLine();
            checkAlternatives(n, scanner.line());
            numbers.put("NUMBER ALTERNATIVES", n);
            for (int i = 1; i <= n; i++) {
                scanner.number("the number of alternative " + i);
                if (scanner.peekInLine() != ',') {
                    throw scanner.expected("a comma and the name of alternative " + i, scanner.peek());
                }
                scanner.take();
                int line = scanner.line();
                name(i, scanner.restOfLine(), line);
            }
            numbers.put("NUMBER VOTERS", scanner.number("the number of voters"));
            scanner.restOfLine();
        }

        private static void checkAlternatives(long n, int line) {
            if (n < 1 || n > Profile.MOST_ALTERNATIVES) {
                throw new FormatException(line, n + " alternatives. Expected 1 to " + Profile.MOST_ALTERNATIVES + ".");
            }
        }

        List<String> names() {
            long n = number("NUMBER ALTERNATIVES", 0);
            checkAlternatives(n, lines.getOrDefault("NUMBER ALTERNATIVES", 0));
            List<String> list = new ArrayList<>();
            for (int i = 1; i <= n; i++) {
                list.add(names.getOrDefault(i, String.valueOf(i)));
            }
            return list;
        }

        long number(String key, long otherwise) {
            return numbers.getOrDefault(key, otherwise);
        }

        void check(String key, long found) {
            long stated = number(key, found);
            if (stated != found) {
                throw new FormatException(
                        lines.getOrDefault(key, 0),
                        key + " is " + stated + ", but the file has " + found + ". Maybe it was cut off.");
            }
        }
    }
}

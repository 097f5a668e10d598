package org.iltlib.choice.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.Unranked;

/**
 * The Condorcet Election Format ({@code .cvotes}), in UTF-8: parameters such as {@code #/Candidates: A ; B}, then a ballot
 * a line such as {@code tag || A > B = C ^ 2 * 12 # a remark}, with a weight after {@code ^} and a number of ballots after
 * {@code *}. Without the parameter, candidates are those on ballots, sorted. {@code #/Implicit Ranking: false} gives
 * {@link Unranked#UNKNOWN}; weights count only with {@code #/Weight Allowed: true}. Tags and other parameters are passed
 * over. Reading takes one pass and memory for each distinct ballot.
 *
 * <p>Source: the specification of the Condorcet Election Format 1.0.
 */
public final class CondorcetFormat {
    private static final String EMPTY = "/EMPTY_RANKING/";

    private CondorcetFormat() {}

    /**
     * Reads an election.
     *
     * @throws FormatException if the file is broken, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public static RankedElection read(InputStream in) {
        try {
            return new Reading(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes an election; ballots in the order of the profile. Skipped ranks have no place in this format and are left out.
     *
     * @throws IllegalArgumentException if a name holds a sign that has a meaning here, or a weight is no whole number
     */
    public static String write(RankedElection election) {
        Profile profile = election.profile();
        StringBuilder text = new StringBuilder();
        profile.alternatives()
                .forEach(name -> Checks.require(
                        isName(name),
                        "The name \"%s\" cannot be written. Expected none of > = ; , # / * ^ | and no line break.",
                        name));
        text.append("#/Candidates: ")
                .append(String.join(" ; ", profile.alternatives()))
                .append('\n');
        text.append("#/Number of Seats: ").append(election.seats()).append('\n');
        text.append("#/Implicit Ranking: ")
                .append(profile.unranked() == Unranked.TIED_LAST)
                .append("\n#/Weight Allowed: false\n");
        for (int b = 0; b < profile.distinct(); b++) {
            List<String> ranks = profile.ranking(b).ranks().stream()
                    .filter(rank -> !rank.isEmpty())
                    .map(rank -> String.join(
                            " = ",
                            rank.stream().map(profile.alternatives()::get).toList()))
                    .toList();
            line(text, String.join(" > ", ranks), profile.inBallots(profile.weight(b)));
        }
        if (profile.blankWeight() > 0) {
            line(text, EMPTY, profile.inBallots(profile.blankWeight()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String ranking, Rational ballots) {
        Checks.require(
                ballots.denominator().equals(java.math.BigInteger.ONE),
                "A ballot weighs %s. Expected whole ballots.",
                ballots);
        text.append(ranking).append(" * ").append(ballots).append('\n');
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.chars().noneMatch(c -> ">=;,#/*^|\n\r".indexOf(c) >= 0);
    }

    /** One reading. */
    private static final class Reading {
        private final BufferedReader reader;
        private final List<String> candidates = new ArrayList<>();
        private boolean declared;
        private boolean weighted;
        private Unranked unranked = Unranked.TIED_LAST;
        private int seats = 1;
        private int line;
        private final Map<List<List<String>>, Pile> ballots = new LinkedHashMap<>();

        /** How many ballots are alike, and the line of the first. */
        private record Pile(long number, int line) {}

        Reading(BufferedReader reader) {
            this.reader = reader;
        }

        RankedElection read() throws IOException {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                String row = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
                if (row.startsWith("#/")) {
                    parameter(row.substring(2));
                } else {
                    int remark = row.indexOf('#');
                    String ballot = (remark < 0 ? row : row.substring(0, remark)).strip();
                    if (!ballot.isEmpty()) {
                        ballot(ballot);
                    }
                }
            }
            return election();
        }

        private void parameter(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new FormatException(line, "A parameter lacks its colon. Expected such as #/Number of Seats: 2.");
            }
            String value = text.substring(colon + 1).strip();
            switch (text.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "candidates" -> {
                    if (declared || !ballots.isEmpty()) {
                        throw new FormatException(
                                line, "The candidates are told too late or twice. Expected them first.");
                    }
                    declared = true;
                    for (String name : value.split(";", -1)) {
                        candidates.add(name(name));
                    }
                    if (candidates.size() != new TreeSet<>(candidates).size()) {
                        throw new FormatException(line, "A candidate stands twice.");
                    }
                }
                case "implicit ranking" -> unranked = flag(value) ? Unranked.TIED_LAST : Unranked.UNKNOWN;
                case "weight allowed" -> weighted = flag(value);
                case "number of seats" -> seats = (int) number(value, 1_000_000);
                default -> {
                    // other parameters are for other programs
                }
            }
        }

        private boolean flag(String value) {
            if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
                return value.equalsIgnoreCase("true");
            }
            throw new FormatException(line, "Found \"" + value + "\". Expected true or false.");
        }

        private long number(String value, long most) {
            if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) < 1 || Long.parseLong(value) > most) {
                throw new FormatException(line, "Found \"" + value + "\". Expected a whole number, 1 to " + most + ".");
            }
            return Long.parseLong(value);
        }

        private String name(String text) {
            String name = text.strip();
            if (!isName(name)) {
                throw new FormatException(line, "\"" + name + "\" is no name of a candidate.");
            }
            return name;
        }

        private void ballot(String text) {
            int tags = text.indexOf("||");
            String rest = tags < 0 ? text : text.substring(tags + 2);
            long times = 1;
            int star = rest.lastIndexOf('*');
            if (star >= 0) {
                times = number(rest.substring(star + 1).strip(), Long.MAX_VALUE);
                rest = rest.substring(0, star);
            }
            int caret = rest.lastIndexOf('^');
            if (caret >= 0) {
                long weight = number(rest.substring(caret + 1).strip(), Long.MAX_VALUE);
                rest = rest.substring(0, caret);
                times = product(times, weighted ? weight : 1);
            }
            List<List<String>> ranks = new ArrayList<>();
            if (!rest.strip().equals(EMPTY)) {
                for (String rank : rest.split(">", -1)) {
                    List<String> equals = new ArrayList<>();
                    for (String one : rank.split("=", -1)) {
                        equals.add(name(one));
                    }
                    ranks.add(equals);
                }
            }
            try {
                ballots.merge(
                        ranks,
                        new Pile(times, line),
                        (old, more) -> new Pile(Math.addExact(old.number(), more.number()), old.line()));
            } catch (ArithmeticException e) {
                throw new FormatException(line, "The ballots leave 64 bits.", e);
            }
        }

        private long product(long times, long weight) {
            try {
                return Math.multiplyExact(times, weight);
            } catch (ArithmeticException e) {
                throw new FormatException(line, "The ballots leave 64 bits.", e);
            }
        }

        private RankedElection election() {
            if (!declared) {
                TreeSet<String> names = new TreeSet<>();
                ballots.keySet().forEach(ranks -> ranks.forEach(names::addAll));
                candidates.addAll(names);
            }
            if (candidates.isEmpty() || candidates.size() > Profile.MOST_ALTERNATIVES) {
                throw new FormatException(
                        0, candidates.size() + " candidates. Expected 1 to " + Profile.MOST_ALTERNATIVES + ".");
            }
            Map<String, Integer> index = new LinkedHashMap<>();
            candidates.forEach(name -> index.put(name, index.size()));
            Profile.Builder builder = Profile.builder(candidates);
            ballots.forEach((ranks, pile) -> {
                List<List<Integer>> numbers = new ArrayList<>();
                for (List<String> rank : ranks) {
                    List<Integer> equals = new ArrayList<>();
                    for (String name : rank) {
                        Integer candidate = index.get(name);
                        if (candidate == null) {
                            throw new FormatException(pile.line(), "There is no candidate \"" + name + "\".");
                        }
                        equals.add(candidate);
                    }
                    numbers.add(equals);
                }
                try {
                    builder.add(new Ranking(numbers), pile.number());
                } catch (IllegalArgumentException e) {
                    throw new FormatException(pile.line(), String.valueOf(e.getMessage()), e);
                }
            });
            return RankedElection.builder()
                    .profile(builder.build().withUnranked(unranked))
                    .seats(seats)
                    .build();
        }
    }
}

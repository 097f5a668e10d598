package org.iltlib.choice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.base.Checks;

/** The usual tie-breaks. */
public final class TieBreaks {
    /** The most recent earlier round in which the tied did not all hold the same. */
    public static final TieBreak PREVIOUS_ROUNDS = named("previous rounds", TieBreaks::previousRounds);

    /** The earliest round in which the tied did not all hold the same. */
    public static final TieBreak EARLIEST_ROUNDS = named("earliest rounds", TieBreaks::earliestRounds);

    /** More first places; alternatives that share a first place share the ballot. */
    public static final TieBreak FIRST_PREFERENCES = named("first preferences", TieBreaks::firstPreferences);

    /** More wins (a tie counting half) in the head-to-head contests among the tied. */
    public static final TieBreak HEAD_TO_HEAD = named("head to head", TieBreaks::headToHead);

    private TieBreaks() {}

    /**
     * A fixed order, best first; alternatives that it leaves out come last, tied.
     *
     * @throws IllegalArgumentException if one stands twice
     */
    public static TieBreak order(List<Integer> order) {
        List<Integer> copy = List.copyOf(Checks.distinct(order, "order"));
        return named(
                "fixed order",
                (tied, context) -> groups(tied, x -> {
                    int at = copy.indexOf(x);
                    return at < 0 ? Integer.MAX_VALUE : at;
                }));
    }

    /**
     * A lot drawn from a seed. Publish {@link #commitment} before the ballots are seen and the seed after: then nobody
     * can have chosen it for its result, and everybody can draw again. Alternatives are ordered by the SHA-256 of the
     * seed, a line break and their name, so the lot does not depend on the order in which they are listed.
     */
    public static TieBreak lot(String seed) {
        Checks.text(seed, "seed");
        return named(
                "lot, seed commitment " + commitment(seed).substring(0, 12),
                (tied, context) -> groups(
                        tied,
                        x -> sha256(
                                seed + "\n" + context.profile().alternatives().get(x))));
    }

    /** What to publish before the ballots are seen: the SHA-256 of the seed, in hexadecimal. */
    public static String commitment(String seed) {
        return sha256(seed);
    }

    private static List<List<Integer>> previousRounds(List<Integer> tied, TieContext context) {
        for (int r = context.rounds().size() - 1; r >= 0; r--) {
            List<List<Integer>> groups = byTally(tied, context.rounds().get(r));
            if (groups.size() > 1) {
                return groups;
            }
        }
        return List.of(tied);
    }

    private static List<List<Integer>> earliestRounds(List<Integer> tied, TieContext context) {
        for (CountRound round : context.rounds()) {
            List<List<Integer>> groups = byTally(tied, round);
            if (groups.size() > 1) {
                return groups;
            }
        }
        return List.of(tied);
    }

    private static List<List<Integer>> byTally(List<Integer> tied, CountRound round) {
        return groups(tied, x -> round.tallies().get(x).negate());
    }

    private static List<List<Integer>> firstPreferences(List<Integer> tied, TieContext context) {
        Profile profile = context.profile();
        Rational[] firsts = new Rational[profile.size()];
        java.util.Arrays.fill(firsts, Rational.ZERO);
        for (int b = 0; b < profile.distinct(); b++) {
            List<Integer> first = profile.ranking(b).ranks().stream()
                    .filter(rank -> !rank.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            for (int x : first) {
                firsts[x] = firsts[x].plus(Rational.of(profile.weight(b), first.size()));
            }
        }
        return groups(tied, x -> firsts[x].negate());
    }

    private static List<List<Integer>> headToHead(List<Integer> tied, TieContext context) {
        Margins margins = Margins.of(context.profile());
        return groups(
                tied,
                x -> tied.stream()
                        .mapToInt(y -> -Long.signum(margins.margin(x, y)))
                        .sum());
    }

    private static <K extends Comparable<K>> List<List<Integer>> groups(List<Integer> tied, Function<Integer, K> key) {
        TreeMap<K, List<Integer>> groups = new TreeMap<>();
        for (int x : tied) {
            groups.computeIfAbsent(key.apply(x), k -> new ArrayList<>()).add(x);
        }
        return List.copyOf(groups.values());
    }

    private static TieBreak named(String name, Separation separation) {
        return new TieBreak() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<List<Integer>> separate(List<Integer> tied, TieContext context) {
                return separation.of(tied, context);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    private interface Separation {
        List<List<Integer>> of(List<Integer> tied, TieContext context);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Rational;

/** The arithmetic of the rules by majorities. */
final class PairwiseMethods {
    private PairwiseMethods() {}

    /** What a victory is worth; 0 where there is none. */
    interface Strength {
        long of(Margins margins, int x, int y);
    }

    static long winningVotes(Margins margins, int x, int y) {
        return margins.beats(x, y) ? margins.above(x, y) : 0;
    }

    static long margin(Margins margins, int x, int y) {
        return Math.max(0, margins.margin(x, y));
    }

    static long opposition(Margins margins, int x, int y) {
        return margins.above(x, y);
    }

    /** Twice the wins, plus the ties times so much. */
    static List<Rational> copeland(Margins margins, int tie) {
        int n = margins.size();
        List<Rational> scores = new ArrayList<>();
        for (int x = 0; x < n; x++) {
            long score = 0;
            for (int y = 0; y < n; y++) {
                score += x == y ? 0 : margins.beats(x, y) ? 2 : margins.beats(y, x) ? 0 : tie;
            }
            scores.add(Rational.of(score, 2));
        }
        return scores;
    }

    /** The greatest strength of anyone over x, negated. */
    static List<Rational> minimax(Margins margins, Strength strength) {
        int n = margins.size();
        List<Rational> scores = new ArrayList<>();
        for (int x = 0; x < n; x++) {
            long worst = 0;
            for (int y = 0; y < n; y++) {
                worst = Math.max(worst, x == y ? 0 : strength.of(margins, y, x));
            }
            scores.add(Rational.of(-worst, margins.scale()));
        }
        return scores;
    }

    /** The pairs in which one beats the other, strongest first, equal ones together. */
    static List<List<int[]>> groups(Margins margins, Strength strength) {
        List<int[]> pairs = new ArrayList<>();
        for (int x = 0; x < margins.size(); x++) {
            for (int y = 0; y < margins.size(); y++) {
                if (margins.beats(x, y)) {
                    pairs.add(new int[] {x, y});
                }
            }
        }
        pairs.sort((p, q) -> compare(margins, strength, p, q));
        List<List<int[]>> groups = new ArrayList<>();
        for (int[] pair : pairs) {
            List<int[]> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || compare(margins, strength, last.get(0), pair) != 0) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(pair);
        }
        return groups;
    }

    /** The stronger first; of equal ones the one with the greater margin. */
    private static int compare(Margins margins, Strength strength, int[] p, int[] q) {
        int order = Long.compare(strength.of(margins, q[0], q[1]), strength.of(margins, p[0], p[1]));
        return order != 0 ? order : Long.compare(margins.margin(q[0], q[1]), margins.margin(p[0], p[1]));
    }

    /** The greatest, over paths, of the least strength on the path. */
    static long[][] strongestPaths(Margins margins, Strength strength) {
        int n = margins.size();
        long[][] path = new long[n][n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                path[x][y] = x == y ? 0 : strength.of(margins, x, y);
            }
        }
        for (int via = 0; via < n; via++) {
            long[] from = path[via];
            for (int x = 0; x < n; x++) {
                long[] row = path[x];
                long toVia = row[via];
                if (x != via && toVia != 0) {
                    relax(row, toVia, from);
                }
            }
        }
        return path;
    }

    /** Paths that go on from one alternative; by itself, so that it is compiled whole and not from within the loops. */
    private static void relax(long[] row, long toVia, long[] from) {
        for (int y = 0; y < row.length; y++) {
            row[y] = Math.max(row[y], Math.min(toVia, from[y]));
        }
    }

    static List<Integer> schulze(Margins margins, Strength strength) {
        long[][] path = strongestPaths(margins, strength);
        return where(
                margins.size(),
                x -> IntStream.range(0, margins.size()).allMatch(y -> x == y || path[x][y] >= path[y][x]));
    }

    static List<Integer> splitCycle(Margins margins) {
        long[][] path = strongestPaths(margins, PairwiseMethods::margin);
        return where(
                margins.size(),
                y -> IntStream.range(0, margins.size())
                        .allMatch(x -> !margins.beats(x, y) || path[y][x] >= margins.margin(x, y)));
    }

    static List<Integer> stableVoting(Margins margins) {
        BitSet all = new BitSet();
        all.set(0, margins.size());
        return stableVoting(margins, all, new HashMap<>());
    }

    private static List<Integer> stableVoting(Margins margins, BitSet kept, Map<BitSet, List<Integer>> known) {
        List<Integer> found = known.get(kept);
        if (found != null) {
            return found;
        }
        if (known.size() > 200_000) {
            throw new IllegalArgumentException("Stable voting visits too many subsets of these alternatives. Maybe "
                    + "count on the Smith set, or use split-cycle.");
        }
        List<Integer> members = kept.stream().boxed().toList();
        List<Integer> winners = splitCycle(margins.retaining(members)).stream()
                .map(members::get)
                .toList();
        if (winners.size() > 1) {
            List<int[]> pairs = new ArrayList<>();
            for (int a : winners) {
                members.stream().filter(b -> b != a).forEach(b -> pairs.add(new int[] {a, b}));
            }
            pairs.sort((p, q) -> Long.compare(margins.margin(q[0], q[1]), margins.margin(p[0], p[1])));
            BitSet stable = new BitSet();
            long at = 0;
            for (int[] pair : pairs) {
                if (!stable.isEmpty() && margins.margin(pair[0], pair[1]) < at) {
                    break;
                }
                at = margins.margin(pair[0], pair[1]);
                BitSet rest = (BitSet) kept.clone();
                rest.clear(pair[1]);
                if (!stable.get(pair[0]) && stableVoting(margins, rest, known).contains(pair[0])) {
                    stable.set(pair[0]);
                }
            }
            winners = stable.stream().boxed().toList();
        }
        known.put((BitSet) kept.clone(), winners);
        return winners;
    }

    /** The sum of margins among the kept: twice the Borda score, less what all have. */
    static List<Integer> byBorda(Margins margins, boolean lowestOnly, boolean weak) {
        BitSet all = new BitSet();
        all.set(0, margins.size());
        return lowestOnly ? baldwin(margins, all, new HashMap<>()) : nanson(margins, all, weak);
    }

    private static List<Integer> nanson(Margins margins, BitSet kept, boolean weak) {
        while (true) {
            BitSet rest = new BitSet();
            kept.stream()
                    .filter(x -> weak ? net(margins, kept, x) > 0 : net(margins, kept, x) >= 0)
                    .forEach(rest::set);
            if (rest.isEmpty() || rest.equals(kept)) {
                return kept.stream().boxed().toList();
            }
            kept.and(rest);
        }
    }

    private static List<Integer> baldwin(Margins margins, BitSet kept, Map<BitSet, BitSet> known) {
        return baldwinSet(margins, kept, known).stream().boxed().toList();
    }

    private static BitSet baldwinSet(Margins margins, BitSet kept, Map<BitSet, BitSet> known) {
        BitSet found = known.get(kept);
        if (found != null || kept.cardinality() == 1) {
            return found != null ? found : kept;
        }
        if (known.size() > 200_000) {
            throw new IllegalArgumentException("So many ties for elimination cannot all be followed.");
        }
        long lowest = kept.stream().mapToLong(x -> net(margins, kept, x)).min().orElseThrow();
        BitSet winners = new BitSet();
        kept.stream().filter(x -> net(margins, kept, x) == lowest).forEach(x -> {
            BitSet rest = (BitSet) kept.clone();
            rest.clear(x);
            winners.or(baldwinSet(margins, rest, known));
        });
        known.put((BitSet) kept.clone(), winners);
        return winners;
    }

    private static long net(Margins margins, BitSet kept, int x) {
        return kept.stream().mapToLong(y -> margins.margin(x, y)).sum();
    }

    static List<Integer> where(int n, java.util.function.IntPredicate holds) {
        return IntStream.range(0, n).filter(holds).boxed().toList();
    }

    static List<Integer> all(int n) {
        return IntStream.range(0, n).boxed().toList();
    }
}

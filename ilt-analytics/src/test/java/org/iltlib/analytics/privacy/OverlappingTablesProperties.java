package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Three releases by any attributes with any filters, attacked by a search of its own over all whole numbers. */
class OverlappingTablesProperties {
    private static final List<String> NAMES = List.of("grade", "learner", "sex");
    private static final List<List<String>> CODES =
            List.of(List.of("3", "4", "5"), List.of("N", "Y"), List.of("F", "M"));
    private static final int MINIMUM = 3;

    @Property(tries = 40)
    void noSmallNumberFollowsFromThreeReleases(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OverlappingTables tables = new OverlappingTables("grade", "learner", "sex");
        tables.policy = PrivacyPolicies.CALIFORNIA_STAFF;
        List<List<String>> leaves = leaves();
        long[] counts = new long[leaves.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 1L + (random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(7));
            tables.with((int) counts[i], leaves.get(i).toArray(String[]::new));
        }
        List<boolean[]> withheld = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            SafeCells cells = tables.release(request(random));
            boolean released = cells.isSafe();
            for (int cell = 0; cell < cells.size(); cell++) {
                if (released && cells.isWithheld(cell)) {
                    withheld.add(members(cells.name(cell), leaves));
                }
            }
        }
        assertThat(tables.ledger.notes()).isNotEmpty();
        List<boolean[]> sums = new ArrayList<>();
        tables.shown().keySet().forEach(name -> sums.add(members(name, leaves)));
        for (boolean[] target : withheld) {
            long count = sum(target, counts);
            if (count > 0 && count < MINIMUM) {
                assertThat(new Search(sums, counts, target).finds())
                        .as("%s of %s in %s", count, Arrays.toString(target), tables.ledger)
                        .isTrue();
            }
        }
    }

    private static TableRequest request(SplittableRandom random) {
        List<String> by = new ArrayList<>();
        Map<String, List<String>> only = new TreeMap<>();
        while (by.isEmpty()) {
            NAMES.stream().filter(name -> random.nextBoolean()).forEach(by::add);
        }
        for (String name : by) {
            List<String> some = CODES.get(NAMES.indexOf(name)).stream()
                    .filter(code -> random.nextInt(3) > 0)
                    .toList();
            if (random.nextInt(3) == 0 && !some.isEmpty()) {
                only.put(name, some);
            }
        }
        return new TableRequest("", by, only);
    }

    private static List<List<String>> leaves() {
        List<List<String>> leaves = new ArrayList<>();
        for (String grade : CODES.get(0)) {
            for (String learner : CODES.get(1)) {
                CODES.get(2).forEach(sex -> leaves.add(List.of(grade, learner, sex)));
            }
        }
        return leaves;
    }

    /** Which leaves are in the cell of a name such as {@code grade 3+4, sex F}. */
    private static boolean[] members(String name, List<List<String>> leaves) {
        boolean[] members = new boolean[leaves.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = true;
            for (String word : name.equals("all") ? List.<String>of() : List.of(name.split(", ", -1))) {
                String[] parts = word.split(" ", 2);
                Set<String> codes = new HashSet<>(List.of(parts[1].split("\\+", -1)));
                members[i] &= codes.contains(leaves.get(i).get(NAMES.indexOf(parts[0])));
            }
        }
        return members;
    }

    private static long sum(boolean[] members, long[] counts) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += members[i] ? counts[i] : 0;
        }
        return sum;
    }

    /**
     * Looks for other counts with the same sums in which the target is large: moves from the true counts by whole
     * numbers, leaf by leaf, with the bounds that each sum leaves. Gives up after many steps, which is rare.
     */
    private static final class Search {
        private final List<boolean[]> sums;
        private final long[] open;
        private final boolean[] target;
        private final long[] truth;
        private int steps = 1_000_000;

        Search(List<boolean[]> sums, long[] truth, boolean[] target) {
            this.sums = sums;
            this.truth = truth;
            this.target = target;
            this.open = sums.stream().mapToLong(members -> sum(members, truth)).toArray();
        }

        boolean finds() {
            return finds(0, 0);
        }

        private boolean finds(int leaf, long reached) {
            if (leaf == truth.length) {
                return reached >= MINIMUM;
            }
            if (--steps < 0) {
                return true;
            }
            long most = MINIMUM + truth[leaf] + 6;
            long least = 0;
            for (int sum = 0; sum < open.length; sum++) {
                if (sums.get(sum)[leaf]) {
                    most = Math.min(most, open[sum]);
                    least = isLast(sum, leaf) ? Math.max(least, open[sum]) : least;
                }
            }
            for (long away = 0; away <= most + truth[leaf]; away++) {
                long from = target[leaf] ? most : truth[leaf];
                boolean found = from - away >= least && from - away <= most && tries(leaf, from - away, reached);
                if (found
                        || (away > 0
                                && from + away >= least
                                && from + away <= most
                                && tries(leaf, from + away, reached))) {
                    return true;
                }
            }
            return false;
        }

        private boolean tries(int leaf, long value, long reached) {
            for (int sum = 0; sum < open.length; sum++) {
                open[sum] -= sums.get(sum)[leaf] ? value : 0;
            }
            boolean found = finds(leaf + 1, Math.min(MINIMUM, reached + (target[leaf] ? value : 0)));
            for (int sum = 0; sum < open.length; sum++) {
                open[sum] += sums.get(sum)[leaf] ? value : 0;
            }
            return found;
        }

        private boolean isLast(int sum, int leaf) {
            for (int i = leaf + 1; i < truth.length; i++) {
                if (sums.get(sum)[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}

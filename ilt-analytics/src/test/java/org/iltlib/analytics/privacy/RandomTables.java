package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Linked tables by chance: one or two tables of two to four dimensions, some with nested codes, sometimes a filter. */
final class RandomTables {
    private final SplittableRandom random;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<List<String>, Long> people = new HashMap<>();

    RandomTables(long seed, boolean small) {
        random = new SplittableRandom(seed);
        int count = small ? 2 : 2 + random.nextInt(3);
        for (int d = 0; d < count; d++) {
            dimensions.add(dimension("d" + d, small, count));
        }
        fill(new ArrayList<>(), small);
    }

    private Dimension dimension(String name, boolean small, int count) {
        int codes = small ? 2 + random.nextInt(2) : 2 + random.nextInt(count == 4 ? 1 : 5 - count);
        Map<String, String> parents = new LinkedHashMap<>();
        for (int c = 0; c < codes; c++) {
            parents.put(name + c, "all");
            if (!small && count < 4 && random.nextInt(4) == 0) {
                parents.put(name + c + "a", name + c);
                parents.put(name + c + "b", name + c);
            }
        }
        return Dimension.tree(name, "all", parents);
    }

    private void fill(List<String> codes, boolean small) {
        if (codes.size() == dimensions.size()) {
            int scale = small ? 5 : random.nextInt(3) == 0 ? 4 : 40;
            people.put(List.copyOf(codes), (long) random.nextInt(scale));
            return;
        }
        Dimension dimension = dimensions.get(codes.size());
        for (String leaf : dimension.leavesUnder("all")) {
            codes.add(leaf);
            fill(codes, small);
            codes.remove(codes.size() - 1);
        }
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    /** Some of the dimensions, and perhaps fewer leaves of one. */
    CrossTable table(List<Integer> which, boolean filtered) {
        List<Dimension> chosen = new ArrayList<>();
        for (int d : which) {
            chosen.add(dimensions.get(d));
        }
        if (filtered) {
            TreeSet<String> leaves = new TreeSet<>(chosen.get(0).leavesUnder("all"));
            leaves.pollFirst();
            chosen.set(0, chosen.get(0).only(leaves));
        }
        Map<List<String>, Long> counts = new HashMap<>();
        people.forEach(
                (leaf, count) -> counts.merge(which.stream().map(leaf::get).toList(), count, Long::sum));
        return CrossTable.of(chosen, counts);
    }

    /** One table of all dimensions, or two that share some. */
    LinkedCells cells() {
        LinkedCells.Builder cells = LinkedCells.builder();
        List<Integer> all = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            all.add(d);
        }
        if (dimensions.size() > 2 && random.nextBoolean()) {
            table(all.subList(0, all.size() - 1), false).addTo(cells);
            table(all.subList(1, all.size()), false).addTo(cells);
        } else {
            table(all, false).addTo(cells);
        }
        return cells.build();
    }
}

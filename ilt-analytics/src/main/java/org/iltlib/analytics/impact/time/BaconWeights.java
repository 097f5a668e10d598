package org.iltlib.analytics.impact.time;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.iltlib.analytics.impact.time.BaconComparison.Against;

/** Takes the two-way estimate of a balanced panel apart. */
final class BaconWeights {
    private final Panel.Cells cells;
    private final TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
    private final List<BaconComparison.Builder> found = new ArrayList<>();
    private final List<Double> sizes = new ArrayList<>();

    private BaconWeights(Panel.Cells cells) {
        this.cells = cells;
        for (int u = 0; u < cells.units(); u++) {
            int place = cells.place(cells.starts()[u]);
            groups.computeIfAbsent(place, any -> new ArrayList<>()).add(u);
        }
    }

    /** The comparisons, by start. */
    static List<BaconComparison> of(Panel.Cells cells) {
        BaconWeights weights = new BaconWeights(cells);
        int all = cells.times().length;
        for (int early : weights.groups.keySet()) {
            for (int late : weights.groups.tailMap(early, false).keySet()) {
                if (late == all) {
                    weights.add(early, late, 0, all, early, Against.NEVER_TREATED);
                } else {
                    weights.add(early, late, 0, late, early, Against.NOT_YET_TREATED);
                    weights.add(late, early, early, all, late, Against.ALREADY_TREATED);
                }
            }
        }
        double total = weights.sizes.stream().mapToDouble(Double::doubleValue).sum();
        List<BaconComparison> list = new ArrayList<>();
        for (int i = 0; i < weights.found.size(); i++) {
            list.add(weights.found.get(i).weight(weights.sizes.get(i) / total).build());
        }
        return list;
    }

    /** One group against another from one place to another, the first starting at that place. */
    private void add(int group, int other, int from, int end, int at, Against against) {
        if (at <= from || at >= end) {
            return;
        }
        List<Integer> units = groups.getOrDefault(group, List.of());
        List<Integer> others = groups.getOrDefault(other, List.of());
        double n = units.size();
        double m = others.size();
        double window = (double) (end - from) / cells.times().length;
        double share = n / (n + m);
        double treated = (double) (end - at) / (end - from);
        double difference =
                mean(units, at, end) - mean(units, from, at) - (mean(others, at, end) - mean(others, from, at));
        double size = (n + m) * window;
        sizes.add(size * size * share * (1 - share) * treated * (1 - treated));
        found.add(BaconComparison.builder()
                .start(cells.starts()[units.get(0)])
                .otherStart(against == Against.NEVER_TREATED ? Panel.NEVER : cells.starts()[others.get(0)])
                .against(against)
                .difference(difference));
    }

    private double mean(List<Integer> units, int from, int end) {
        double sum = 0;
        for (int unit : units) {
            for (int t = from; t < end; t++) {
                sum += cells.means()[unit][t];
            }
        }
        return sum / units.size() / (end - from);
    }
}

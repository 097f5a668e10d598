package org.iltlib.analytics.impact.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Group-time effects with their influence, and weighted means of them. */
final class GroupTimeSums {
    /**
     * One effect.
     *
     * @param start the place of the first period under treatment
     * @param time the place of the period
     * @param since the period less the first under treatment
     * @param effect the effect
     */
    record Cell(int start, int time, int since, Influence effect) {}

    private final Panel.Cells panel;
    private final ControlGroup control;
    private final int[] places;
    private final List<Cell> cells = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final TreeMap<Integer, Integer> sizes = new TreeMap<>();
    private final int[] groups;

    GroupTimeSums(Panel.Cells panel, ControlGroup control) {
        this.panel = panel;
        this.control = control;
        this.places = new int[panel.units()];
        this.groups = new int[panel.times().length + 1];
        int always = 0;
        for (int u = 0; u < places.length; u++) {
            places[u] = panel.place(panel.starts()[u]);
            groups[places[u]]++;
            if (places[u] == 0) {
                always++;
            } else if (places[u] < panel.times().length) {
                sizes.merge(places[u], 1, Integer::sum);
            }
        }
        if (always > 0) {
            notes.add(always + " units without a period before their start are left out");
        }
        panel.gaps().ifPresent(notes::add);
        for (int start : sizes.keySet()) {
            for (int time = 0; time < panel.times().length; time++) {
                if (time != start - 1) {
                    add(start, time);
                }
            }
        }
    }

    private void add(int start, int time) {
        int base = start - 1;
        double[] change = new double[places.length];
        int[] arm = new int[places.length];
        int[] count = new int[3];
        double[] mean = new double[3];
        int[][] members = new int[3][groups.length];
        for (int u = 0; u < places.length; u++) {
            change[u] = panel.means()[u][time] - panel.means()[u][base];
            arm[u] = Double.isNaN(change[u]) ? 0 : places[u] == start ? 1 : controls(u, Math.max(time, base)) ? 2 : 0;
            count[arm[u]]++;
            members[arm[u]][places[u]]++;
            mean[arm[u]] += arm[u] > 0 ? change[u] : 0;
        }
        if (count[1] < 2 || count[2] < 2) {
            notes.add("start " + panel.times()[start] + ", period " + panel.times()[time] + ": " + count[1]
                    + " starting and " + count[2] + " other units, two of each needed");
            return;
        }
        double[] psi = new double[places.length];
        for (int u = 0; u < places.length; u++) {
            if (arm[u] > 0) {
                double n = count[arm[u]];
                double sign = arm[u] == 1 ? 1 : -1;
                psi[u] = sign * places.length / n * Math.sqrt(n / (n - 1)) * (change[u] - mean[arm[u]] / n);
            }
        }
        int periods = panel.times().length;
        double[] pull = new double[groups.length * periods];
        for (int g = 0; g < groups.length; g++) {
            double share = (double) members[1][g] / count[1] - (double) members[2][g] / count[2];
            pull[g * periods + time] += share;
            pull[g * periods + base] -= share;
        }
        int since = panel.times()[time] - panel.times()[start];
        Influence effect = new Influence(mean[1] / count[1] - mean[2] / count[2], psi, pull);
        cells.add(new Cell(start, time, since, effect));
    }

    private boolean controls(int unit, int latest) {
        return control == ControlGroup.NEVER_TREATED ? places[unit] == panel.times().length : places[unit] > latest;
    }

    /** How many units start at each place; last, how many do not within the periods. */
    int[] groups() {
        return groups;
    }

    List<Cell> cells() {
        return cells;
    }

    List<String> notes() {
        return notes;
    }

    int starters(int start) {
        return sizes.getOrDefault(start, 0);
    }

    /**
     * The mean of the effects, each weighted by the share of units with its start, the shares being estimates themselves.
     */
    Influence mean(Predicate<Cell> which) {
        List<Cell> chosen = cells.stream().filter(which).toList();
        double n = places.length;
        double total = 0;
        double sum = 0;
        for (Cell cell : chosen) {
            double share = starters(cell.start()) / n;
            total += share;
            sum += share * cell.effect().value();
        }
        double value = sum / total;
        double[] psi = new double[places.length];
        double[] pull = new double[groups.length * panel.times().length];
        for (Cell cell : chosen) {
            double share = starters(cell.start()) / n;
            add(pull, cell.effect(), share / total);
            for (int u = 0; u < psi.length; u++) {
                double own = (places[u] == cell.start() ? 1 : 0) - share;
                psi[u] += (share * cell.effect().psi()[u] + own * (cell.effect().value() - value)) / total;
            }
        }
        return new Influence(value, psi, pull);
    }

    private static void add(double[] pull, Influence effect, double share) {
        for (int i = 0; i < pull.length; i++) {
            pull[i] += share * effect.pull()[i];
        }
    }

    /** The plain mean. */
    Influence plain(List<Influence> effects) {
        double value = 0;
        double[] psi = new double[places.length];
        double[] pull = new double[groups.length * panel.times().length];
        for (Influence effect : effects) {
            add(pull, effect, 1.0 / effects.size());
            value += effect.value() / effects.size();
            for (int u = 0; u < psi.length; u++) {
                psi[u] += effect.psi()[u] / effects.size();
            }
        }
        return new Influence(value, psi, pull);
    }

    /** The mean of effects by start, weighted by the share of units of each start. */
    Influence overStarts(Map<Integer, Influence> byStart) {
        double n = places.length;
        double total = 0;
        double sum = 0;
        for (int start : byStart.keySet()) {
            total += starters(start) / n;
        }
        double[] psi = new double[places.length];
        for (var entry : byStart.entrySet()) {
            sum += starters(entry.getKey()) / n * entry.getValue().value();
        }
        double value = sum / total;
        double[] pull = new double[groups.length * panel.times().length];
        for (var entry : byStart.entrySet()) {
            double share = starters(entry.getKey()) / n;
            Influence effect = entry.getValue();
            add(pull, effect, share / total);
            for (int u = 0; u < psi.length; u++) {
                double own = (places[u] == entry.getKey() ? 1 : 0) - share;
                psi[u] += (share * effect.psi()[u] + own * (effect.value() - value)) / total;
            }
        }
        return new Influence(value, psi, pull);
    }
}

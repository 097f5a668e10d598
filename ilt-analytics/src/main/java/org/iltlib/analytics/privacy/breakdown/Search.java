package org.iltlib.analytics.privacy.breakdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.privacy.CountKind;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.analytics.privacy.breakdown.Proof.Layer;
import org.iltlib.analytics.privacy.breakdown.Proof.Step;
import org.iltlib.analytics.privacy.breakdown.Proof.Target;

/**
 * Chooses what to withhold, and writes down why that is enough. First the groups that are small, in all measures alike;
 * then, measure by measure, the results of groups that are shown. A number for which no proof is found is protected by
 * withholding its whole attribute in every unit. At last each proof is looked for once more among all others, and what
 * none needs is given back.
 */
final class Search {
    private static final int MOST_STEPS = 12;
    private static final int ROUNDS = 2;

    final boolean[][] group;
    final List<boolean[][]> result = new ArrayList<>();
    final List<Proof> proofs = new ArrayList<>();
    private final Layout layout;
    private final PrivacyPolicy policy;
    private final List<Counts> counts;
    private final Moves moves;
    private final int smallest;

    Search(Layout layout, PrivacyPolicy policy, List<Counts> counts) {
        this.layout = layout;
        this.policy = policy;
        this.counts = counts;
        this.smallest = Math.max(policy.minimumN(), Math.max(policy.minimumNumerator(), policy.minimumComplement()));
        int[][] sizes = new int[layout.units()][layout.groups()];
        for (int unit = 0; unit < sizes.length; unit++) {
            for (int g = 0; g < sizes[unit].length; g++) {
                int size = Integer.MAX_VALUE;
                for (Counts measure : counts) {
                    size = Math.min(size, measure.size(unit, g));
                }
                sizes[unit][g] = size;
            }
        }
        moves = new Moves(layout, sizes);
        group = new boolean[layout.units()][layout.groups()];
        sizes();
        List<Results> found = IntStream.range(0, counts.size())
                .parallel()
                .mapToObj(this::results)
                .toList();
        found.forEach(measure -> {
            result.add(measure.hidden);
            proofs.addAll(measure.proofs);
        });
    }

    /** The size that a group must possibly have; also so large that its results can be what the policy asks. */
    int smallest() {
        return smallest;
    }

    private boolean isSmall(int size) {
        return size < smallest && (size > 0 || !policy.zeroShown());
    }

    private void sizes() {
        List<Target> targets = new ArrayList<>();
        for (int unit = 0; unit < layout.units(); unit++) {
            for (int g = 0; g < layout.groups(); g++) {
                int at = unit;
                int of = g;
                if (counts.stream().anyMatch(measure -> isSmall(measure.size(at, of)))) {
                    group[unit][g] = true;
                    targets.add(new Target(unit, g, -1, Layer.SIZE));
                }
            }
        }
        Thinning thinning = new Thinning(group);
        for (Target target : targets) {
            prove(target, needed(target), group, proofs, counts, thinning);
        }
        thinning.thin(
                1,
                group,
                proofs,
                (target, hidden, marked) -> steps(
                        target, needed(target), moves.of(target.unit(), target.group()), hidden, counts, true, marked));
    }

    /** How many more the target must possibly be. */
    private int needed(Target target) {
        int needed = 0;
        if (target.layer() == Layer.SIZE) {
            for (Counts measure : counts) {
                int size = measure.size(target.unit(), target.group());
                needed = Math.max(needed, isSmall(size) ? smallest - size : 0);
            }
            return needed;
        }
        Counts mine = counts.get(target.measure());
        return target.layer() == Layer.REACHED
                ? policy.minimumNumerator() - mine.reached[target.unit()][target.group()]
                : policy.minimumComplement() - mine.missed[target.unit()][target.group()];
    }

    private final class Results {
        final boolean[][] hidden = new boolean[layout.units()][];
        final List<Proof> proofs = new ArrayList<>();
    }

    private Results results(int measure) {
        Results results = new Results();
        List<Target> targets = new ArrayList<>();
        Counts mine = counts.get(measure);
        for (int unit = 0; unit < layout.units(); unit++) {
            results.hidden[unit] = group[unit].clone();
            for (int g = 0; g < layout.groups(); g++) {
                if (!group[unit][g] && mine.size(unit, g) > 0) {
                    if (policy.hides(CountKind.WITH, mine.reached[unit][g])) {
                        targets.add(new Target(unit, g, measure, Layer.REACHED));
                    }
                    if (policy.hides(CountKind.WITHOUT, mine.missed[unit][g])) {
                        targets.add(new Target(unit, g, measure, Layer.MISSED));
                    }
                }
            }
        }
        targets.forEach(target -> results.hidden[target.unit()][target.group()] = true);
        Thinning thinning = new Thinning(results.hidden);
        for (Target target : targets) {
            prove(target, needed(target), results.hidden, results.proofs, List.of(mine), thinning);
        }
        thinning.thin(
                ROUNDS,
                results.hidden,
                results.proofs,
                (target, hidden, marked) -> steps(
                        target,
                        needed(target),
                        moves.of(target.unit(), target.group()),
                        hidden,
                        List.of(mine),
                        true,
                        marked));
        return results;
    }

    /** Proves that the target may be so many more; withholds what the proof needs, or everything of its attribute. */
    private void prove(
            Target target, int needed, boolean[][] hidden, List<Proof> proofs, List<Counts> among, Thinning thinning) {
        List<Move> choices = moves.of(target.unit(), target.group());
        for (boolean thrifty : new boolean[] {true, false}) {
            List<int[]> marked = new ArrayList<>();
            List<Step> steps = steps(target, needed, choices, hidden, among, thrifty, marked);
            if (!steps.isEmpty() || needed <= 0) {
                proofs.add(new Proof(target, steps));
                return;
            }
            marked.forEach(cell -> hidden[cell[0]][cell[1]] = false);
        }
        giveUp(target.group(), hidden);
        giveUp(target.group(), thinning.fixed);
    }

    /** The steps of a proof, none if there is none: thrifty by the price of a student moved, else the longest first. */
    private List<Step> steps(
            Target target,
            int needed,
            List<Move> choices,
            boolean[][] hidden,
            List<Counts> among,
            boolean thrifty,
            List<int[]> marked) {
        Trial trial = new Trial(among, target.layer());
        List<Step> steps = new ArrayList<>();
        int rest = needed;
        while (rest > 0 && steps.size() < MOST_STEPS) {
            Move best = null;
            int bestRoom = 0;
            long bestPrice = 0;
            for (Move move : choices) {
                long price = 1 + price(move, hidden, among.get(0));
                if (best != null && thrifty && price * bestRoom >= bestPrice * rest) {
                    continue;
                }
                int room = Math.min(rest, trial.room(move));
                boolean better = thrifty
                        ? price * bestRoom < bestPrice * room
                        : room > bestRoom || (room == bestRoom && price < bestPrice);
                if (room > 0 && (best == null || better)) {
                    best = move;
                    bestRoom = room;
                    bestPrice = price;
                }
            }
            if (best == null) {
                return List.of();
            }
            trial.apply(best, bestRoom);
            steps.add(new Step(best, bestRoom));
            best.each((unit, g, up) -> {
                if (!hidden[unit][g]) {
                    hidden[unit][g] = true;
                    marked.add(new int[] {unit, g});
                }
            });
            rest -= bestRoom;
        }
        return rest > 0 ? List.of() : steps;
    }

    private static long price(Move move, boolean[][] hidden, Counts sizes) {
        long[] price = new long[1];
        move.each((unit, g, up) -> price[0] += hidden[unit][g] ? 0 : 1 + sizes.size(unit, g));
        return price[0];
    }

    /** Withholds everything that the group is part of: its attribute with all crosses of it, or everything. */
    private void giveUp(int given, boolean[][] into) {
        int owner = layout.owner[given];
        for (boolean[] unit : into) {
            for (int g = 0; g < unit.length; g++) {
                unit[g] |= owner < 0 || isOf(g, owner);
            }
        }
    }

    private boolean isOf(int g, int owner) {
        int of = layout.owner[g];
        if (of < layout.attributes.size() || of == owner) {
            return of == owner;
        }
        Layout.Cross cross = layout.crosses.get(of - layout.attributes.size());
        return cross.one() == owner || cross.other() == owner;
    }
}

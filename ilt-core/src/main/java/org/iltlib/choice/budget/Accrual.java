package org.iltlib.choice.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieNote;

/** Phragmén's rule with costs: all earn at the same rate; a project is bought when its supporters can pay it. */
final class Accrual {
    private final BudgetProfile profile;
    final List<Integer> chosen = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    final List<TieNote> ties = new ArrayList<>();

    Accrual(BudgetProfile profile) {
        this.profile = profile;
    }

    /**
     * Up to the moment at which supporters can pay a project that the budget cannot. If several can be paid at that moment
     * and one of them exceeds what is left, the rule ends there, whatever the order of projects.
     */
    Accrual run() {
        List<Rational> spentUntil = new ArrayList<>(Collections.nCopies(profile.distinct(), Rational.ZERO));
        Rational left = profile.budget();
        while (true) {
            List<Integer> next = new ArrayList<>();
            Rational soonest = Rational.ZERO;
            for (int p = 0; p < profile.projects().size(); p++) {
                if (!chosen.contains(p) && profile.score(p) > 0) {
                    Rational when = when(p, spentUntil);
                    int sign = next.isEmpty() ? -1 : when.compareTo(soonest);
                    if (sign < 0) {
                        next.clear();
                        soonest = when;
                    }
                    if (sign <= 0) {
                        next.add(p);
                    }
                }
            }
            if (next.isEmpty()) {
                return this;
            }
            if (isBeyond(next, left)) {
                if (next.size() > 1) {
                    ties.add(new TieNote(next, next, "one of them exceeds what is left, so none is bought"));
                }
                return this;
            }
            int p = next.get(0);
            if (next.size() > 1) {
                ties.add(new TieNote(next, List.of(p), "separated by the order of projects"));
            }
            for (int b = 0; b < profile.distinct(); b++) {
                if (profile.points(b).containsKey(p)) {
                    spentUntil.set(b, soonest);
                }
            }
            left = left.minus(profile.cost(p));
            chosen.add(p);
            steps.add("%s costs %s; its supporters have earned that when everybody has earned %s."
                    .formatted(profile.projects().get(p), profile.cost(p), soonest));
        }
    }

    /** Whether one of these costs more than is left. */
    private boolean isBeyond(List<Integer> projects, Rational left) {
        return projects.stream().anyMatch(p -> profile.cost(p).compareTo(left) > 0);
    }

    /** When the supporters, who kept nothing at their last purchases, can pay. */
    private Rational when(int project, List<Rational> spentUntil) {
        Rational owed = profile.cost(project);
        long voters = 0;
        for (int b = 0; b < profile.distinct(); b++) {
            if (profile.points(b).containsKey(project)) {
                owed = owed.plus(spentUntil.get(b).times(profile.weight(b)));
                voters += profile.weight(b);
            }
        }
        return owed.dividedBy(voters);
    }
}

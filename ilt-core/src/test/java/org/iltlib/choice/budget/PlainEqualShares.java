package org.iltlib.choice.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieNote;

/** Equal shares in plain fractions: slow, and close to the definition. */
final class PlainEqualShares {
    private final BudgetProfile profile;
    private final boolean points;
    private final List<List<Integer>> supporters = new ArrayList<>();
    final List<Integer> chosen = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    final List<TieNote> ties = new ArrayList<>();

    PlainEqualShares(BudgetProfile profile, boolean points) {
        this.profile = profile;
        this.points = points;
        for (int p = 0; p < profile.projects().size(); p++) {
            List<Integer> list = new ArrayList<>();
            for (int b = 0; b < profile.distinct(); b++) {
                if (profile.points(b).containsKey(p)) {
                    list.add(b);
                }
            }
            supporters.add(list);
        }
    }

    PlainEqualShares run(Rational share) {
        chosen.clear();
        steps.clear();
        ties.clear();
        List<Rational> purse = new ArrayList<>(Collections.nCopies(profile.distinct(), share));
        List<Optional<Rational>> bounds =
                new ArrayList<>(Collections.nCopies(supporters.size(), Optional.of(Rational.ZERO)));
        while (buy(purse, bounds)) {
            // each call buys one project
        }
        return this;
    }

    /** Prices only rise and who cannot pay never can again, so the last price of a project is a lower bound. */
    private boolean buy(List<Rational> purse, List<Optional<Rational>> bounds) {
        List<Integer> best = new ArrayList<>();
        Optional<Rational> least = Optional.empty();
        for (int p = 0; p < supporters.size(); p++) {
            Optional<Rational> bound = bounds.get(p);
            if (bound.isEmpty()
                    || (least.isPresent() && bound.get().compareTo(least.get()) > 0)
                    || chosen.contains(p)) {
                continue;
            }
            Optional<Rational> price = price(p, purse);
            bounds.set(p, price);
            if (price.isPresent()) {
                int order = least.map(price.get()::compareTo).orElse(-1);
                if (order < 0) {
                    best.clear();
                    least = price;
                }
                if (order <= 0) {
                    best.add(p);
                }
            }
        }
        if (best.isEmpty()) {
            return false;
        }
        int p = best.get(0);
        if (best.size() > 1) {
            ties.add(new TieNote(best, List.of(p), "separated by the order of projects"));
        }
        long payers = 0;
        for (int b : supporters.get(p)) {
            Rational pays = purse.get(b).min(least.orElseThrow().times(worth(p, b)));
            purse.set(b, purse.get(b).minus(pays));
            payers += profile.weight(b);
        }
        steps.add("%s costs %s and is paid by its %s supporters, each at most %s per unit of worth."
                .formatted(profile.projects().get(p), profile.cost(p), payers, least.orElseThrow()));
        chosen.add(p);
        return true;
    }

    private Rational worth(int project, int ballot) {
        return points ? Rational.of(profile.points(ballot).getOrDefault(project, 0L)) : profile.cost(project);
    }

    /** The least price of a unit of worth with which the supporters can pay. */
    private Optional<Rational> price(int project, List<Rational> purse) {
        return points ? priceByPoints(project, purse) : priceByCost(project, purse);
    }

    /** Everyone pays the same, or all they have. */
    private Optional<Rational> priceByCost(int project, List<Rational> purse) {
        Rational open = profile.cost(project);
        long voters = 0;
        for (int b : supporters.get(project)) {
            voters += profile.weight(b);
        }
        if (voters == 0) {
            return Optional.empty();
        }
        Rational all = open.dividedBy(voters);
        if (supporters.get(project).stream().allMatch(b -> all.compareTo(purse.get(b)) <= 0)) {
            return Optional.of(all.dividedBy(profile.cost(project)));
        }
        List<Integer> payers = new ArrayList<>(supporters.get(project));
        payers.sort(Comparator.comparing(purse::get));
        for (int i = 0; i < payers.size(); ) {
            Rational each = open.dividedBy(voters);
            Rational has = purse.get(payers.get(i));
            if (each.compareTo(has) <= 0) {
                return Optional.of(each.dividedBy(profile.cost(project)));
            }
            long same = 0;
            while (i < payers.size() && purse.get(payers.get(i)).equals(has)) {
                same += profile.weight(payers.get(i++));
            }
            open = open.minus(has.times(same));
            voters -= same;
        }
        return Optional.empty();
    }

    private Optional<Rational> priceByPoints(int project, List<Rational> purse) {
        List<Integer> payers = new ArrayList<>(supporters.get(project));
        payers.sort(Comparator.comparing(b -> purse.get(b).dividedBy(worth(project, b))));
        Rational worth = Rational.ZERO;
        for (int b : payers) {
            worth = worth.plus(worth(project, b).times(profile.weight(b)));
        }
        Rational open = profile.cost(project);
        for (int b : payers) {
            Rational price = open.dividedBy(worth);
            if (price.times(worth(project, b)).compareTo(purse.get(b)) <= 0) {
                return Optional.of(price);
            }
            open = open.minus(purse.get(b).times(profile.weight(b)));
            worth = worth.minus(worth(project, b).times(profile.weight(b)));
        }
        return Optional.empty();
    }
}

package org.iltlib.choice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;

/**
 * Projects with costs, a budget, and what each voter gives each project: points above zero, or 1 for an approval.
 * Immutable; equal ballots are held once, with the number of voters.
 */
public final class BudgetProfile {
    private final List<String> projects;
    private final List<Rational> costs;
    private final Rational budget;
    private final List<Map<Integer, Long>> ballots;
    private final List<Long> weights;

    private BudgetProfile(
            List<String> projects, List<Rational> costs, Rational budget, Map<Map<Integer, Long>, Long> counts) {
        this.projects = projects;
        this.costs = costs;
        this.budget = budget;
        this.ballots = List.copyOf(counts.keySet());
        this.weights = List.copyOf(counts.values());
    }

    /** The names of the projects, by index. */
    public List<String> projects() {
        return projects;
    }

    /** The cost of a project, above zero. */
    public Rational cost(int project) {
        return costs.get(project);
    }

    /** The budget. */
    public Rational budget() {
        return budget;
    }

    /** The number of distinct ballots. */
    public int distinct() {
        return ballots.size();
    }

    /** The number of voters with a distinct ballot. */
    public long weight(int ballot) {
        return weights.get(ballot);
    }

    /** The points of a distinct ballot by project, rising; projects without points are absent. */
    public Map<Integer, Long> points(int ballot) {
        return ballots.get(ballot);
    }

    /** The number of voters, those with an empty ballot included. */
    public long voters() {
        return weights.stream().mapToLong(Long::longValue).sum();
    }

    /** The cost of some projects together. */
    public Rational cost(Iterable<Integer> chosen) {
        Rational sum = Rational.ZERO;
        for (int project : chosen) {
            sum = sum.plus(cost(project));
        }
        return sum;
    }

    /** The points of all voters for a project. */
    public long score(int project) {
        long sum = 0;
        for (int b = 0; b < distinct(); b++) {
            sum = Math.addExact(sum, Math.multiplyExact(points(b).getOrDefault(project, 0L), weight(b)));
        }
        return sum;
    }

    /** A new builder. */
    public static Builder builder(Rational budget) {
        return new Builder(budget);
    }

    /** Collects projects, then ballots; not thread-safe. */
    public static final class Builder {
        private final Rational budget;
        private final List<String> projects = new ArrayList<>();
        private final List<Rational> costs = new ArrayList<>();
        private final Map<Map<Integer, Long>, Long> counts = new LinkedHashMap<>();

        private Builder(Rational budget) {
            Checks.require(budget.signum() >= 0, "budget is %s. Expected zero or more.", budget);
            this.budget = budget;
        }

        /**
         * Adds a project; its index is the number of projects before it.
         *
         * @throws IllegalArgumentException if its cost is not above zero
         */
        public Builder project(String name, Rational cost) {
            Checks.text(name, "project");
            Checks.require(cost.signum() > 0, "The cost of %s is %s. Expected more than zero.", name, cost);
            projects.add(name);
            costs.add(cost);
            return this;
        }

        /**
         * Adds voters who give these points; projects with zero points are as good as absent.
         *
         * @throws IllegalArgumentException if there is no such project, or points are negative
         */
        public Builder add(long voters, Map<Integer, Long> points) {
            Checks.notNegative(voters, "voters");
            TreeMap<Integer, Long> given = new TreeMap<>();
            points.forEach((project, number) -> {
                Checks.require(
                        project >= 0 && project < projects.size(),
                        "There is no project %s. Expected 0 to %s.",
                        project,
                        projects.size() - 1);
                Checks.notNegative(number, "points");
                if (number > 0) {
                    given.put(project, number);
                }
            });
            if (voters > 0) {
                counts.merge(java.util.Collections.unmodifiableMap(given), voters, Math::addExact);
            }
            return this;
        }

        /** Adds voters who approve these projects: a point for each. */
        public Builder approve(long voters, List<Integer> approved) {
            Map<Integer, Long> points = new TreeMap<>();
            Checks.distinct(approved, "approved").forEach(project -> points.put(project, 1L));
            return add(voters, points);
        }

        /** The profile. */
        public BudgetProfile build() {
            return new BudgetProfile(List.copyOf(projects), List.copyOf(costs), budget, counts);
        }
    }
}

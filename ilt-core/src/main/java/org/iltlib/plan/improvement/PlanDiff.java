package org.iltlib.plan.improvement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.finding.Need;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;

/**
 * What changed from one version of a plan to another, in lines a principal can read. A goal or strategy that
 * {@code revises} one of the earlier version is a change, property by property; everything else came or went.
 *
 * @param before the number of the earlier version
 * @param after the number of the later one
 * @param lines the changes, in the order of the plan; empty if nothing changed
 */
public record PlanDiff(int before, int after, List<String> lines) {
    /** Copies the lines. */
    public PlanDiff {
        lines = List.copyOf(lines);
    }

    /**
     * The difference.
     *
     * @param before the earlier version
     * @param after the later one, of the same school or district
     * @param contents what the two name; an id that is not in it is told by itself
     */
    public static PlanDiff between(ImprovementPlan before, ImprovementPlan after, PlanContents contents) {
        Checks.require(
                before.unit().equals(after.unit()),
                "The plans are of %s and of %s. Expected two versions of one plan.",
                before.unit(),
                after.unit());
        List<String> lines = new ArrayList<>();
        change("title", before.title(), after.title(), lines);
        years(before, after, lines);
        came("need", before.needs(), after.needs(), id -> contents.findNeed(id).map(Need::statement), lines);
        revised(
                "goal",
                before.goals(),
                after.goals(),
                new Lookup(
                        id -> contents.findGoal(id).map(Goal::aim),
                        id -> contents.findGoal(id).flatMap(Goal::revises),
                        id -> contents.findGoal(id).map(PlanDiff::properties).orElse(Map.of())),
                lines);
        revised(
                "strategy",
                before.strategies(),
                after.strategies(),
                new Lookup(
                        id -> contents.findStrategy(id).map(Strategy::what),
                        id -> contents.findStrategy(id).flatMap(Strategy::revises),
                        id -> contents.findStrategy(id)
                                .map(PlanDiff::properties)
                                .orElse(Map.of())),
                lines);
        came("review on", before.reviews(), after.reviews(), day -> Optional.empty(), lines);
        change("most priorities", before.mostPriorities(), after.mostPriorities(), lines);
        return new PlanDiff(before.version(), after.version(), lines);
    }

    private record Lookup(
            Function<EntryId, Optional<String>> text,
            Function<EntryId, Optional<EntryId>> revises,
            Function<EntryId, Map<String, Object>> properties) {}

    private static void years(ImprovementPlan before, ImprovementPlan after, List<String> lines) {
        Map<Object, Object> old = new LinkedHashMap<>();
        before.years().forEach(year -> old.put(year.year(), year.priorities()));
        Map<Object, Object> young = new LinkedHashMap<>();
        after.years().forEach(year -> young.put(year.year(), year.priorities()));
        old.forEach((year, priorities) -> {
            if (young.containsKey(year)) {
                change("priorities of " + year, priorities, young.get(year), lines);
            } else {
                lines.add("- year " + year);
            }
        });
        young.forEach((year, priorities) -> {
            if (!old.containsKey(year)) {
                lines.add("+ year " + year + ", priorities " + priorities);
            }
        });
    }

    private static void revised(
            String what, List<EntryId> before, List<EntryId> after, Lookup lookup, List<String> lines) {
        List<EntryId> gone = new ArrayList<>(before);
        gone.removeAll(after);
        List<EntryId> come = new ArrayList<>(after);
        come.removeAll(before);
        List<String> changes = new ArrayList<>();
        for (EntryId id : List.copyOf(come)) {
            Optional<EntryId> old = lookup.revises().apply(id).filter(gone::contains);
            if (old.isPresent()) {
                gone.remove(old.get());
                come.remove(id);
                changes.add("~ " + what + " " + old.get() + " is now " + id);
                Map<String, Object> then = lookup.properties().apply(old.get());
                Map<String, Object> now = lookup.properties().apply(id);
                now.forEach((name, value) -> change(what + " " + id + ", " + name, then.get(name), value, changes));
            }
        }
        came(what, gone, come, lookup.text(), lines);
        lines.addAll(changes);
    }

    private static <T> void came(
            String what, List<T> before, List<T> after, Function<T, Optional<String>> text, List<String> lines) {
        before.stream().filter(one -> !after.contains(one)).forEach(one -> lines.add(line("-", what, one, text)));
        after.stream().filter(one -> !before.contains(one)).forEach(one -> lines.add(line("+", what, one, text)));
    }

    private static <T> String line(String sign, String what, T one, Function<T, Optional<String>> text) {
        return sign + " " + what + " " + one
                + text.apply(one).map(words -> ": " + words).orElse("");
    }

    private static void change(
            String what,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object after,
            List<String> lines) {
        if (!java.util.Objects.equals(before, after)) {
            lines.add("~ " + what + ": " + (before == null ? "not at hand" : before) + " → " + after);
        }
    }

    private static Map<String, Object> properties(Goal goal) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("aim", goal.aim());
        all.put("needs", goal.needs());
        all.put("population", told(goal.population()));
        all.put("subject", told(goal.subject()));
        all.put("measure", told(goal.measure()));
        all.put("unit", told(goal.unit()));
        all.put("baseline", told(goal.baseline()));
        all.put("target", told(goal.target()));
        all.put("lower is better", goal.lowerIsBetter());
        all.put("by", told(goal.by()));
        all.put("owner", told(goal.owner()));
        all.put("serves", goal.serves());
        all.put("groups", goal.groups());
        return all;
    }

    private static Map<String, Object> properties(Strategy strategy) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("what", strategy.what());
        all.put("goal", strategy.goal());
        all.put("measure of students", strategy.studentMeasure());
        all.put("measure of adults", strategy.adultMeasure());
        all.put("theory", strategy.theory());
        return all;
    }

    private static Object told(Optional<?> value) {
        return value.map(Object::toString).orElse("none");
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The two versions and a line for every change: {@code +} came, {@code -} went, {@code ~} changed. */
    @Override
    public String toString() {
        String head = "version " + before + " → version " + after;
        return isEmpty() ? head + ": no change" : head + "\n" + String.join("\n", lines);
    }
}

package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * Everything that is going on at once: the load on a teacher, how focused it is, what overlaps, and what might be given
 * up. Immutable.
 *
 * @param initiatives the initiatives, each id once
 * @param teachers how many teachers there are in all, at least 1
 */
public record InitiativeInventory(List<Initiative> initiatives, long teachers) {
    private static final Comparator<AbandonmentCandidate> MOST_REASONS = Comparator.comparingInt(
                    (AbandonmentCandidate candidate) -> -candidate.reasons().size())
            .thenComparing(candidate -> candidate.initiative().id());

    /** Checks and copies the initiatives. */
    public InitiativeInventory {
        initiatives = List.copyOf(initiatives);
        Checks.distinct(initiatives.stream().map(Initiative::id).toList(), "initiatives");
        Checks.positive(teachers, "teachers");
        for (Initiative initiative : initiatives) {
            Checks.require(
                    initiative.teachers() <= teachers,
                    "Initiative %s concerns %s teachers, of %s in all. Maybe the total is of one school only.",
                    initiative.id(),
                    initiative.teachers(),
                    teachers);
        }
    }

    /** The inventory of these, among that many teachers. */
    public static InitiativeInventory of(Collection<Initiative> initiatives, long teachers) {
        return new InitiativeInventory(List.copyOf(initiatives), teachers);
    }

    /** Those that serve no goal, in order. */
    public List<Initiative> listWithoutGoal() {
        return list(initiative -> initiative.goals().isEmpty());
    }

    /** Those of which nothing would show that they work, in order. */
    public List<Initiative> listWithoutMeasure() {
        return list(initiative -> initiative.measures().isEmpty());
    }

    /** Those that a law or authority demands, in order. */
    public List<Initiative> listMandated() {
        return list(Initiative::isMandated);
    }

    private List<Initiative> list(Predicate<Initiative> which) {
        return initiatives.stream().filter(which).toList();
    }

    /** The hours that all of them together take of a teacher in a year, on average over all teachers; exact. */
    public Rational hoursPerTeacher() {
        return exact(hours(initiative -> true)).dividedBy(teachers);
    }

    /**
     * The focus index: of the hours that all initiatives take, the share taken by those that serve one of these goals.
     * 1 if every hour serves a priority; missing if they take no time.
     */
    public Measured<Rational> focusIndex(Set<EntryId> priorities) {
        BigDecimal all = hours(initiative -> true);
        BigDecimal focused = hours(initiative -> initiative.goals().stream().anyMatch(priorities::contains));
        return all.signum() == 0
                ? Measured.missing(MissingReason.UNDEFINED, "no initiative takes time")
                : Measured.of(exact(focused).dividedBy(exact(all)));
    }

    private BigDecimal hours(Predicate<Initiative> which) {
        return list(which).stream().map(Initiative::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Rational exact(BigDecimal number) {
        BigDecimal plain = number.setScale(Math.max(0, number.scale()));
        return Rational.of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /** The goals that more than one initiative serves, with those that do, by goal. */
    public Map<EntryId, List<Initiative>> overlaps() {
        Map<EntryId, List<Initiative>> byGoal = new TreeMap<>();
        for (Initiative initiative : initiatives) {
            initiative
                    .goals()
                    .forEach(goal -> byGoal.computeIfAbsent(goal, none -> new ArrayList<>())
                            .add(initiative));
        }
        Map<EntryId, List<Initiative>> several = new LinkedHashMap<>();
        byGoal.forEach((goal, serving) -> {
            if (serving.size() > 1) {
                several.put(goal, List.copyOf(serving));
            }
        });
        return java.util.Collections.unmodifiableMap(several);
    }

    /** Those that might be given up, without regard to sunset plans. */
    public List<AbandonmentCandidate> listCandidates(AbandonmentRule rule) {
        return listCandidates(rule, List.of());
    }

    /**
     * Those that might be given up, those with the most reasons first, then by id; never a mandated one.
     *
     * @param sunsets the sunset plans there are; of several for one initiative the last counts
     */
    public List<AbandonmentCandidate> listCandidates(AbandonmentRule rule, Collection<SunsetPlan> sunsets) {
        Map<EntryId, SunsetPlan> plans = new HashMap<>();
        sunsets.forEach(plan -> plans.put(plan.initiative(), plan));
        return initiatives.stream()
                .filter(initiative -> !rule.of(initiative).isEmpty())
                .map(initiative -> new AbandonmentCandidate(
                        initiative, rule.of(initiative), java.util.Optional.ofNullable(plans.get(initiative.id()))))
                .sorted(MOST_REASONS)
                .toList();
    }

    /** The inventory in a few lines. */
    public Explanation explanation(AbandonmentRule rule) {
        return Explanation.of(
                        "%d initiatives take %.1f hours of a teacher in a year.",
                        initiatives.size(), hoursPerTeacher().doubleValue())
                .because(
                        "%d serve no goal, %d have no measure, %d are mandated.",
                        listWithoutGoal().size(),
                        listWithoutMeasure().size(),
                        listMandated().size())
                .because("%d might be given up.", listCandidates(rule).size());
    }
}

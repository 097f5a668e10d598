package org.iltlib.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;

/**
 * Holds repairs against brute force: all ways to leave each seat alone, let its holder take on every duty and unit, give
 * it up, or fill it with the most versatile newcomer of each group, and to add up to three such newcomers. Duties, units,
 * posts and wanted traits never make a rule fail, so no other change can do better.
 */
class RepairProperties {
    private static final List<StakeholderGroup> GROUPS =
            List.of(StakeholderGroup.TEACHER, StakeholderGroup.PARENT, StakeholderGroup.ADMINISTRATOR);
    private static final OrgUnit SCHOOL = OrgUnit.of(OrgUnitId.of("s"), OrgLevel.SCHOOL, "School");
    private static final List<OrgUnitId> UNITS = List.of(OrgUnitId.of("s/1"), OrgUnitId.of("s/2"));
    private static final SchoolFacts FACTS = SchoolFacts.none()
            .withUnits(UNITS.stream()
                    .map(unit -> SCHOOL.child(unit, OrgLevel.GRADE, unit.value()))
                    .toList())
            .withFigure("f", 1);
    private static final List<Office> DUTIES = List.of(Office.RECORDER, Office.PROCESS_CHECKER);
    private static final int MOST_ADDED = 3;
    private static final Term YEAR = Term.of(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30));

    @Provide
    Arbitrary<List<Seat>> teams() {
        Arbitrary<Seat> seat = Combinators.combine(
                        Arbitraries.of(GROUPS),
                        Arbitraries.subsetOf(UNITS),
                        Arbitraries.of(List.<Office>of(), List.of(Office.RECORDER), List.of(Office.PRINCIPAL)),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((group, units, offices, employed, termed) -> Seat.builder()
                        .group(group)
                        .units(units)
                        .offices(offices)
                        .traits(employed ? Set.of("employee") : Set.of())
                        .term(termed ? Optional.of(YEAR) : Optional.empty())
                        .build());
        return seat.list().ofMinSize(1).ofMaxSize(4).map(seats -> {
            List<Seat> held = new ArrayList<>();
            for (Seat each : seats) {
                held.add(each.toBuilder().person(PersonId.of("p" + held.size())).build());
            }
            return held;
        });
    }

    @Provide
    Arbitrary<List<CompositionRule>> rules() {
        return Arbitraries.of(List.<CompositionRule>of(
                        new CompositionRule.SizeRange(1, 2),
                        new CompositionRule.SizeRange(3, 4),
                        new CompositionRule.SizeRange(5, 5),
                        CompositionRule.RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
                        CompositionRule.RequiredOffice.duty(Office.RECORDER),
                        CompositionRule.RequiredOffice.duty(Office.PROCESS_CHECKER),
                        CompositionRule.UnitCoverage.ofGradesAndDepartments(),
                        CompositionRule.ConditionalSeat.always(Who.group(StakeholderGroup.PARENT), 1),
                        new CompositionRule.ConditionalSeat(
                                SchoolCondition.atLeast(SchoolCondition.TEAM_SIZE, 3),
                                Who.group(StakeholderGroup.PARENT),
                                2),
                        new CompositionRule.ConditionalSeat(
                                SchoolCondition.below(SchoolCondition.TEAM_SIZE, 3),
                                Who.group(StakeholderGroup.ADMINISTRATOR),
                                2),
                        new CompositionRule.Ratio(List.of(
                                new CompositionRule.Side("parents", Set.of(StakeholderGroup.PARENT), 1),
                                new CompositionRule.Side("teachers", Set.of(StakeholderGroup.TEACHER), 1))),
                        new CompositionRule.Ratio(List.of(
                                new CompositionRule.Side("parents", Set.of(StakeholderGroup.PARENT), 1),
                                new CompositionRule.Side(
                                        "staff", Set.of(StakeholderGroup.TEACHER, StakeholderGroup.ADMINISTRATOR), 2))),
                        new CompositionRule.MinShareWithin(
                                Set.of(), StakeholderGroup.TEACHER, Minimum.atLeast(Fraction.HALF)),
                        new CompositionRule.MinShareWithin(
                                Set.of(StakeholderGroup.TEACHER, StakeholderGroup.ADMINISTRATOR),
                                StakeholderGroup.TEACHER,
                                Minimum.MAJORITY),
                        new CompositionRule.ConditionalSeat(
                                SchoolCondition.atLeast("f", 1), Who.group(StakeholderGroup.PARENT), 2),
                        new CompositionRule.ConditionalSeat(SchoolCondition.atLeast("f", 1), Who.trait("minority"), 1),
                        new CompositionRule.Exclusion(Who.group(StakeholderGroup.PARENT), "employee"),
                        new CompositionRule.TermAndElection(StakeholderGroup.TEACHER, 12, 2)))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 150)
    void aRepairMeetsAllRulesAndNoneIsSmaller(
            @ForAll("teams") List<Seat> seats, @ForAll("rules") List<CompositionRule> rules) {
        Optional<List<SeatChange>> repair = new RepairSearch(rules, FACTS, YEAR.first()).smallest(seats);
        OptionalInt least = new BruteForce(rules, seats).least(repair.map(List::size));
        if (repair.isPresent()) {
            assertThat(holds(rules, applied(seats, repair.get()))).isTrue();
        }
        if (least.isPresent()) {
            assertThat(repair).isPresent();
            assertThat(repair.orElseThrow()).hasSizeLessThanOrEqualTo(least.getAsInt());
        }
    }

    private static boolean holds(List<CompositionRule> rules, List<Seat> seats) {
        return rules.stream()
                .noneMatch(rule ->
                        Rules.judge(rule, seats, FACTS, YEAR.first()).finding().status() == RuleFinding.Status.FAIL);
    }

    private static List<Seat> applied(List<Seat> seats, List<SeatChange> changes) {
        List<Seat> changed = new ArrayList<>(seats);
        for (SeatChange change : changes) {
            change.before()
                    .ifPresent(before -> assertThat(changed.remove(before)).isTrue());
            change.after().ifPresent(changed::add);
        }
        return changed;
    }

    /** Tries everything. */
    private static final class BruteForce {
        private final List<CompositionRule> rules;
        private final List<Seat> seats;
        private int least = Integer.MAX_VALUE;

        BruteForce(List<CompositionRule> rules, List<Seat> seats) {
            this.rules = rules;
            this.seats = seats;
        }

        /** The fewest changes found; only those below the bound, if there is one, are looked for. */
        OptionalInt least(Optional<Integer> bound) {
            least = bound.orElse(seats.size() + MOST_ADDED + 1);
            int start = least;
            tryFrom(0, 0, new ArrayList<>());
            return least < start ? OptionalInt.of(least) : OptionalInt.empty();
        }

        private void tryFrom(int place, int cost, List<Seat> chosen) {
            if (cost >= least) {
                return;
            }
            if (place == seats.size()) {
                add(0, 0, cost, chosen);
                return;
            }
            Seat seat = seats.get(place);
            next(place, cost, chosen, seat);
            next(
                    place,
                    cost + 1,
                    chosen,
                    seat.toBuilder().addAllOffices(DUTIES).addAllUnits(UNITS).build());
            for (StakeholderGroup group : GROUPS) {
                next(place, cost + 1, chosen, newcomer(group));
            }
            tryFrom(place + 1, cost + 1, chosen);
        }

        private void next(int place, int cost, List<Seat> chosen, Seat seat) {
            chosen.add(seat);
            tryFrom(place + 1, cost, chosen);
            chosen.remove(chosen.size() - 1);
        }

        private void add(int added, int group, int cost, List<Seat> chosen) {
            if (cost >= least) {
                return;
            }
            if (holds(rules, chosen)) {
                least = cost;
                return;
            }
            for (int next = group; added < MOST_ADDED && next < GROUPS.size(); next++) {
                chosen.add(newcomer(GROUPS.get(next)));
                add(added + 1, next, cost + 1, chosen);
                chosen.remove(chosen.size() - 1);
            }
        }

        private static Seat newcomer(StakeholderGroup group) {
            return Seat.builder()
                    .group(group)
                    .offices(DUTIES)
                    .addAllOffices(group.equals(StakeholderGroup.ADMINISTRATOR) ? List.of(Office.PRINCIPAL) : List.of())
                    .units(UNITS)
                    .addTraits("minority")
                    .build();
        }
    }
}

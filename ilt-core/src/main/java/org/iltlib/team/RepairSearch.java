package org.iltlib.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Term;
import org.iltlib.people.StakeholderGroup;

/**
 * The fewest seats to touch so that all rules hold. Iterative deepening with a lower bound (IDA*, Korf 1985,
 * doi:10.1016/0004-3702(85)90084-0): the bound is the largest number of seats that any one rule needs. At each step the
 * rule furthest from holding names the changes of which every solution must contain one. A seat once touched is open:
 * it may take further duties and units at no further cost.
 */
final class RepairSearch {
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 40;

    /** Who may fill a place that no rule speaks of, where nobody else can; the first of them that no rule names. */
    private static final List<StakeholderGroup> OUTSIDERS = List.of(
            StakeholderGroup.COACH,
            StakeholderGroup.SPECIALIST,
            StakeholderGroup.COMMUNITY,
            StakeholderGroup.CLASSIFIED,
            StakeholderGroup.EXTERNAL);

    private final List<CompositionRule> rules;
    private final SchoolFacts facts;
    private final LocalDate day;
    private final Set<StakeholderGroup> groups = new LinkedHashSet<>();
    private final Set<Office> duties = new LinkedHashSet<>();
    private int steps;

    /** A seat in the making: where it came from (nowhere if it is new), and what it is to be. */
    private record Place(Optional<Seat> origin, Seat seat, boolean touched) {}

    private record Move(List<Place> places, Optional<Seat> givenUp, int cost) {}

    RepairSearch(List<CompositionRule> rules, SchoolFacts facts, LocalDate day) {
        this.rules = rules;
        this.facts = facts;
        this.day = day;
        groups.add(StakeholderGroup.TEACHER);
        for (CompositionRule rule : rules) {
            if (rule instanceof CompositionRule.RequiredOffice office) {
                groups.add(office.group());
                if (office.assignable()) {
                    duties.add(office.office());
                }
            } else if (rule instanceof CompositionRule.Ratio ratio) {
                ratio.sides().forEach(side -> groups.addAll(side.groups()));
            } else if (rule instanceof CompositionRule.MinShareWithin share) {
                groups.add(share.group());
            } else if (rule instanceof CompositionRule.ConditionalSeat conditional
                    && conditional.who().by() == Who.By.GROUP) {
                groups.add(StakeholderGroup.of(conditional.who().value()));
            }
        }
    }

    Optional<List<SeatChange>> smallest(List<Seat> seats) {
        boolean known = seats.stream().anyMatch(seat -> !groups.contains(seat.group()));
        seats.forEach(seat -> groups.add(seat.group()));
        Optional<StakeholderGroup> outsider = known || rules.stream().noneMatch(RepairSearch::countsSomeGroups)
                ? Optional.empty()
                : OUTSIDERS.stream().filter(group -> !groups.contains(group)).findFirst();
        List<Place> start = seats.stream()
                .map(seat -> new Place(Optional.of(seat), seat, false))
                .toList();
        for (int limit = 0; limit <= DEEPEST && steps < MOST_STEPS; limit++) {
            Optional<List<SeatChange>> found = within(limit, start, List.of());
            if (found.isEmpty() && outsider.isPresent()) {
                groups.add(outsider.get());
                found = within(limit, start, List.of());
                groups.remove(outsider.get());
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether members of other groups are free as far as the rule goes, so that one may be needed to make up a size. */
    private static boolean countsSomeGroups(CompositionRule rule) {
        return rule instanceof CompositionRule.Ratio
                || (rule instanceof CompositionRule.MinShareWithin share
                        && !share.among().isEmpty());
    }

    private Optional<List<SeatChange>> within(int left, List<Place> places, List<Seat> givenUp) {
        if (++steps > MOST_STEPS) {
            return Optional.empty();
        }
        List<Seat> seats = seats(places);
        int furthest = 0;
        Optional<CompositionRule> failing = Optional.empty();
        for (CompositionRule rule : rules) {
            int distance = Rules.judge(rule, seats, facts, day).distance();
            if (distance > furthest) {
                furthest = distance;
                failing = Optional.of(rule);
            }
        }
        if (failing.isEmpty()) {
            return Optional.of(changes(places, givenUp));
        }
        if (furthest > left && !mayBeFree(failing.get(), places)) {
            return Optional.empty();
        }
        for (Move move : moves(failing.get(), places)) {
            if (move.cost() <= left) {
                List<Seat> more = new ArrayList<>(givenUp);
                move.givenUp().ifPresent(more::add);
                Optional<List<SeatChange>> found = within(left - move.cost(), move.places(), more);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether an open seat could meet the rule at no cost, so that its distance is no bound. */
    private static boolean mayBeFree(CompositionRule rule, List<Place> places) {
        return !(rule instanceof CompositionRule.SizeRange
                        || rule instanceof CompositionRule.Ratio
                        || rule instanceof CompositionRule.MinShareWithin)
                && places.stream().anyMatch(Place::touched);
    }

    private List<Move> moves(CompositionRule rule, List<Place> places) {
        if (rule instanceof CompositionRule.SizeRange size) {
            return places.size() < size.min()
                    ? adding(places, groups, UnaryOperator.identity())
                    : removing(places, seat -> true);
        } else if (rule instanceof CompositionRule.RequiredOffice office) {
            UnaryOperator<Seat> give =
                    seat -> seat.toBuilder().addOffices(office.office()).build();
            Set<StakeholderGroup> holders = office.assignable() ? groups : Set.of(office.group());
            List<Move> moves = giving(places, seat -> holders.contains(seat.group()), office.assignable(), give);
            moves.addAll(adding(places, holders, give));
            moves.addAll(replacing(places, holders, seat -> true, give));
            return moves;
        } else if (rule instanceof CompositionRule.UnitCoverage coverage) {
            List<OrgUnitId> missing = Rules.uncovered(coverage, seats(places), facts);
            UnaryOperator<Seat> give =
                    seat -> seat.toBuilder().addAllUnits(missing).build();
            List<Move> moves = giving(places, seat -> true, false, give);
            moves.addAll(adding(places, groups, give));
            moves.addAll(giving(places, seat -> true, true, give));
            moves.addAll(replacing(places, groups, seat -> true, give));
            return moves;
        } else if (rule instanceof CompositionRule.Ratio) {
            return anyChange(places, groups, UnaryOperator.identity());
        } else if (rule instanceof CompositionRule.MinShareWithin share) {
            List<Move> moves = adding(places, Set.of(share.group()), UnaryOperator.identity());
            moves.addAll(
                    replacing(places, groups, seat -> !seat.group().equals(share.group()), UnaryOperator.identity()));
            moves.addAll(
                    removing(places, seat -> share.counts(seat) && !seat.group().equals(share.group())));
            return moves;
        } else if (rule instanceof CompositionRule.ConditionalSeat conditional) {
            List<Move> moves = forCondition(conditional.who(), places);
            if (Rules.asksForSize(conditional)) {
                moves.addAll(
                        conditional.when().comparison() == SchoolCondition.Comparison.AT_LEAST
                                ? removing(places, seat -> true)
                                : adding(places, groups, UnaryOperator.identity()));
            }
            return moves;
        } else if (rule instanceof CompositionRule.Exclusion exclusion) {
            List<Move> moves =
                    replacing(places, groups, seat -> Rules.offends(exclusion, seat), UnaryOperator.identity());
            moves.addAll(removing(places, seat -> Rules.offends(exclusion, seat)));
            return moves;
        }
        CompositionRule.TermAndElection term = (CompositionRule.TermAndElection) rule;
        Predicate<Seat> offends = seat -> seat.group().equals(term.electorate()) && !term.isKeptBy(seat, day);
        Term whole = Term.of(day, day.plusMonths(term.months()).minusDays(1));
        List<Move> moves = giving(
                places,
                offends.and(seat -> seat.termsInARow() <= term.mostInARow()),
                true,
                seat -> seat.toBuilder().term(whole).build());
        moves.addAll(replacing(places, groups, offends, UnaryOperator.identity()));
        moves.addAll(removing(places, offends));
        return moves;
    }

    private List<Move> forCondition(Who who, List<Place> places) {
        return switch (who.by()) {
            case GROUP -> {
                Set<StakeholderGroup> group = Set.of(StakeholderGroup.of(who.value()));
                List<Move> moves = adding(places, group, UnaryOperator.identity());
                moves.addAll(replacing(places, group, seat -> !who.matches(seat), UnaryOperator.identity()));
                yield moves;
            }
            case OFFICE ->
                giveOrAdd(
                        places,
                        who,
                        seat -> seat.toBuilder()
                                .addOffices(Office.of(who.value()))
                                .build());
            case TRAIT ->
                giveOrAdd(
                        places,
                        who,
                        seat -> seat.toBuilder().addTraits(who.value()).build());
        };
    }

    private List<Move> giveOrAdd(List<Place> places, Who who, UnaryOperator<Seat> give) {
        List<Move> moves = giving(places, seat -> !who.matches(seat), false, give);
        moves.addAll(adding(places, groups, give));
        moves.addAll(replacing(places, groups, seat -> !who.matches(seat), give));
        return moves;
    }

    private List<Move> anyChange(List<Place> places, Set<StakeholderGroup> wanted, UnaryOperator<Seat> give) {
        List<Move> moves = adding(places, wanted, give);
        moves.addAll(replacing(places, wanted, seat -> true, give));
        moves.addAll(removing(places, seat -> true));
        return moves;
    }

    private static List<Move> adding(List<Place> places, Set<StakeholderGroup> wanted, UnaryOperator<Seat> give) {
        List<Move> moves = new ArrayList<>();
        for (StakeholderGroup group : wanted) {
            List<Place> longer = new ArrayList<>(places);
            longer.add(new Place(
                    Optional.empty(), give.apply(Seat.builder().group(group).build()), true));
            moves.add(new Move(longer, Optional.empty(), 1));
        }
        return moves;
    }

    /**
     * Gives something to a seat: to open ones at no cost, or to members who keep their seats at the cost of one. Those
     * who can best bear it come first: see {@link #burden}.
     */
    private static List<Move> giving(
            List<Place> places, Predicate<Seat> which, boolean toMembers, UnaryOperator<Seat> give) {
        List<Move> moves = new ArrayList<>();
        IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> burden(places.get(i).seat())))
                .forEach(i -> {
                    Place place = places.get(i);
                    boolean open = place.touched() && (toMembers || place.seat().isVacant());
                    if ((open || (toMembers && !place.touched())) && which.test(place.seat())) {
                        moves.add(with(places, i, give.apply(place.seat()), place.touched() ? 0 : 1));
                    }
                });
        return moves;
    }

    /** Teachers before others, and those without an office before those who have one, such as the principal. */
    private static int burden(Seat seat) {
        return (seat.offices().isEmpty() ? 0 : 2) + (seat.group().equals(StakeholderGroup.TEACHER) ? 0 : 1);
    }

    /** Fills seats not yet touched with somebody else, who takes over duties of the team and units. */
    private List<Move> replacing(
            List<Place> places, Set<StakeholderGroup> wanted, Predicate<Seat> which, UnaryOperator<Seat> give) {
        List<Move> moves = new ArrayList<>();
        Set<Seat> alike = new LinkedHashSet<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            Seat seat = place.seat();
            if (place.touched()
                    || !which.test(seat)
                    || !alike.add(seat.toBuilder().person(Optional.empty()).build())) {
                continue;
            }
            for (StakeholderGroup group : wanted) {
                Seat.Builder filled = Seat.builder().group(group).units(seat.units());
                seat.offices().stream()
                        .filter(office -> duties.contains(office) || group.equals(seat.group()))
                        .forEach(filled::addOffices);
                moves.add(with(places, i, give.apply(filled.build()), 1));
            }
        }
        return moves;
    }

    private static List<Move> removing(List<Place> places, Predicate<Seat> which) {
        List<Move> moves = new ArrayList<>();
        Set<Seat> alike = new LinkedHashSet<>();
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            Seat seat = place.seat();
            if (!place.touched()
                    && which.test(seat)
                    && alike.add(seat.toBuilder().person(Optional.empty()).build())) {
                List<Place> shorter = new ArrayList<>(places);
                shorter.remove(i);
                moves.add(new Move(shorter, Optional.of(seat), 1));
            }
        }
        return moves;
    }

    private static Move with(List<Place> places, int index, Seat seat, int cost) {
        List<Place> changed = new ArrayList<>(places);
        changed.set(index, new Place(places.get(index).origin(), seat, true));
        return new Move(changed, Optional.empty(), cost);
    }

    private static List<Seat> seats(List<Place> places) {
        return places.stream().map(Place::seat).toList();
    }

    private static List<SeatChange> changes(List<Place> places, List<Seat> givenUp) {
        List<SeatChange> changes = new ArrayList<>();
        for (Place place : places) {
            if (place.touched()) {
                changes.add(new SeatChange(place.origin(), Optional.of(place.seat())));
            }
        }
        givenUp.forEach(seat -> changes.add(new SeatChange(Optional.of(seat), Optional.empty())));
        return changes;
    }
}

package org.iltlib.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;

/** How the rules are judged. */
final class Rules {
    private Rules() {}

    /** A finding, and a number of seats without whose change the rule cannot hold. */
    record Judgement(RuleFinding finding, int distance) {}

    static Judgement judge(CompositionRule rule, List<Seat> seats, SchoolFacts facts, LocalDate day) {
        if (rule instanceof CompositionRule.SizeRange size) {
            int off = Math.max(size.min() - seats.size(), seats.size() - size.max());
            return of(
                    rule,
                    off,
                    "%s members; %s are wanted.",
                    seats.size(),
                    size.max() == Integer.MAX_VALUE ? "at least " + size.min() : size.min() + " to " + size.max());
        } else if (rule instanceof CompositionRule.RequiredOffice office) {
            return office(office, seats);
        } else if (rule instanceof CompositionRule.UnitCoverage coverage) {
            return coverage(coverage, seats, facts);
        } else if (rule instanceof CompositionRule.Ratio ratio) {
            return ratio(ratio, seats);
        } else if (rule instanceof CompositionRule.MinShareWithin share) {
            return share(share, seats);
        } else if (rule instanceof CompositionRule.ConditionalSeat conditional) {
            return conditional(conditional, seats, facts);
        } else if (rule instanceof CompositionRule.Exclusion exclusion) {
            int offending = (int)
                    seats.stream().filter(seat -> offends(exclusion, seat)).count();
            return of(
                    rule,
                    offending,
                    "%s of the %s are \"%s\"; none may be.",
                    offending,
                    Phrases.several(exclusion.who()),
                    exclusion.trait());
        } else if (rule instanceof CompositionRule.TermAndElection term) {
            int offending = (int) seats.stream()
                    .filter(seat -> seat.group().equals(term.electorate()) && !term.isKeptBy(seat, day))
                    .count();
            return of(
                    rule,
                    offending,
                    "%s %s have no term, one that ended before %s, or one longer than %s months%s.",
                    offending,
                    term.electorate().plural(),
                    day,
                    term.months(),
                    term.mostInARow() == Integer.MAX_VALUE ? "" : ", or more than " + term.mostInARow() + " in a row");
        } else if (rule instanceof CompositionRule.RoleAttendance attendance) {
            return attendance(attendance, seats, facts);
        }
        return mirror((CompositionRule.PopulationMirror) rule, seats, facts);
    }

    private static Judgement office(CompositionRule.RequiredOffice rule, List<Seat> seats) {
        List<Seat> holders = seats.stream()
                .filter(seat -> seat.offices().contains(rule.office()))
                .toList();
        if (holders.isEmpty()) {
            return of(rule, 1, "There is no %s.", rule.office());
        } else if (holders.stream().noneMatch(rule::isFilledBy)) {
            return of(
                    rule,
                    1,
                    "The %s sits as %s; %s is wanted.",
                    rule.office(),
                    Phrases.one(holders.get(0).group().singular()),
                    Phrases.one(rule.group().singular()));
        }
        return of(rule, 0, "There is %s.", Phrases.one(rule.office().value()));
    }

    static boolean offends(CompositionRule.Exclusion exclusion, Seat seat) {
        return exclusion.who().matches(seat) && seat.traits().contains(exclusion.trait());
    }

    static List<OrgUnitId> uncovered(CompositionRule.UnitCoverage rule, List<Seat> seats, SchoolFacts facts) {
        return units(rule, facts).stream()
                .filter(unit -> seats.stream().noneMatch(seat -> seat.units().contains(unit)))
                .toList();
    }

    private static List<OrgUnitId> units(CompositionRule.UnitCoverage rule, SchoolFacts facts) {
        return facts.units().stream()
                .filter(unit -> rule.levels().contains(unit.level()))
                .map(OrgUnit::id)
                .toList();
    }

    private static Judgement coverage(CompositionRule.UnitCoverage rule, List<Seat> seats, SchoolFacts facts) {
        int all = units(rule, facts).size();
        if (all == 0) {
            return other(rule, RuleFinding.Status.NOT_CHECKED, Explanation.of("No grades or departments are known."));
        }
        List<OrgUnitId> missing = uncovered(rule, seats, facts);
        Explanation why =
                Explanation.of("%s of %s units have somebody who speaks for them.", all - missing.size(), all);
        for (OrgUnitId unit : missing) {
            why = why.because("Nobody speaks for %s.", unit);
        }
        return of(rule, missing.isEmpty() ? 0 : 1, why);
    }

    private static Judgement ratio(CompositionRule.Ratio rule, List<Seat> seats) {
        List<Integer> counts = new ArrayList<>();
        for (CompositionRule.Side side : rule.sides()) {
            counts.add((int) seats.stream()
                    .filter(seat -> side.groups().contains(seat.group()))
                    .count());
        }
        int fewest = Integer.MAX_VALUE;
        for (int times = 1; times <= Math.max(1, seats.size()); times++) {
            int surplus = 0;
            int deficit = 0;
            for (int i = 0; i < counts.size(); i++) {
                int off = counts.get(i) - times * rule.sides().get(i).weight();
                surplus += Math.max(0, off);
                deficit += Math.max(0, -off);
            }
            fewest = Math.min(fewest, Math.max(surplus, deficit));
        }
        String names = rule.sides().stream().map(CompositionRule.Side::name).collect(Collectors.joining(" : "));
        String found = counts.stream().map(String::valueOf).collect(Collectors.joining(" : "));
        String wanted =
                rule.sides().stream().map(side -> String.valueOf(side.weight())).collect(Collectors.joining(" : "));
        return of(rule, fewest, "%s stand %s; %s is wanted.", names, found, wanted);
    }

    private static Judgement share(CompositionRule.MinShareWithin rule, List<Seat> seats) {
        int side = (int) seats.stream().filter(rule::counts).count();
        int group = (int)
                seats.stream().filter(seat -> seat.group().equals(rule.group())).count();
        int missing = side == 0 ? 1 : 0;
        while (side > 0 && !rule.minimum().isMetBy(group + missing, side)) {
            missing++;
        }
        return of(
                rule,
                missing,
                "%s of %s %s are %s; %s is wanted.",
                group,
                side,
                rule.among().isEmpty()
                        ? "members"
                        : Phrases.both(rule.among().stream()
                                .map(StakeholderGroup::plural)
                                .toList()),
                rule.group().plural(),
                rule.minimum());
    }

    private static Judgement conditional(CompositionRule.ConditionalSeat rule, List<Seat> seats, SchoolFacts facts) {
        Double figure = asksForSize(rule)
                ? Double.valueOf(seats.size())
                : facts.figures().get(rule.when().figure());
        if (figure == null) {
            return other(
                    rule,
                    RuleFinding.Status.NOT_CHECKED,
                    Explanation.of("Applies if %s; that figure is not known.", rule.when()));
        }
        if (!rule.when().holdsFor(figure)) {
            return other(
                    rule,
                    RuleFinding.Status.NOT_APPLICABLE,
                    Explanation.of("Applies if %s, which is not so here.", rule.when()));
        }
        int found = (int) seats.stream().filter(rule.who()::matches).count();
        int distance = rule.atLeast() - found;
        return of(
                rule,
                asksForSize(rule) && distance > 0 ? Math.min(distance, toEscape(rule.when(), seats.size())) : distance,
                "%s %s; at least %s wanted because of %s.",
                found,
                Phrases.several(rule.who()),
                rule.atLeast(),
                rule.when());
    }

    static boolean asksForSize(CompositionRule.ConditionalSeat rule) {
        return rule.when().figure().equals(SchoolCondition.TEAM_SIZE);
    }

    /** By how many members the team must change for a condition on its size, which now holds, to hold no longer. */
    private static int toEscape(SchoolCondition when, int size) {
        int steps = 1;
        int way = when.comparison() == SchoolCondition.Comparison.AT_LEAST ? -1 : 1;
        while (when.holdsFor(size + way * steps) && steps <= size) {
            steps++;
        }
        return steps;
    }

    private static Judgement attendance(CompositionRule.RoleAttendance rule, List<Seat> seats, SchoolFacts facts) {
        List<PersonId> persons = seats.stream()
                .filter(rule.who()::matches)
                .flatMap(seat -> seat.person().stream())
                .toList();
        Explanation why = Explanation.of(
                "Every %s is to attend %s meetings.",
                rule.who().by() == Who.By.GROUP
                        ? StakeholderGroup.of(rule.who().value()).singular()
                        : rule.who(),
                rule.atLeast().equals(Fraction.ONE) ? "all" : "at least " + rule.atLeast() + " of the");
        int all = facts.meetings().size();
        if (persons.stream()
                .noneMatch(person -> facts.meetings().stream()
                        .anyMatch(meeting -> meeting.present().contains(person)
                                || meeting.absent().contains(person)))) {
            return other(rule, RuleFinding.Status.NOT_CHECKED, why.because("No attendance is known."));
        }
        int fell = 0;
        int unknown = 0;
        for (PersonId person : persons) {
            long there = facts.meetings().stream()
                    .filter(meeting -> meeting.present().contains(person))
                    .count();
            long away = facts.meetings().stream()
                    .filter(meeting -> meeting.absent().contains(person))
                    .count();
            if (rule.atLeast().compareShare(all - away, all) < 0) {
                fell++;
            } else if (rule.atLeast().compareShare(there, all) < 0) {
                unknown++;
            }
        }
        if (fell > 0) {
            return other(rule, RuleFinding.Status.FAIL, why.because("%s of %s fell short.", fell, persons.size()));
        } else if (unknown > 0) {
            return other(
                    rule,
                    RuleFinding.Status.NOT_CHECKED,
                    why.because(
                            "Of %s of %s it is not known: at some of the %s meetings they are noted neither as present"
                                    + " nor as absent.",
                            unknown, persons.size(), all));
        }
        return other(rule, RuleFinding.Status.PASS, why.because("All did."));
    }

    private static Judgement mirror(CompositionRule.PopulationMirror rule, List<Seat> seats, SchoolFacts facts) {
        Double figure = facts.figures().get(rule.figure());
        if (figure == null || seats.isEmpty()) {
            return other(
                    rule,
                    RuleFinding.Status.NOT_CHECKED,
                    Explanation.of(
                            "The share of \"%s\" in the school is not known, or nobody is on the team.", rule.trait()));
        }
        double share = (double) seats.stream()
                        .filter(seat -> seat.traits().contains(rule.trait()))
                        .count()
                / seats.size();
        return other(
                rule,
                RuleFinding.Status.ADVISORY,
                Explanation.of(
                        "\"%s\" is %.2f of the school; the share of the team is %s that.",
                        rule.trait(), figure, Math.abs(share - figure) <= rule.tolerance() ? "near" : "not near"));
    }

    private static Judgement of(CompositionRule rule, int distance, String template, Object... arguments) {
        return of(rule, distance, Explanation.of(template, arguments));
    }

    private static Judgement of(CompositionRule rule, int distance, Explanation why) {
        RuleFinding.Status status = distance > 0 ? RuleFinding.Status.FAIL : RuleFinding.Status.PASS;
        return new Judgement(new RuleFinding(rule, status, why), Math.max(0, distance));
    }

    /** A judgement that no change of seats would alter. */
    private static Judgement other(CompositionRule rule, RuleFinding.Status status, Explanation why) {
        return new Judgement(new RuleFinding(rule, status, why), 0);
    }

    static Set<StakeholderGroup> sorted(Set<StakeholderGroup> groups) {
        return Collections.unmodifiableSet(new TreeSet<>(groups));
    }
}

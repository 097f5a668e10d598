package org.iltlib.team;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.StakeholderGroup;

/**
 * A rule on who must sit on a team. Ten shapes cover the laws, contracts and guides that schools work under; vacant
 * seats count for none of them.
 */
public sealed interface CompositionRule {
    /** The written form, tagged {@code rule}. */
    Form<CompositionRule> FORM = Forms.<CompositionRule>family("rule")
            .when("sizeRange", SizeRange.class, SizeRange.FORM)
            .when("requiredOffice", RequiredOffice.class, RequiredOffice.FORM)
            .when("unitCoverage", UnitCoverage.class, UnitCoverage.FORM)
            .when("ratio", Ratio.class, Ratio.FORM)
            .when("minShareWithin", MinShareWithin.class, MinShareWithin.FORM)
            .when("conditionalSeat", ConditionalSeat.class, ConditionalSeat.FORM)
            .when("exclusion", Exclusion.class, Exclusion.FORM)
            .when("termAndElection", TermAndElection.class, TermAndElection.FORM)
            .when("roleAttendance", RoleAttendance.class, RoleAttendance.FORM)
            .when("populationMirror", PopulationMirror.class, PopulationMirror.FORM);

    /**
     * The team has from so many members to so many.
     *
     * @param min the fewest, at least 1
     * @param max the most, not below the fewest
     */
    record SizeRange(int min, int max) implements CompositionRule {
        /** The written form. */
        public static final Form<SizeRange> FORM =
                Form.of("min", Forms.INTEGER, SizeRange::min, "max", Forms.INTEGER, SizeRange::max, SizeRange::new);

        /** Checks the order. */
        public SizeRange {
            Checks.positive(min, "min");
            Checks.require(max >= min, "max is %s, below min %s. Maybe the two are swapped.", max, min);
        }

        /** At least so many, with no upper limit. */
        public static SizeRange atLeast(int min) {
            return new SizeRange(min, Integer.MAX_VALUE);
        }
    }

    /**
     * Somebody holds that office. One that comes with a post counts only on a seat of its group: a parent is no principal.
     *
     * @param office the office
     * @param group the group from which its holder comes
     * @param assignable whether the team may give it to any member (a recorder); otherwise it comes with a post
     */
    record RequiredOffice(Office office, StakeholderGroup group, boolean assignable) implements CompositionRule {
        /** The written form. */
        public static final Form<RequiredOffice> FORM = Form.of(
                "office",
                Office.FORM,
                RequiredOffice::office,
                "group",
                StakeholderGroup.FORM,
                RequiredOffice::group,
                "assignable",
                Forms.FLAG,
                RequiredOffice::assignable,
                RequiredOffice::new);

        boolean isFilledBy(Seat seat) {
            return seat.offices().contains(office)
                    && (assignable || seat.group().equals(group));
        }

        /** An office that comes with a post held by one of that group. */
        public static RequiredOffice post(Office office, StakeholderGroup group) {
            return new RequiredOffice(office, group, false);
        }

        /** An office that the team gives to any member; where nobody can take it, a teacher is the one to add. */
        public static RequiredOffice duty(Office office) {
            return new RequiredOffice(office, StakeholderGroup.TEACHER, true);
        }
    }

    /**
     * Every unit of these levels has somebody who speaks for it; one person may speak for several.
     *
     * @param levels the levels, at least one
     */
    record UnitCoverage(Set<OrgLevel> levels) implements CompositionRule {
        /** The written form. */
        public static final Form<UnitCoverage> FORM =
                Form.of("levels", Forms.setOf(Forms.enumOf(OrgLevel.class)), UnitCoverage::levels, UnitCoverage::new);

        /** Copies the levels, in their natural order. */
        public UnitCoverage {
            Checks.notEmpty(levels, "levels");
            levels = Collections.unmodifiableSet(EnumSet.copyOf(levels));
        }

        /** Every grade and department. */
        public static UnitCoverage ofGradesAndDepartments() {
            return new UnitCoverage(Set.of(OrgLevel.GRADE, OrgLevel.DEPARTMENT));
        }
    }

    /**
     * A side of a {@link Ratio}.
     *
     * @param name what it is called
     * @param groups the groups it is made of
     * @param weight its part, at least 1
     */
    record Side(String name, Set<StakeholderGroup> groups, int weight) {
        /** The written form. */
        public static final Form<Side> FORM = Form.of(
                "name",
                Forms.TEXT,
                Side::name,
                "groups",
                Forms.setOf(StakeholderGroup.FORM),
                Side::groups,
                "weight",
                Forms.INTEGER,
                Side::weight,
                Side::new);

        /** Checks and copies the groups, in their natural order. */
        public Side {
            Checks.text(name, "name");
            Checks.notEmpty(groups, "groups");
            groups = Rules.sorted(groups);
            Checks.positive(weight, "weight");
        }
    }

    /**
     * The sides stand in exactly this proportion, none empty: 1 to 1 is parity, 2 to 3 to 1 is Kentucky's. Groups on no
     * side do not count.
     *
     * @param sides at least two, no group on two of them
     */
    record Ratio(List<Side> sides) implements CompositionRule {
        /** The written form. */
        public static final Form<Ratio> FORM = Form.of("sides", Forms.listOf(Side.FORM), Ratio::sides, Ratio::new);

        /** Checks and copies the sides. */
        public Ratio {
            sides = List.copyOf(sides);
            Checks.require(sides.size() >= 2, "There are %s sides. Expected at least two.", sides.size());
            Checks.distinct(
                    sides.stream().flatMap(side -> side.groups().stream()).toList(), "groups of sides");
        }
    }

    /**
     * Among the members of some groups, those of one group are at least a share.
     *
     * @param among the groups that count; empty for the whole team
     * @param group the group with a floor; one of them
     * @param minimum the floor
     */
    record MinShareWithin(Set<StakeholderGroup> among, StakeholderGroup group, Minimum minimum)
            implements CompositionRule {
        /** The written form. */
        public static final Form<MinShareWithin> FORM = Form.of(
                "among",
                Forms.setOf(StakeholderGroup.FORM),
                MinShareWithin::among,
                "group",
                StakeholderGroup.FORM,
                MinShareWithin::group,
                "minimum",
                Minimum.FORM,
                MinShareWithin::minimum,
                MinShareWithin::new);

        /** Checks and copies the groups, in their natural order. */
        public MinShareWithin {
            among = Rules.sorted(among);
            Checks.require(
                    among.isEmpty() || among.contains(group), "%s is not among %s. Maybe add it there.", group, among);
        }

        boolean counts(Seat seat) {
            return among.isEmpty() || among.contains(seat.group());
        }
    }

    /**
     * If the school is such, there are at least so many of these.
     *
     * @param when what the school is like
     * @param who who is then needed
     * @param atLeast how many, at least 1
     */
    record ConditionalSeat(SchoolCondition when, Who who, int atLeast) implements CompositionRule {
        /** The written form. */
        public static final Form<ConditionalSeat> FORM = Form.of(
                "when",
                SchoolCondition.FORM,
                ConditionalSeat::when,
                "who",
                Who.FORM,
                ConditionalSeat::who,
                "atLeast",
                Forms.INTEGER,
                ConditionalSeat::atLeast,
                ConditionalSeat::new);

        /** Checks the number. */
        public ConditionalSeat {
            Checks.positive(atLeast, "atLeast");
        }

        /** At least so many of these on every team. */
        public static ConditionalSeat always(Who who, int atLeast) {
            return new ConditionalSeat(SchoolCondition.atLeast(SchoolCondition.TEAM_SIZE, 1), who, atLeast);
        }
    }

    /**
     * None of these has that trait: no parent member is an employee.
     *
     * @param who whom it concerns
     * @param trait what is excluded
     */
    record Exclusion(Who who, String trait) implements CompositionRule {
        /** The written form. */
        public static final Form<Exclusion> FORM =
                Form.of("who", Who.FORM, Exclusion::who, "trait", Forms.TEXT, Exclusion::trait, Exclusion::new);

        /** Checks the trait. */
        public Exclusion {
            Checks.text(trait, "trait");
        }
    }

    /**
     * Seats of a group are filled by that group, for a time, and not for ever: each has a term of at most so many
     * months that has not ended, and nobody has more than so many in a row.
     *
     * @param electorate the group that elects its own
     * @param months the longest term, in months, at least 1
     * @param mostInARow the most terms in a row, at least 1
     */
    record TermAndElection(StakeholderGroup electorate, int months, int mostInARow) implements CompositionRule {
        /** The written form. */
        public static final Form<TermAndElection> FORM = Form.of(
                "electorate",
                StakeholderGroup.FORM,
                TermAndElection::electorate,
                "months",
                Forms.INTEGER,
                TermAndElection::months,
                "mostInARow",
                Forms.INTEGER,
                TermAndElection::mostInARow,
                TermAndElection::new);

        /** Checks the numbers. */
        public TermAndElection {
            Checks.positive(months, "months");
            Checks.positive(mostInARow, "mostInARow");
        }

        boolean isKeptBy(Seat seat, LocalDate day) {
            return seat.isVacant()
                    || (seat.termsInARow() <= mostInARow
                            && seat.term()
                                    .filter(term -> !term.last().isBefore(day)
                                            && term.last().isBefore(term.first().plusMonths(months)))
                                    .isPresent());
        }
    }

    /**
     * These come to at least that share of the meetings.
     *
     * @param who whom it concerns
     * @param atLeast the share of all meetings known, each member on their own; where it hangs on meetings at which a
     *     member is noted neither as present nor as absent, the rule is not checked
     */
    record RoleAttendance(Who who, Fraction atLeast) implements CompositionRule {
        /** The written form. */
        public static final Form<RoleAttendance> FORM = Form.of(
                "who",
                Who.FORM,
                RoleAttendance::who,
                "atLeast",
                Fraction.FORM,
                RoleAttendance::atLeast,
                RoleAttendance::new);
    }

    /**
     * The share of members with a self-declared trait comes near a figure of the school. Advice only: it never fails,
     * and asks for no repair.
     *
     * @param trait the trait
     * @param figure the name of the share in {@link SchoolFacts#figures()}
     * @param tolerance how far off is still near, as a difference of shares, 0 to 1
     */
    record PopulationMirror(String trait, String figure, double tolerance) implements CompositionRule {
        /** The written form. */
        public static final Form<PopulationMirror> FORM = Form.of(
                "trait",
                Forms.TEXT,
                PopulationMirror::trait,
                "figure",
                Forms.TEXT,
                PopulationMirror::figure,
                "tolerance",
                Forms.NUMBER,
                PopulationMirror::tolerance,
                PopulationMirror::new);

        /** Checks texts and tolerance. */
        public PopulationMirror {
            Checks.text(trait, "trait");
            Checks.id(figure, "figure");
            Checks.share(tolerance, "tolerance");
        }
    }
}

package org.iltlib.team.succession;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.CompositionRule;
import org.iltlib.team.Office;
import org.iltlib.team.PolicyPacks;
import org.iltlib.team.RuleFinding;
import org.iltlib.team.SchoolFacts;
import org.iltlib.team.Team;

/**
 * What is worth a second look on any team, whether or not a policy asks for it: its size, the share of classroom teachers,
 * units for which nobody speaks, terms that end together, offices without a deputy. Warnings are advice: nothing fails.
 * The limits are this library's own.
 *
 * @param size the usual size
 * @param teachers the least share of classroom teachers among the members
 * @param endingTogether the largest share of terms that may end in one school year
 */
public record TeamWarnings(CompositionRule.SizeRange size, Minimum teachers, Fraction endingTogether) {

    /** What a warning is about. */
    public enum Concern {
        /** The team is small or large. */
        SIZE,
        /** Too few members teach. */
        FEW_TEACHERS,
        /** Nobody speaks for a grade or department. */
        UNIT_WITHOUT_VOICE,
        /** Too many terms end in one school year. */
        TERMS_END_TOGETHER,
        /** Nobody could step in for an office. */
        OFFICE_WITHOUT_DEPUTY
    }

    /**
     * One warning.
     *
     * @param concern what it is about
     * @param explanation what was found
     */
    public record Warning(Concern concern, Explanation explanation) {
        @Override
        public String toString() {
            return explanation.toString();
        }
    }

    /** 6 to 12 members, at least half teachers, at most 60 percent of terms ending together. */
    public static TeamWarnings withDefaults() {
        return new TeamWarnings(
                new CompositionRule.SizeRange(6, 12), Minimum.atLeast(Fraction.HALF), Fraction.percent(60));
    }

    /**
     * The warnings for a team, in the order of concerns; each concern at most once. What cannot be told, such as units
     * where none are known, is not warned of.
     */
    public List<Warning> of(Team team, SchoolFacts facts) {
        List<Warning> warnings = new ArrayList<>();
        ask(Concern.SIZE, size, team, facts, warnings);
        ask(
                Concern.FEW_TEACHERS,
                new CompositionRule.MinShareWithin(Set.of(), StakeholderGroup.TEACHER, teachers),
                team,
                facts,
                warnings);
        ask(
                Concern.UNIT_WITHOUT_VOICE,
                new CompositionRule.UnitCoverage(Set.of(OrgLevel.GRADE, OrgLevel.DEPARTMENT)),
                team,
                facts,
                warnings);
        Terms terms = Terms.of(team);
        terms.mostEndingTogether()
                .value()
                .filter(share -> share.compareTo(endingTogether) > 0)
                .ifPresent(share -> warnings.add(new Warning(
                        Concern.TERMS_END_TOGETHER,
                        Explanation.of(
                                        "%s of all terms end in one school year; at most %s is usual.",
                                        share, endingTogether)
                                .because("Ends by school year: %s.", terms.endings()))));
        List<Office> uncovered = Cover.of(team).listUncovered();
        if (!uncovered.isEmpty()) {
            warnings.add(new Warning(
                    Concern.OFFICE_WITHOUT_DEPUTY, Explanation.of("Nobody could step in for %s.", uncovered)));
        }
        return List.copyOf(warnings);
    }

    private static void ask(
            Concern concern, CompositionRule rule, Team team, SchoolFacts facts, List<Warning> warnings) {
        RuleFinding finding = PolicyPacks.DEFAULT.toBuilder()
                .rules(List.of(rule))
                .build()
                .check(team, facts)
                .findings()
                .get(0);
        if (finding.status() == RuleFinding.Status.FAIL) {
            warnings.add(new Warning(concern, finding.explanation()));
        }
    }
}

package org.iltlib.analytics.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;
import org.iltlib.learning.MentorRule;

/**
 * Finds a mentor for every new teacher: as many matched as can be, and among those ways the one with the most points.
 * Immutable.
 *
 * <p>A pair that the rule does not allow is never made. Points are 40 for a common subject, 20 for a common grade (half
 * for the next one), 20 for the same school, 10 for a common planning period, 10 for having asked for each other (half
 * if only one did). A mentor takes as many as there is room for. The answer depends on ids, not on the order of the
 * lists. O(mentees² × places).
 *
 * @param rule who may mentor whom
 * @param points the most a pair can get by each criterion, zero or more; a criterion without points does not count
 */
public record MentorMatching(MentorRule rule, Map<MatchCriterion, Double> points) {
    /** Checks and copies the points. */
    public MentorMatching {
        Map<MatchCriterion, Double> sorted = new EnumMap<>(MatchCriterion.class);
        points.forEach((criterion, value) -> {
            Checks.finite(value, "points for " + criterion);
            Checks.require(value >= 0, "points for %s are %s. Expected zero or more.", criterion, value);
            sorted.put(criterion, value);
        });
        points = Collections.unmodifiableMap(sorted);
    }

    /** The default rule; 40, 20, 20, 10 and 10 points. */
    public static MentorMatching withDefaults() {
        return new MentorMatching(
                MentorRule.withDefaults(),
                Map.of(
                        MatchCriterion.SUBJECT, 40.0,
                        MatchCriterion.GRADE, 20.0,
                        MatchCriterion.SITE, 20.0,
                        MatchCriterion.PLANNING, 10.0,
                        MatchCriterion.PREFERENCE, 10.0));
    }

    /** A copy with that rule. */
    public MentorMatching withRule(MentorRule other) {
        return new MentorMatching(other, points);
    }

    /** A copy with that many points for that criterion. */
    public MentorMatching withPoints(MatchCriterion criterion, double value) {
        Map<MatchCriterion, Double> copy = new EnumMap<>(MatchCriterion.class);
        copy.putAll(points);
        copy.put(criterion, value);
        return new MentorMatching(rule, copy);
    }

    /**
     * The best matches.
     *
     * @param mentors who might guide, each once, in any order
     * @param mentees who needs a mentor, each once, in any order; may be empty
     */
    public MentorMatches of(List<MentorProfile> mentors, List<MenteeProfile> mentees) {
        Checks.distinct(mentors.stream().map(MentorProfile::person).toList(), "mentors");
        Checks.distinct(mentees.stream().map(MenteeProfile::person).toList(), "mentees");
        List<MentorProfile> guides = new ArrayList<>(mentors);
        guides.sort(Comparator.comparing(MentorProfile::person));
        List<MenteeProfile> guided = new ArrayList<>(mentees);
        guided.sort(Comparator.comparing(MenteeProfile::person));
        return new Pairing(this, guides, guided).solve();
    }

    /** The points of one pair by criterion, in their order; those with none are absent. Eligibility is not asked. */
    public Map<MatchCriterion, Double> pointsBy(MentorProfile mentor, MenteeProfile mentee) {
        return new Pairing(this, List.of(mentor), List.of(mentee)).pointsBy(0, 0);
    }

    /** The obstacles of the rule for that pair, in words; empty if it may be. */
    public List<String> obstacles(MentorProfile mentor, PersonId mentee) {
        return rule.obstacles(mentor, mentee);
    }
}

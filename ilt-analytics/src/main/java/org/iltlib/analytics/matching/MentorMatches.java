package org.iltlib.analytics.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Explanation;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.learning.MenteeProfile;

/**
 * Who mentors whom, and who is left without a mentor.
 *
 * @param pairs the matches, by id of the mentee
 * @param unmatched the new teachers without a mentor, by id
 * @param proven whether the prices of the assignment prove that no other one matches more teachers, or as many with
 *     more points
 */
public record MentorMatches(List<MentorMatch> pairs, List<Unmatched> unmatched, boolean proven) {
    /** Copies the lists. */
    public MentorMatches {
        pairs = List.copyOf(pairs);
        unmatched = List.copyOf(unmatched);
    }

    /**
     * A new teacher without a mentor.
     *
     * @param mentee the teacher
     * @param eligible how many of the mentors would have been eligible
     * @param reason why there is none
     */
    public record Unmatched(PersonId mentee, int eligible, Explanation reason) {}

    /** The points of all pairs. */
    public double totalPoints() {
        return pairs.stream().mapToDouble(MentorMatch::points).sum();
    }

    /** The pair of that new teacher, if there is one. */
    public Optional<MentorMatch> findPairOf(PersonId mentee) {
        return pairs.stream().filter(pair -> pair.mentee().equals(mentee)).findFirst();
    }

    /**
     * The mean points of the new teachers of each school, one without a mentor counting zero: whether some schools get
     * worse matches than others, as those with low incomes often do (Kardos and Johnson 2010,
     * doi:10.1007/s10833-008-9083-8).
     *
     * @param mentees the profiles that say who works where; those without a school are left out
     */
    public SortedMap<OrgUnitId, Double> meanPointsBySite(List<MenteeProfile> mentees) {
        Map<PersonId, Double> points = new HashMap<>();
        pairs.forEach(pair -> points.put(pair.mentee(), pair.points()));
        SortedMap<OrgUnitId, List<Double>> bySite = new TreeMap<>();
        for (MenteeProfile mentee : mentees) {
            mentee.site()
                    .ifPresent(site -> bySite.computeIfAbsent(site, key -> new ArrayList<>())
                            .add(points.getOrDefault(mentee.person(), 0.0)));
        }
        SortedMap<OrgUnitId, Double> means = new TreeMap<>();
        bySite.forEach((site, all) ->
                means.put(site, all.stream().mapToDouble(Double::doubleValue).sum() / all.size()));
        return means;
    }
}

package org.iltlib.analytics.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.PersonId;
import org.iltlib.form.Node;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;

/** One run of the matching: profiles as bit sets, the matrix of costs, and the words for the answer. */
final class Pairing {
    private static final int NAMED = 5;

    private final MentorMatching options;
    private final List<MentorProfile> mentors;
    private final List<MenteeProfile> mentees;
    private final Map<Object, Integer> codes = new HashMap<>();
    private final List<Traits> guides;
    private final List<Traits> guided;
    private final Map<MatchCriterion, Double> weight = new EnumMap<>(MatchCriterion.class);

    /** What is compared, as bits. */
    private record Traits(BitSet subjects, BitSet planning, BitSet grades, BitSet nextGrades) {}

    Pairing(MentorMatching options, List<MentorProfile> mentors, List<MenteeProfile> mentees) {
        this.options = options;
        this.mentors = mentors;
        this.mentees = mentees;
        weight.putAll(options.points());
        guides = mentors.stream()
                .map(m -> traits(m.subjects(), m.planningPeriods(), m.grades()))
                .toList();
        guided = mentees.stream()
                .map(m -> traits(m.subjects(), m.planningPeriods(), m.grades()))
                .toList();
    }

    MentorMatches solve() {
        if (mentees.isEmpty()) {
            return new MentorMatches(List.of(), List.of(), true);
        }
        int[] place = places();
        double forbidden = (possible() + 1) * (mentees.size() + 1);
        double[][] points = new double[mentees.size()][mentors.size()];
        double[][] cost = new double[mentees.size()][Math.max(place.length, mentees.size())];
        for (int i = 0; i < mentees.size(); i++) {
            for (int k = 0; k < mentors.size(); k++) {
                boolean allowed =
                        options.rule().allows(mentors.get(k), mentees.get(i).person());
                points[i][k] = allowed ? score(k, i) : -1;
            }
            Arrays.fill(cost[i], forbidden);
            for (int j = 0; j < place.length; j++) {
                cost[i][j] = points[i][place[j]] < 0 ? forbidden : -points[i][place[j]];
            }
        }
        Assignment best = Assignment.of(cost);
        int[] mentorOf = new int[mentees.size()];
        for (int i = 0; i < mentees.size(); i++) {
            int column = best.columns().get(i);
            mentorOf[i] = cost[i][column] < forbidden ? place[column] : -1;
        }
        int[] taken = new int[mentors.size()];
        Arrays.stream(mentorOf).filter(k -> k >= 0).forEach(k -> taken[k]++);
        List<MentorMatch> pairs = new ArrayList<>();
        List<MentorMatches.Unmatched> unmatched = new ArrayList<>();
        for (int i = 0; i < mentees.size(); i++) {
            if (mentorOf[i] >= 0) {
                pairs.add(match(i, mentorOf[i], points[i], taken));
            } else {
                unmatched.add(unmatched(i, points[i]));
            }
        }
        return new MentorMatches(pairs, unmatched, best.isOptimalFor(cost));
    }

    Map<MatchCriterion, Double> pointsBy(int mentor, int mentee) {
        Map<MatchCriterion, Double> map = new EnumMap<>(MatchCriterion.class);
        for (MatchCriterion criterion : MatchCriterion.values()) {
            double value = weight.getOrDefault(criterion, 0.0) * share(criterion, mentor, mentee);
            if (value > 0) {
                map.put(criterion, value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private double possible() {
        return weight.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** A whole number without a point, others as they are. */
    static String number(double value) {
        return Node.Numeral.of(value).value().toPlainString();
    }

    private double score(int mentor, int mentee) {
        double sum = 0;
        for (MatchCriterion criterion : MatchCriterion.values()) {
            sum += weight.getOrDefault(criterion, 0.0) * share(criterion, mentor, mentee);
        }
        return sum;
    }

    private double share(MatchCriterion criterion, int mentor, int mentee) {
        Traits one = guides.get(mentor);
        Traits other = guided.get(mentee);
        MentorProfile guide = mentors.get(mentor);
        MenteeProfile learner = mentees.get(mentee);
        return switch (criterion) {
            case SUBJECT -> one.subjects.intersects(other.subjects) ? 1 : 0;
            case GRADE -> one.grades.intersects(other.grades) ? 1 : one.nextGrades.intersects(other.grades) ? 0.5 : 0;
            case SITE -> guide.site().isPresent() && guide.site().equals(learner.site()) ? 1 : 0;
            case PLANNING -> one.planning.intersects(other.planning) ? 1 : 0;
            case PREFERENCE ->
                (guide.prefers().contains(learner.person()) ? 0.5 : 0)
                        + (learner.prefers().contains(guide.person()) ? 0.5 : 0);
        };
    }

    /** The mentor of each column: as many columns as there is room, never more than there are mentees. */
    private int[] places() {
        List<Integer> place = new ArrayList<>();
        for (int k = 0; k < mentors.size(); k++) {
            place.addAll(Collections.nCopies(Math.min(mentors.get(k).room(), mentees.size()), k));
        }
        return place.stream().mapToInt(Integer::intValue).toArray();
    }

    private MentorMatch match(int mentee, int mentor, double[] points, int[] taken) {
        PersonId guide = mentors.get(mentor).person();
        PersonId learner = mentees.get(mentee).person();
        Map<MatchCriterion, Double> by = pointsBy(mentor, mentee);
        Explanation why = Explanation.of(guide + " mentors " + learner + ": " + number(points[mentor])
                + " points of a possible " + number(possible()) + ".");
        for (Map.Entry<MatchCriterion, Double> part : by.entrySet()) {
            why = why.because("%s: %s", part.getKey(), number(part.getValue()));
        }
        int next = -1;
        for (int k = 0; k < points.length; k++) {
            if (k != mentor && points[k] >= 0 && (next < 0 || points[k] > points[next])) {
                next = k;
            }
        }
        why = why.because(next < 0 ? "No other mentor is eligible." : words(next, points[next], taken[next]));
        return MentorMatch.builder()
                .mentor(guide)
                .mentee(learner)
                .pointsBy(by)
                .nextBest(
                        next < 0
                                ? Optional.empty()
                                : Optional.of(mentors.get(next).person()))
                .explanation(why)
                .build();
    }

    private String words(int next, double points, int taken) {
        MentorProfile mentor = mentors.get(next);
        String who = "The next best would have been " + mentor.person() + " with " + number(points) + " points";
        return who + (taken < mentor.room() ? ", who is free." : ", whose places go to others at no smaller total.");
    }

    private MentorMatches.Unmatched unmatched(int mentee, double[] points) {
        PersonId learner = mentees.get(mentee).person();
        int eligible = (int) Arrays.stream(points).filter(p -> p >= 0).count();
        if (eligible > 0) {
            return new MentorMatches.Unmatched(
                    learner,
                    eligible,
                    Explanation.of(learner + " has no mentor: all places of the " + eligible
                            + " eligible mentors go to others. Maybe raise a capacity."));
        }
        Map<String, List<PersonId>> obstacles = new TreeMap<>();
        for (MentorProfile mentor : mentors) {
            for (String obstacle : options.rule().obstacles(mentor, learner)) {
                obstacles.computeIfAbsent(obstacle, key -> new ArrayList<>()).add(mentor.person());
            }
        }
        Explanation why =
                Explanation.of(learner + " has no mentor: none of the " + mentors.size() + " candidates is eligible.");
        for (Map.Entry<String, List<PersonId>> obstacle : obstacles.entrySet()) {
            List<PersonId> people = obstacle.getValue();
            String names = String.join(
                    ", ", people.stream().limit(NAMED).map(PersonId::toString).toList());
            String more = people.size() > NAMED ? " and " + (people.size() - NAMED) + " more" : "";
            why = why.because("%s: %s", names + more, obstacle.getKey());
        }
        return new MentorMatches.Unmatched(learner, 0, why);
    }

    private Traits traits(Set<?> subjects, Set<?> planning, Set<GradeLevel> grades) {
        BitSet same = new BitSet();
        BitSet next = new BitSet();
        for (GradeLevel grade : grades) {
            same.set(grade.number() + 2);
            next.set(grade.number() + 1);
            next.set(grade.number() + 3);
        }
        return new Traits(bits(subjects), bits(planning), same, next);
    }

    private BitSet bits(Set<?> values) {
        BitSet bits = new BitSet();
        values.forEach(value -> bits.set(codes.computeIfAbsent(value, key -> codes.size())));
        return bits;
    }
}

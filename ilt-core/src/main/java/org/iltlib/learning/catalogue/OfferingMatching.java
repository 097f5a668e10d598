package org.iltlib.learning.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.learning.ProfessionalLearning;

/**
 * Which offerings answer a need of teachers. An offering fits if it shares a topic with the need, or names the need
 * among what it is based on; subjects and grades only tell how well. Whole points, so that equal offerings are equal.
 *
 * @param topic for each topic in common, and for naming the need
 * @param subject for a subject in common, half of it if the offering is for all subjects
 * @param grade for a grade in common, half of it if the offering is for all grades
 */
public record OfferingMatching(int topic, int subject, int grade) {
    /** Checks the points. */
    public OfferingMatching {
        Checks.positive(topic, "topic");
        Checks.notNegative(subject, "subject");
        Checks.notNegative(grade, "grade");
    }

    /** 40 for a topic, 20 for the subject, 20 for the grade; our own. */
    public static OfferingMatching withDefaults() {
        return new OfferingMatching(40, 20, 20);
    }

    /**
     * The offerings that fit, the best first, equals by id. Empty for a need that cannot be learned away, such as one
     * of workload. O(offerings × topics).
     */
    public List<OfferingMatch> of(TeacherNeed need, Collection<ProfessionalLearning> catalogue) {
        if (!need.area().isLearnable()) {
            return List.of();
        }
        List<OfferingMatch> matches = new ArrayList<>();
        catalogue.forEach(learning -> match(need, learning).ifPresent(matches::add));
        matches.sort(Comparator.comparingInt(OfferingMatch::points).reversed().thenComparing(OfferingMatch::learning));
        return List.copyOf(matches);
    }

    private Optional<OfferingMatch> match(TeacherNeed need, ProfessionalLearning learning) {
        List<String> common = new ArrayList<>(need.topics());
        common.retainAll(learning.topics());
        boolean named = learning.basedOn().contains(need.id());
        if (common.isEmpty() && !named) {
            return Optional.empty();
        }
        if (apart(need.subjects(), learning.subjects()) || apart(need.grades(), learning.grades())) {
            return Optional.empty();
        }
        int topics = topic * (common.size() + (named ? 1 : 0));
        int subjects = points(subject, need.subjects(), learning.subjects());
        int grades = points(grade, need.grades(), learning.grades());
        Explanation why = Explanation.of(
                "%s fits the need %s with %d points.", learning.title(), need.id(), topics + subjects + grades);
        why = named ? why.because("It was made for this need: %d", topic) : why;
        for (String shared : common) {
            why = why.because("Topic %s: %d", shared, topic);
        }
        why = why.because("Subjects: %d", subjects).because("Grades: %d", grades);
        return Optional.of(new OfferingMatch(learning.id(), topics + subjects + grades, why));
    }

    private static boolean apart(List<?> wanted, List<?> offered) {
        return !wanted.isEmpty() && !offered.isEmpty() && Collections.disjoint(wanted, offered);
    }

    private static int points(int most, List<?> wanted, List<?> offered) {
        return wanted.isEmpty() || offered.isEmpty() ? most / 2 : most;
    }
}

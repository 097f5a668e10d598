package org.iltlib.analytics.alignment.vertical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How a curriculum's table of topic by grade stands to a reference: the composite of the countries that did best, say.
 *
 * <p>Source: Schmidt, W., Houang, R., &amp; Cogan, L. (2002), A coherent curriculum, American Educator 26(2), 10–26, whose
 * composite has 32 topics of mathematics in grades 1 to 8.
 *
 * @param matched the cells that both have
 * @param lacking the cells of the reference that the curriculum lacks
 * @param extra the cells that only the curriculum has
 */
public record CompositeMatch(List<Place> matched, List<Place> lacking, List<Place> extra) {
    /**
     * A topic in a grade.
     *
     * @param topic the topic
     * @param grade the grade
     */
    public record Place(String topic, GradeLevel grade) implements Comparable<Place> {
        /** Checks the topic. */
        public Place {
            Checks.text(topic, "topic");
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::topic)
                    .thenComparing(Place::grade)
                    .compare(this, other);
        }
    }

    /** Copies the lists. */
    public CompositeMatch {
        matched = List.copyOf(matched);
        lacking = List.copyOf(lacking);
        extra = List.copyOf(extra);
    }

    /** The match of a curriculum with a reference; every list by topic, then by grade. */
    public static CompositeMatch of(Set<Place> reference, Set<Place> curriculum) {
        List<Place> matched = new ArrayList<>();
        List<Place> lacking = new ArrayList<>();
        new TreeSet<>(reference).forEach(place -> (curriculum.contains(place) ? matched : lacking).add(place));
        List<Place> extra = new TreeSet<>(curriculum)
                .stream().filter(place -> !reference.contains(place)).toList();
        return new CompositeMatch(matched, lacking, extra);
    }

    /** The share of the cells of the reference that the curriculum has; missing for an empty reference. */
    public Measured<Ratio> share() {
        int cells = matched.size() + lacking.size();
        return cells == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "the reference is empty")
                : Measured.of(Ratio.of(matched.size(), cells));
    }

    /**
     * Whether topics only come in from grade to grade and, once gone, stay gone: in each topic the grades follow each
     * other without a gap. A table of this kind, sorted by first grade, looks like a staircase.
     */
    public static boolean isStaircase(Set<Place> places) {
        Map<String, TreeSet<GradeLevel>> byTopic = new TreeMap<>();
        places.forEach(place ->
                byTopic.computeIfAbsent(place.topic(), any -> new TreeSet<>()).add(place.grade()));
        return byTopic.values().stream()
                .allMatch(grades -> grades.last().number() - grades.first().number() + 1 == grades.size());
    }
}

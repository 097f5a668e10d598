package org.iltlib.analytics.alignment.vertical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;

/**
 * How one topic goes through the grades: how long it stays, where it is left out and taken up again, where it comes back
 * without growing, and what is expected in the same words in more than one grade.
 *
 * <p>The measures are this library's; duration and focus follow Schmidt, W., Houang, R., &amp; Cogan, L. (2002), A
 * coherent curriculum, American Educator 26(2), 10–26.
 *
 * @param topic the topic
 * @param grades what each grade teaches of it, youngest first, at least one
 */
public record Articulation(String topic, List<TaughtTopic> grades) {
    /**
     * Two grades that follow each other, the later of which adds neither level nor breadth.
     *
     * @param before the earlier grade
     * @param after the next grade
     */
    public record Repeat(GradeLevel before, GradeLevel after) {}

    /** Sorts the grades. */
    public Articulation {
        Checks.text(topic, "topic");
        Checks.notEmpty(grades, "grades");
        Checks.distinct(grades.stream().map(TaughtTopic::grade).toList(), "grades");
        grades =
                grades.stream().sorted(Comparator.comparing(TaughtTopic::grade)).toList();
    }

    /** The articulation of the topic. */
    public static Articulation of(String topic, List<TaughtTopic> grades) {
        return new Articulation(topic, grades);
    }

    /** In how many grades it is taught. */
    public int duration() {
        return grades.size();
    }

    /** From the first grade to the last, both counted. */
    public int span() {
        return grades.get(grades.size() - 1).grade().number()
                - grades.get(0).grade().number()
                + 1;
    }

    /** How many grades between the first and the last leave it out. */
    public int gap() {
        return span() - duration();
    }

    /** How often it is taken up again after a gap. */
    public int reentries() {
        int reentries = 0;
        for (int i = 1; i < grades.size(); i++) {
            reentries +=
                    grades.get(i).grade().number() > grades.get(i - 1).grade().number() + 1 ? 1 : 0;
        }
        return reentries;
    }

    /** The grades that follow directly on another that teaches it and add neither level nor breadth. */
    public List<Repeat> listStagnantRepeats() {
        List<Repeat> repeats = new ArrayList<>();
        for (int i = 1; i < grades.size(); i++) {
            TaughtTopic before = grades.get(i - 1);
            TaughtTopic after = grades.get(i);
            boolean follows = after.grade().number() == before.grade().number() + 1;
            boolean grows = after.level() > before.level()
                    || after.expectations().size() > before.expectations().size();
            if (follows && !grows) {
                repeats.add(new Repeat(before.grade(), after.grade()));
            }
        }
        return List.copyOf(repeats);
    }

    /** The expectations that more than one grade has in the same words, each with its grades. */
    public SortedMap<String, List<GradeLevel>> overlaps() {
        SortedMap<String, List<GradeLevel>> byWords = new TreeMap<>();
        for (TaughtTopic grade : grades) {
            for (String expectation : grade.expectations()) {
                byWords.computeIfAbsent(expectation, any -> new ArrayList<>()).add(grade.grade());
            }
        }
        byWords.values().removeIf(found -> found.size() < 2);
        return byWords;
    }

    /** Focus: how many topics each grade teaches, grades without any left out. */
    public static SortedMap<GradeLevel, Integer> focus(List<Articulation> topics) {
        SortedMap<GradeLevel, Integer> counts = new TreeMap<>();
        topics.forEach(topic -> topic.grades().forEach(one -> counts.merge(one.grade(), 1, Integer::sum)));
        return counts;
    }

    /** In how many grades a topic is taught on average; about 3 in curricula of the best systems of 1995. */
    public static Measured<Ratio> meanDuration(List<Articulation> topics) {
        return Ratio.mean(
                topics.stream().map(topic -> Ratio.of(topic.duration(), 1)).toList());
    }

    /** What the grade teaches of it, if it does. */
    public Optional<TaughtTopic> find(GradeLevel grade) {
        return grades.stream().filter(one -> one.grade().equals(grade)).findFirst();
    }
}

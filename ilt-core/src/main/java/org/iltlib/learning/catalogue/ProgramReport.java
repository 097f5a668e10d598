package org.iltlib.learning.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.learning.ContentType;
import org.iltlib.learning.ProfessionalLearning;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * A year's offerings taken together: how many of the hours that took place serve a goal, what serves none, and what all
 * of it was about. Minutes are counted from sessions; what was planned and never met counts nothing. Immutable.
 */
@Value.Immutable
public abstract class ProgramReport {
    ProgramReport() {}

    /** The minutes of each offering, by id; zero for one that never met. */
    @Value.NaturalOrder
    public abstract SortedMap<EntryId, Long> minutes();

    /** The offerings that cite one of the goals, by id. */
    public abstract List<EntryId> aligned();

    /** The offerings that cite none of the goals, by id. */
    public abstract List<EntryId> orphans();

    /**
     * The minutes by content; those of an offering about several are shared out equally among them. Every content is
     * there, with zero where there was none.
     */
    public abstract Map<ContentType, Rational> minutesByContent();

    /** The minutes of offerings of which nobody said what they are about. */
    public abstract long minutesWithoutContent();

    /** The minutes of offerings on a topic, by topic; an offering on two counts for both. */
    @Value.NaturalOrder
    public abstract SortedMap<String, Long> minutesByTopic();

    /** The minutes of offerings that teachers asked for. */
    public abstract long minutesProposedByTeachers();

    /**
     * The report.
     *
     * @param catalogue the offerings, each id once
     * @param sessions what took place, each of an offering in the catalogue
     * @param goals the goals, needs or decisions that learning shall serve
     */
    public static ProgramReport of(
            Collection<ProfessionalLearning> catalogue, Collection<LearningSession> sessions, Set<EntryId> goals) {
        Checks.distinct(catalogue.stream().map(ProfessionalLearning::id).toList(), "catalogue");
        Checks.distinct(sessions.stream().map(LearningSession::id).toList(), "sessions");
        Map<EntryId, Long> minutes = new HashMap<>();
        catalogue.forEach(learning -> minutes.put(learning.id(), 0L));
        for (LearningSession session : sessions) {
            Checks.require(
                    minutes.containsKey(session.learning()),
                    "Session %s is of \"%s\", which is not in the catalogue. Maybe add the offering.",
                    session.id(),
                    session.learning());
            minutes.merge(session.learning(), (long) session.minutes(), Long::sum);
        }
        Builder builder = new Builder().putAllMinutes(minutes);
        Map<ContentType, Rational> byContent = new EnumMap<>(ContentType.class);
        for (ContentType content : ContentType.values()) {
            byContent.put(content, Rational.ZERO);
        }
        SortedMap<String, Long> byTopic = new TreeMap<>();
        long without = 0;
        long proposed = 0;
        for (ProfessionalLearning learning : sorted(catalogue)) {
            long all = minutes.getOrDefault(learning.id(), 0L);
            if (Collections.disjoint(learning.basedOn(), goals)) {
                builder.addOrphans(learning.id());
            } else {
                builder.addAligned(learning.id());
            }
            for (ContentType content : learning.contents()) {
                byContent.merge(content, Rational.of(all, learning.contents().size()), Rational::plus);
            }
            without += learning.contents().isEmpty() ? all : 0;
            proposed += learning.proposedBy().equals(Optional.of(StakeholderGroup.TEACHER)) ? all : 0;
            learning.topics().forEach(topic -> byTopic.merge(topic, all, Long::sum));
        }
        return builder.putAllMinutesByContent(byContent)
                .minutesWithoutContent(without)
                .putAllMinutesByTopic(byTopic)
                .minutesProposedByTeachers(proposed)
                .build();
    }

    private static List<ProfessionalLearning> sorted(Collection<ProfessionalLearning> catalogue) {
        return catalogue.stream()
                .sorted(Comparator.comparing(ProfessionalLearning::id))
                .toList();
    }

    /** The minutes of all sessions. */
    public long allMinutes() {
        return sum(List.copyOf(minutes().keySet()));
    }

    /** The share of the minutes that serves a goal; missing if nothing took place. */
    public Measured<Rational> alignedShare() {
        return share(sum(aligned()));
    }

    /** The share of the minutes that teachers asked for; missing if nothing took place. */
    public Measured<Rational> proposedByTeachersShare() {
        return share(minutesProposedByTeachers());
    }

    /** Which of these topics had no minute, in the order given: what a focus of the year still lacks. */
    public List<String> uncovered(List<String> topics) {
        return topics.stream()
                .filter(topic -> minutesByTopic().getOrDefault(topic, 0L) == 0)
                .toList();
    }

    /** The arithmetic, and the offerings that serve no goal. */
    public Explanation explanation() {
        Explanation why = Explanation.of("%d of %d minutes serve a goal.", sum(aligned()), allMinutes());
        for (EntryId orphan : orphans()) {
            why = why.because(
                    "%s serves no goal: %d minutes. Maybe cite the goal, or end it.", orphan, sum(List.of(orphan)));
        }
        return why;
    }

    private long sum(List<EntryId> learnings) {
        return learnings.stream()
                .mapToLong(learning -> minutes().getOrDefault(learning, 0L))
                .sum();
    }

    private Measured<Rational> share(long part) {
        long all = allMinutes();
        return all == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no session took place")
                : Measured.of(Rational.of(part, all));
    }

    /** Builds a report; for this type. */
    static final class Builder extends ImmutableProgramReport.Builder {
        Builder() {}
    }
}

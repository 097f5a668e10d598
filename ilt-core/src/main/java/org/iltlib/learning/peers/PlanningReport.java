package org.iltlib.learning.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/** What planning together came to: products, the four questions, and whether it reached classes. Immutable. */
@Value.Immutable
public abstract class PlanningReport {
    PlanningReport() {}

    /** How many sessions there were. */
    public abstract int sessions();

    /** The minutes of all of them. */
    public abstract long minutes();

    /** How many of them have something to show. */
    public abstract int withProduct();

    /** How many of these reached a class. */
    public abstract int reachedClass();

    /** The sessions with a product that nobody has followed up, by id. */
    public abstract List<EntryId> open();

    /** In how many sessions each question was worked on, all four there. */
    public abstract Map<PlcQuestion, Integer> questions();

    /**
     * The report.
     *
     * @param sessions each id once
     * @param followUps each of one of the sessions
     */
    public static PlanningReport of(Collection<PlanningSession> sessions, Collection<PlanningFollowUp> followUps) {
        List<EntryId> ids = sessions.stream().map(PlanningSession::id).toList();
        Checks.distinct(ids, "sessions");
        Set<EntryId> followed = new HashSet<>();
        Set<EntryId> reached = new HashSet<>();
        for (PlanningFollowUp followUp : followUps) {
            Checks.require(
                    ids.contains(followUp.session()),
                    "Follow-up %s is of \"%s\", which is not among the sessions. Maybe add it.",
                    followUp.id(),
                    followUp.session());
            followed.add(followUp.session());
            if (followUp.classes() > 0) {
                reached.add(followUp.session());
            }
        }
        Map<PlcQuestion, Integer> questions = new EnumMap<>(PlcQuestion.class);
        for (PlcQuestion question : PlcQuestion.values()) {
            questions.put(question, 0);
        }
        List<EntryId> products = new ArrayList<>();
        long minutes = 0;
        for (PlanningSession session : sessions) {
            session.questions().forEach(question -> questions.merge(question, 1, Integer::sum));
            minutes += session.minutes();
            if (session.product().isPresent()) {
                products.add(session.id());
            }
        }
        return new Builder()
                .sessions(sessions.size())
                .minutes(minutes)
                .withProduct(products.size())
                .reachedClass((int) products.stream().filter(reached::contains).count())
                .addAllOpen(products.stream()
                        .filter(id -> !followed.contains(id))
                        .sorted()
                        .toList())
                .putAllQuestions(questions)
                .build();
    }

    /** The questions that no session worked on, in their order. */
    public List<PlcQuestion> unasked() {
        return questions().entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The share of the sessions with a product that reached a class; missing if none has a product. */
    public Measured<Fraction> followThrough() {
        return withProduct() == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no session has a product")
                : Measured.of(Fraction.of(reachedClass(), withProduct()));
    }

    /** Builds a report; for this type. */
    static final class Builder extends ImmutablePlanningReport.Builder {
        Builder() {}
    }
}

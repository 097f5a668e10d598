package org.iltlib.learning.catalogue;

import java.util.Collection;
import org.iltlib.base.Checks;
import org.iltlib.learning.ProfessionalLearning;

/**
 * The six criteria of professional learning in ESEA section 8101(42): sustained, intensive, collaborative,
 * job-embedded, data-driven, classroom-focused. The law gives no numbers; sustained is as {@link Dosage#isSustained()}
 * counts it, intensive is a number of minutes. Fourteen hours, the default, are commonly told as the least after which
 * effects on students were seen (Yoon and others 2007); a district sets its own.
 *
 * @param intensiveMinutes the fewest minutes of sessions that are intensive, at least 1
 */
public record SixCriteria(long intensiveMinutes) {
    private static final long FOURTEEN_HOURS = 14 * 60;

    /** Checks the minutes. */
    public SixCriteria {
        Checks.positive(intensiveMinutes, "intensiveMinutes");
    }

    /** Fourteen hours. */
    public static SixCriteria withDefaults() {
        return new SixCriteria(FOURTEEN_HOURS);
    }

    /**
     * What the offering fulfils, counted from what took place.
     *
     * @param learning the offering
     * @param sessions its sessions; without one it is neither sustained nor intensive
     * @throws IllegalArgumentException if a session is of another offering
     */
    public CriteriaReport of(ProfessionalLearning learning, Collection<LearningSession> sessions) {
        for (LearningSession session : sessions) {
            Checks.require(
                    session.learning().equals(learning.id()),
                    "Session %s is of \"%s\". Expected one of \"%s\".",
                    session.id(),
                    session.learning(),
                    learning.id());
        }
        Dosage dosage = Dosage.of(sessions);
        return CriteriaReport.builder()
                .learning(learning.id())
                .dosage(dosage)
                .sustained(dosage.isSustained())
                .intensive(dosage.minutes() >= intensiveMinutes)
                .intensiveMinutes(intensiveMinutes)
                .addAllFeatures(learning.features())
                .build();
    }
}

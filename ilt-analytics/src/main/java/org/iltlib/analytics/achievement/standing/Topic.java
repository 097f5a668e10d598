package org.iltlib.analytics.achievement.standing;

import java.util.Optional;
import org.iltlib.base.Subject;
import org.iltlib.curriculum.StandardId;

/**
 * What was tested: a subject, or one standard of it.
 *
 * @param subject the subject
 * @param standard the standard; empty for the subject as a whole
 */
public record Topic(Subject subject, Optional<StandardId> standard) {
    /** The subject as a whole. */
    public static Topic of(Subject subject) {
        return new Topic(subject, Optional.empty());
    }

    /** One standard. */
    public static Topic of(Subject subject, StandardId standard) {
        return new Topic(subject, Optional.of(standard));
    }

    /** Such as {@code mathematics 5.NF.A.1}. */
    @Override
    public String toString() {
        return subject + standard.map(one -> " " + one).orElse("");
    }
}

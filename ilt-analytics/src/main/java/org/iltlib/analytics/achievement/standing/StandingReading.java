package org.iltlib.analytics.achievement.standing;

import java.util.Locale;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.immutables.value.Value;

/** A strength, a weakness or neither, with the numbers and the reason. Immutable. */
@Value.Immutable
public abstract class StandingReading {
    StandingReading() {}

    /** Of what and of whom. */
    public abstract StandingCell cell();

    /** What was measured. */
    public abstract Measure measure();

    /** The numbers, or why they are not shown. */
    public abstract Measured<StandingEvidence> evidence();

    /** What may be said; neutral where the numbers are not shown. */
    public abstract Standing standing();

    /** Why. */
    public abstract Explanation why();

    /** As a finding that cites that evidence. */
    public Finding finding(EntryId id, EntryId cited) {
        return Finding.builder()
                .id(id)
                .statement(why().claim())
                .standing(standing())
                .measure(measure())
                .estimate(evidence().map(StandingEvidence::difference))
                .subject(cell().topic().subject())
                .standard(cell().topic().standard())
                .grade(cell().grade())
                .group(cell().group())
                .addEvidence(cited)
                .explanation(why())
                .build();
    }

    /** Such as {@code mathematics, grade 5, all students: strength}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s", cell(), standing());
    }

    /** Builds a reading. */
    static final class Builder extends ImmutableStandingReading.Builder {
        Builder() {}
    }
}

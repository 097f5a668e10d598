package org.iltlib.evidence.survey;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What a scale is meant to measure. The list is open: the constants are those that schools ask about most, and an
 * instrument may name its own.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record Construct(String value) implements Comparable<Construct> {
    /** The written form: the text itself. */
    public static final Form<Construct> FORM = Forms.id(Construct::value, Construct::of);

    /** Whether members may speak up without harm to themselves. */
    public static final Construct PSYCHOLOGICAL_SAFETY = new Construct("psychological safety");

    /** Whether people rely on one another. */
    public static final Construct TRUST = new Construct("trust");

    /** Whether teachers have a say in what concerns their work. */
    public static final Construct TEACHER_INFLUENCE = new Construct("teacher influence");

    /** Whether people feel supported by those who lead. */
    public static final Construct SUPPORT = new Construct("support");

    /** Whether people know what is expected of them. */
    public static final Construct CLEAR_EXPECTATIONS = new Construct("clear expectations");

    /** Whether people like their work and where they do it. */
    public static final Construct JOB_SATISFACTION = new Construct("job satisfaction");

    /** The mood of the staff. */
    public static final Construct MORALE = new Construct("morale");

    /** Whether teachers trust themselves to teach what they must. */
    public static final Construct CONFIDENCE = new Construct("confidence");

    /** Whether students take part: attend, work, hand in. */
    public static final Construct BEHAVIOURAL_ENGAGEMENT = new Construct("behavioural engagement");

    /** Whether students care for school. */
    public static final Construct AFFECTIVE_ENGAGEMENT = new Construct("affective engagement");

    /** Whether students think hard. */
    public static final Construct COGNITIVE_ENGAGEMENT = new Construct("cognitive engagement");

    /** Checks the text. */
    public Construct {
        Checks.id(value, "construct");
    }

    /** The construct of that name. */
    public static Construct of(String value) {
        return new Construct(value);
    }

    @Override
    public int compareTo(Construct other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

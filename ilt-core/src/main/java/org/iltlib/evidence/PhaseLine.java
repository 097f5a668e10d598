package org.iltlib.evidence;

import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The upright line in a chart at which something changed: what, on which day, why, and who confirmed it. A rule only
 * proposes; the line is drawn by people. Immutable.
 */
@Value.Immutable
public abstract class PhaseLine {
    /** The written form. */
    public static final Form<PhaseLine> FORM = Form.<PhaseLine, Builder>built(PhaseLine::builder, Builder::build)
            .field("on", Forms.DATE, PhaseLine::on, Builder::on)
            .field("cause", Forms.enumOf(PhaseCause.class), PhaseLine::cause, Builder::cause)
            .field("reason", Forms.TEXT, PhaseLine::reason, Builder::reason)
            .maybe("aim", AimLine.FORM, PhaseLine::aim, Builder::aim)
            .maybe("confirmedBy", PersonId.FORM, PhaseLine::confirmedBy, Builder::confirmedBy)
            .maybe("decision", EntryId.FORM, PhaseLine::decision, Builder::decision);

    PhaseLine() {}

    /** The first day of the new phase; a probe of that day belongs to it. */
    public abstract LocalDate on();

    /** What kind of change it is. */
    public abstract PhaseCause cause();

    /** What changed and why, in words. */
    public abstract String reason();

    /** The new aim line; without one the old goes on, except after a change of instrument. */
    public abstract Optional<AimLine> aim();

    /** Who confirmed the change. */
    public abstract Optional<PersonId> confirmedBy();

    /** The decision behind it, where it is recorded. */
    public abstract Optional<EntryId> decision();

    /** Checks the reason, and that a new goal comes with its line. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
        Checks.require(
                cause() != PhaseCause.GOAL || aim().isPresent(),
                "The goal changes on %s and there is no new aim line. Expected one. Maybe the cause is SUPPORT.",
                on());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a phase line; day, cause and reason must be set. */
    public static final class Builder extends ImmutablePhaseLine.Builder {
        Builder() {}
    }
}

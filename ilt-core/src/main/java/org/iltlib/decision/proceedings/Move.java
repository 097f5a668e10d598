package org.iltlib.decision.proceedings;

import java.time.Instant;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One thing that happened in the room. Whether it may happen after what happened before is for
 * {@link Proceedings#with(Move)} to say.
 *
 * @param at when
 * @param by who did it, or wrote it down where nobody in particular did
 * @param act what
 */
public record Move(Instant at, PersonId by, Act act) {
    /** The written form. */
    public static final Form<Move> FORM = Form.of(
            "at", Forms.INSTANT, Move::at, "by", PersonId.FORM, Move::by, "act", Act.form(), Move::act, Move::new);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    /** Checks that the time is one of a calendar in use. */
    public Move {
        Checks.require(
                !at.isBefore(EARLIEST) && at.isBefore(LATEST),
                "A move is made at %s. Expected from %s to %s. Maybe seconds and milliseconds were mixed up.",
                at,
                EARLIEST,
                LATEST);
    }
}

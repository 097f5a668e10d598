package org.iltlib.decision.proceedings;

import java.util.Optional;
import org.iltlib.decision.vote.Position;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A ballot of an anonymous vote, taken out of its envelope at the close. Only its voter can tell which it is, by the
 * receipt. In the order of receipts, which are as good as random.
 *
 * @param receipt what the {@linkplain Envelope#receipt() envelope} gives its voter: 64 hexadecimal digits
 * @param position what it says
 * @param reason why; its words may tell who wrote them
 */
public record OpenedBallot(String receipt, Position position, Optional<String> reason)
        implements Comparable<OpenedBallot> {
    /** The written form. */
    public static final Form<OpenedBallot> FORM = Form.of(
            "receipt",
            Forms.TEXT,
            OpenedBallot::receipt,
            "position",
            Position.form(),
            OpenedBallot::position,
            "reason",
            Forms.optional(Forms.TEXT),
            OpenedBallot::reason,
            OpenedBallot::new);

    /** Checks the digits. */
    public OpenedBallot {
        Envelope.digest(receipt, "receipt");
    }

    @Override
    public int compareTo(OpenedBallot other) {
        return receipt.compareTo(other.receipt);
    }
}

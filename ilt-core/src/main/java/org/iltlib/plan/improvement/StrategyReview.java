package org.iltlib.plan.improvement;

import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How a strategy was found at a review, in the four respects of the Michigan continuous improvement process (capacity,
 * fidelity, scale or reach, impact), and what becomes of it. Immutable.
 */
@Value.Immutable
public abstract class StrategyReview {
    /** The written form. */
    public static final Form<StrategyReview> FORM = Form.<StrategyReview, Builder>built(
                    StrategyReview::builder, Builder::build)
            .field("strategy", EntryId.FORM, StrategyReview::strategy, Builder::strategy)
            .field("capacity", Forms.TEXT, StrategyReview::capacity, Builder::capacity)
            .field("fidelity", Forms.TEXT, StrategyReview::fidelity, Builder::fidelity)
            .field("reach", Forms.TEXT, StrategyReview::reach, Builder::reach)
            .field("impact", Forms.TEXT, StrategyReview::impact, Builder::impact)
            .field("then", Forms.enumOf(Then.class), StrategyReview::then, Builder::then);

    StrategyReview() {}

    /** The strategy. */
    public abstract EntryId strategy();

    /** Whether those who carry it out can: time, skill, support. */
    public abstract String capacity();

    /** Whether it is carried out as meant. */
    public abstract String fidelity();

    /** Whom it reaches, of those whom it should. */
    public abstract String reach();

    /** What came of it so far. */
    public abstract String impact();

    /** What becomes of it. */
    public abstract Then then();

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.text(capacity(), "capacity");
        Checks.text(fidelity(), "fidelity");
        Checks.text(reach(), "reach");
        Checks.text(impact(), "impact");
    }

    /** What becomes of a strategy. */
    public enum Then {
        /** It goes on as it is. */
        MAINTAINED,
        /** It goes on, changed. */
        REVISED,
        /** It ends. */
        DISCONTINUED
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a review; every property must be set. */
    public static final class Builder extends ImmutableStrategyReview.Builder {
        Builder() {}
    }
}

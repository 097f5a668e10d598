package org.iltlib.plan.improvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That a strategy came to a stage, and by which decision. Immutable. */
@Value.Immutable
public abstract class StrategyMove implements Recordable {
    /** The written form. */
    public static final Form<StrategyMove> FORM = Form.<StrategyMove, Builder>built(
                    StrategyMove::builder, Builder::build)
            .field("id", EntryId.FORM, StrategyMove::id, Builder::id)
            .field("strategy", EntryId.FORM, StrategyMove::strategy, Builder::strategy)
            .field("to", Forms.enumOf(StrategyStage.class), StrategyMove::to, Builder::to)
            .field("on", Forms.DATE, StrategyMove::on, Builder::on)
            .maybe("decision", EntryId.FORM, StrategyMove::decision, Builder::decision);

    /** The kind of entry. */
    public static final Kind<StrategyMove> KIND = Kind.of("strategy-move", 1, StrategyMove.class, FORM);

    StrategyMove() {}

    @Override
    public abstract EntryId id();

    /** The strategy. */
    public abstract EntryId strategy();

    /** The stage to which it came. */
    public abstract StrategyStage to();

    /** The day. */
    public abstract LocalDate on();

    /** The decision that brought it there. */
    public abstract Optional<EntryId> decision();

    /** Checks that there is a decision where one is needed. */
    @Value.Check
    void check() {
        Checks.require(
                decision().isPresent() || !to().needsDecision(),
                "Strategy %s comes to %s without a decision. Expected the one that brought it there.",
                strategy(),
                to());
    }

    /** The strategy, then the decision. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(strategy()), decision().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<StrategyMove> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a move; every property but the decision must be set. */
    public static final class Builder extends ImmutableStrategyMove.Builder {
        Builder() {}
    }
}

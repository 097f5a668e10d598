package org.iltlib.impact.quality;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** A change in the world that a team sees coming, and what the curriculum does about it. Immutable. */
@Value.Immutable
public abstract class HorizonItem {
    /** The written form. */
    public static final Form<HorizonItem> FORM = Form.<HorizonItem, Builder>built(HorizonItem::builder, Builder::build)
            .field("id", Forms.TEXT, HorizonItem::id, Builder::id)
            .field("change", Forms.TEXT, HorizonItem::change, Builder::change)
            .field("source", Forms.TEXT, HorizonItem::source, Builder::source)
            .field("answer", Forms.enumOf(Answer.class), HorizonItem::answer, Builder::answer)
            .list("units", Forms.TEXT, HorizonItem::units, Builder::addAllUnits)
            .maybe("reason", Forms.TEXT, HorizonItem::reason, Builder::reason);

    /** What is done about a change. */
    public enum Answer {
        /** Units teach for it. */
        TAUGHT,
        /** Units will. */
        PLANNED,
        /** It is watched; nothing is decided. */
        WATCHED,
        /** It is left out, for a reason. */
        LEFT_OUT
    }

    HorizonItem() {}

    /** A short id, unique in the review. */
    public abstract String id();

    /** What changes, in words. */
    public abstract String change();

    /** Who says so. */
    public abstract String source();

    /** What is done about it. */
    public abstract Answer answer();

    /** The ids of the units that teach or will teach for it; some if and only if it is taught or planned. */
    public abstract List<String> units();

    /** Why it is left out; must be given there. */
    public abstract Optional<String> reason();

    /** Checks that each answer has what it needs. */
    @Value.Check
    void check() {
        Checks.id(id(), "item id");
        Checks.text(change(), "change");
        Checks.text(source(), "source");
        reason().ifPresent(words -> Checks.text(words, "reason"));
        Checks.distinct(units(), "units").forEach(unit -> Checks.id(unit, "unit"));
        boolean inUnits = answer() == Answer.TAUGHT || answer() == Answer.PLANNED;
        Checks.require(
                inUnits == !units().isEmpty(),
                "The item %s is %s and names %s unit(s). Expected units if and only if it is TAUGHT or PLANNED.",
                id(),
                answer(),
                units().size());
        Checks.require(
                answer() != Answer.LEFT_OUT || reason().isPresent(),
                "The item %s is left out without a reason. Expected one.",
                id());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an item; id, change, source and answer must be set, and what the answer needs. */
    public static final class Builder extends ImmutableHorizonItem.Builder {
        Builder() {}
    }
}

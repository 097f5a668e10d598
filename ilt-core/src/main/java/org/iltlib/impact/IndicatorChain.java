package org.iltlib.impact;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How conditions that leaders create are expected to show in outcomes, link by link, each with a lag that is stated before
 * anybody looks: a lag looked for afterwards is always found. Immutable.
 */
@Value.Immutable
public abstract class IndicatorChain implements Recordable {
    /** The written form. */
    public static final Form<IndicatorChain> FORM = Form.<IndicatorChain, Builder>built(
                    IndicatorChain::builder, Builder::build)
            .field("id", EntryId.FORM, IndicatorChain::id, Builder::id)
            .field("name", Forms.TEXT, IndicatorChain::name, Builder::name)
            .field("period", Forms.TEXT, IndicatorChain::period, Builder::period)
            .field("stated", Forms.DATE, IndicatorChain::stated, Builder::stated)
            .list("links", IndicatorLink.FORM, IndicatorChain::links, Builder::addAllLinks)
            .list("basedOn", EntryId.FORM, IndicatorChain::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<IndicatorChain> KIND = Kind.of("indicator-chain", 1, IndicatorChain.class, FORM);

    IndicatorChain() {}

    @Override
    public abstract EntryId id();

    /** The name. */
    public abstract String name();

    /** What one period of the series is, in words: {@code term}. */
    public abstract String period();

    /** The day on which the chain was stated. */
    public abstract LocalDate stated();

    /** The links, at least one; what one leads to is what leads the next. */
    public abstract List<IndicatorLink> links();

    /** The goals and claims it rests on; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks the texts and that the links hang together. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(period(), "period");
        Checks.notEmpty(links(), "links");
        Checks.distinct(basedOn(), "basedOn");
        for (int i = 1; i < links().size(); i++) {
            Checks.require(
                    links().get(i)
                            .leading()
                            .id()
                            .equals(links().get(i - 1).lagging().id()),
                    "Link %s begins with %s, the one before ends with %s. Expected the same.",
                    i + 1,
                    links().get(i).leading().id(),
                    links().get(i - 1).lagging().id());
        }
    }

    /** The periods from the first condition to the last outcome. */
    public int lag() {
        return links().stream().mapToInt(IndicatorLink::lag).sum();
    }

    @Override
    public Kind<IndicatorChain> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a chain; everything but what it rests on must be set. */
    public static final class Builder extends ImmutableIndicatorChain.Builder {
        Builder() {}
    }
}

package org.iltlib.curriculum;

import java.util.Map;
import java.util.SortedMap;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A declared way from the levels of one scale of demand to those of another, with who declared it and why. Nothing in
 * this library turns one scale into another without such a declaration. Immutable.
 */
@Value.Immutable
public abstract class ScaleCrosswalk {
    /** The written form. */
    public static final Form<ScaleCrosswalk> FORM = Form.<ScaleCrosswalk, Builder>built(
                    ScaleCrosswalk::builder, Builder::build)
            .field("from", DemandScale.FORM, ScaleCrosswalk::source, Builder::source)
            .field("to", DemandScale.FORM, ScaleCrosswalk::target, Builder::target)
            .map("levels", Forms.TEXT, ScaleCrosswalk::levels, Builder::putAllLevels)
            .field("provenance", Forms.TEXT, ScaleCrosswalk::provenance, Builder::provenance);

    ScaleCrosswalk() {}

    /** The scale of the levels that are translated. */
    public abstract DemandScale source();

    /** The scale of the levels that they become. */
    public abstract DemandScale target();

    /** For every level of the first scale the level of the second, by name. */
    @Value.NaturalOrder
    public abstract SortedMap<String, String> levels();

    /** Who declared it, on what ground: a publication, a panel and its date. */
    public abstract String provenance();

    /** Checks that every level goes to a level. */
    @Value.Check
    void check() {
        Checks.text(provenance(), "provenance");
        Checks.require(
                !source().id().equals(target().id()), "The crosswalk goes from \"%s\" to itself.", source().id());
        for (Map.Entry<String, String> step : levels().entrySet()) {
            source().getPlace(step.getKey());
            target().getPlace(step.getValue());
        }
        for (String level : source().levels()) {
            Checks.require(
                    levels().containsKey(level),
                    "The crosswalk from \"%s\" to \"%s\" says nothing of \"%s\". Expected a level for each.",
                    source().id(),
                    target().id(),
                    level);
        }
    }

    /**
     * The place on the second scale of a place on the first.
     *
     * @throws IllegalArgumentException if the first scale has no such place
     */
    public int translate(int place) {
        return target().getPlace(levels().getOrDefault(source().getLevel(place), ""));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a crosswalk; everything must be set. */
    public static final class Builder extends ImmutableScaleCrosswalk.Builder {
        Builder() {}
    }
}

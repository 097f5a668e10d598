package org.iltlib.finding.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.immutables.value.Value;

/**
 * A named, dated and cited set of warning signs, and what follows from how many of them. It flags nobody by itself: it must
 * first be evaluated on a school's own history. Immutable.
 */
@Value.Immutable
public abstract class IndicatorPack {
    /** The written form. */
    public static final Form<IndicatorPack> FORM = Form.<IndicatorPack, Builder>built(
                    IndicatorPack::builder, Builder::build)
            .field("name", Forms.TEXT, IndicatorPack::name, Builder::name)
            .field("outcome", Forms.TEXT, IndicatorPack::outcome, Builder::outcome)
            .field("source", Forms.TEXT, IndicatorPack::source, Builder::source)
            .field("checkedOn", Forms.DATE, IndicatorPack::checkedOn, Builder::checkedOn)
            .list("indicators", Indicator.FORM, IndicatorPack::indicators, Builder::addAllIndicators)
            .list("tiers", WarningTier.FORM, IndicatorPack::tiers, Builder::addAllTiers);

    IndicatorPack() {}

    /** What it is called. */
    public abstract String name();

    /** Of what it warns, such as {@code not graduating on time}. */
    public abstract String outcome();

    /** Where it stands. */
    public abstract String source();

    /** The day on which the source was last read. */
    public abstract LocalDate checkedOn();

    /** The warning signs. */
    public abstract List<Indicator> indicators();

    /** What follows, from few flags to many. */
    public abstract List<WarningTier> tiers();

    /** Checks texts, names and the order of the tiers. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(outcome(), "outcome");
        Checks.text(source(), "source");
        Checks.notEmpty(indicators(), "indicators");
        Checks.distinct(indicators().stream().map(Indicator::name).toList(), "indicators");
        int flags = 0;
        for (WarningTier tier : Checks.notEmpty(tiers(), "tiers")) {
            Checks.require(
                    tier.fromFlags() > flags && tier.fromFlags() <= indicators().size(),
                    "tier \"%s\" starts at %s flags. Expected more than %s and at most %s.",
                    tier.name(),
                    tier.fromFlags(),
                    flags,
                    indicators().size());
            flags = tier.fromFlags();
        }
    }

    /** The readings that the conditions are about, by name. */
    public Set<String> readings() {
        Set<String> names = new TreeSet<>();
        indicators().forEach(indicator -> indicator.anyOf().forEach(condition -> names.add(condition.reading())));
        return names;
    }

    /** The pack as canonical JSON. */
    public String toJson() {
        return CanonicalJson.write(FORM.write(this));
    }

    /**
     * Reads a pack. Properties that are not known are refused: a sign must not be passed over because its name is misspelt.
     *
     * @throws FormException if the text is not JSON of that form
     */
    public static IndicatorPack parse(String json) {
        Node node = CanonicalJson.read(json);
        IndicatorPack pack = FORM.read(node);
        if (!CanonicalJson.write(node).equals(pack.toJson())) {
            throw new FormException("the pack says something that is not known. Expected " + pack.toJson()
                    + ". Maybe a name is misspelt");
        }
        return pack;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a pack; all must be set. */
    public static final class Builder extends ImmutableIndicatorPack.Builder {
        Builder() {}
    }
}

package org.iltlib.finding.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.finding.Estimate;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * That a team uses a pack of warning signs from a day on, with how well it did on the school's own past students, and until
 * when that is looked at again. Immutable.
 */
@Value.Immutable
public abstract class WarningAdoption implements Recordable {
    /** The written form. */
    public static final Form<WarningAdoption> FORM = Form.<WarningAdoption, Builder>built(
                    WarningAdoption::builder, Builder::build)
            .field("id", EntryId.FORM, WarningAdoption::id, Builder::id)
            .field("pack", IndicatorPack.FORM, WarningAdoption::pack, Builder::pack)
            .field("adoptedOn", Forms.DATE, WarningAdoption::adoptedOn, Builder::adoptedOn)
            .field("reviewBy", Forms.DATE, WarningAdoption::reviewBy, Builder::reviewBy)
            .map("success", Estimate.FORM, WarningAdoption::success, Builder::putAllSuccess)
            .list("evidence", EntryId.FORM, WarningAdoption::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<WarningAdoption> KIND = Kind.of("warning-adoption", 1, WarningAdoption.class, FORM);

    WarningAdoption() {}

    @Override
    public abstract EntryId id();

    /** The pack. */
    public abstract IndicatorPack pack();

    /** The first day on which it is used. */
    public abstract LocalDate adoptedOn();

    /** The last day on which it is used without being evaluated anew. */
    public abstract LocalDate reviewBy();

    /** How well it did here, by name, such as {@code sensitivity, two flags}; at least one. */
    public abstract Map<String, Estimate> success();

    /** The entries on which that rests. */
    public abstract List<EntryId> evidence();

    /** Checks the days, and that the pack was evaluated. */
    @Value.Check
    void check() {
        Checks.require(
                reviewBy().isAfter(adoptedOn()),
                "reviewBy is %s. Expected a day after %s, on which it is adopted.",
                reviewBy(),
                adoptedOn());
        Checks.require(!success().isEmpty(), "success is empty. Expected how well the pack did on past students here.");
        success().keySet().forEach(name -> Checks.text(name, "success"));
        Checks.distinct(evidence(), "evidence");
    }

    /** Whether it is used on that day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(adoptedOn()) && !day.isAfter(reviewBy());
    }

    /** The evidence. */
    @Override
    public List<EntryId> basedOn() {
        return evidence();
    }

    @Override
    public Kind<WarningAdoption> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an adoption; everything but the evidence must be set. */
    public static final class Builder extends ImmutableWarningAdoption.Builder {
        Builder() {}
    }
}

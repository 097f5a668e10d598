package org.iltlib.impact.registered;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * An analysis that is promised: recorded, and so sealed, before its outcomes are read. Immutable. A plan that changes its
 * mind is corrected like any other entry; it counts as it stood when the outcomes came in.
 */
@Value.Immutable
public abstract class AnalysisPlan implements Recordable {
    /** The written form. */
    public static final Form<AnalysisPlan> FORM = Form.<AnalysisPlan, Builder>built(
                    AnalysisPlan::builder, Builder::build)
            .field("id", EntryId.FORM, AnalysisPlan::id, Builder::id)
            .field("spec", AnalysisSpec.FORM, AnalysisPlan::spec, Builder::spec)
            .list("basedOn", EntryId.FORM, AnalysisPlan::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<AnalysisPlan> KIND = Kind.of("analysis-plan", 1, AnalysisPlan.class, FORM);

    AnalysisPlan() {}

    @Override
    public abstract EntryId id();

    /** What will be done. */
    public abstract AnalysisSpec spec();

    /** The decision, strategy or need that it studies, each once; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks that nothing is cited twice. */
    @Value.Check
    void check() {
        Checks.distinct(basedOn(), "basedOn");
    }

    @Override
    public Kind<AnalysisPlan> kind() {
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

    /** Builds a plan; id and specification must be set. */
    public static final class Builder extends ImmutableAnalysisPlan.Builder {
        Builder() {}
    }
}

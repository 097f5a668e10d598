package org.iltlib.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.finding.Estimate;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What research is said to show, as data: the claim, who says so, with what design, on whom, how much, and on which tier it
 * stands. "Research shows" is no argument in itself; this is what stands behind the words. Immutable.
 */
@Value.Immutable
public abstract class ResearchClaim implements Recordable {
    /** The written form. */
    public static final Form<ResearchClaim> FORM = Form.<ResearchClaim, Builder>built(
                    ResearchClaim::builder, Builder::build)
            .field("id", EntryId.FORM, ResearchClaim::id, Builder::id)
            .field("practice", Forms.TEXT, ResearchClaim::practice, Builder::practice)
            .field("claim", Forms.TEXT, ResearchClaim::claim, Builder::claim)
            .field("citation", Forms.TEXT, ResearchClaim::citation, Builder::citation)
            .field("design", Forms.TEXT, ResearchClaim::design, Builder::design)
            .field("rung", Forms.enumOf(ClaimRung.class), ResearchClaim::rung, Builder::rung)
            .maybe("effect", Estimate.FORM, ResearchClaim::effect, Builder::effect)
            .field("population", Forms.TEXT, ResearchClaim::population, Builder::population)
            .field("evidence", TierEvidence.FORM, ResearchClaim::evidence, Builder::evidence)
            .field("checkedOn", Forms.DATE, ResearchClaim::checkedOn, Builder::checkedOn)
            .list("testedBy", EntryId.FORM, ResearchClaim::testedBy, Builder::addAllTestedBy);

    /** The kind of entry. */
    public static final Kind<ResearchClaim> KIND = Kind.of("research-claim", 1, ResearchClaim.class, FORM);

    ResearchClaim() {}

    @Override
    public abstract EntryId id();

    /** The practice that it is about. */
    public abstract String practice();

    /** The claim in one sentence, no stronger than the rung. */
    public abstract String claim();

    /** Where it stands: authors, year, title, DOI. */
    public abstract String citation();

    /** The design in words. */
    public abstract String design();

    /** How much the design lets one say. */
    public abstract ClaimRung rung();

    /** How much, with its interval, where it is told. */
    public abstract Optional<Estimate> effect();

    /** On whom: grades, places, years. */
    public abstract String population();

    /** What must be known to say on which tier it stands. */
    public abstract TierEvidence evidence();

    /** The day on which the source was last read. */
    public abstract LocalDate checkedOn();

    /** The team's own studies that tested it. */
    public abstract List<EntryId> testedBy();

    /** Checks the texts, and that the claim is no stronger than its rung. */
    @Value.Check
    void check() {
        Checks.text(practice(), "practice");
        Checks.text(citation(), "citation");
        Checks.text(design(), "design");
        Checks.text(population(), "population");
        Checks.distinct(testedBy(), "testedBy");
        sentence();
    }

    /** The strongest tier whose demands are met. */
    public EvidenceTier tier() {
        return EvidenceTier.of(evidence());
    }

    /** The claim with its rung. */
    public String sentence() {
        return rung().sentence(claim());
    }

    /** The team's own studies of it. */
    @Override
    public List<EntryId> basedOn() {
        return testedBy();
    }

    @Override
    public Kind<ResearchClaim> kind() {
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

    /** Builds a claim; everything but effect and own studies must be set. */
    public static final class Builder extends ImmutableResearchClaim.Builder {
        Builder() {}
    }
}

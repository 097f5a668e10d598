package org.iltlib.curriculum.scorecard;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** A section of a scorecard: statements whose ratings are summed, and how the sum is read. Immutable. */
@Value.Immutable
public abstract class ScorecardSection {
    /** The written form. */
    public static final Form<ScorecardSection> FORM = Form.<ScorecardSection, Builder>built(
                    ScorecardSection::builder, Builder::build)
            .field("id", Forms.TEXT, ScorecardSection::id, Builder::id)
            .field("name", Forms.TEXT, ScorecardSection::name, Builder::name)
            .list("statements", ScorecardStatement.FORM, ScorecardSection::statements, Builder::addAllStatements)
            .list("bands", SectionBand.FORM, ScorecardSection::bands, Builder::addAllBands);

    ScorecardSection() {}

    /** A short id: {@code representation}, {@code social-justice}, {@code teacher-guidance}. */
    public abstract String id();

    /** What it is called. */
    public abstract String name();

    /** What is rated, at least one. */
    public abstract List<ScorecardStatement> statements();

    /** How sums are read, lowest first, at least two. */
    public abstract List<SectionBand> bands();

    /** Checks texts, and that bands rise. */
    @Value.Check
    void check() {
        Checks.id(id(), "section id");
        Checks.text(name(), "name");
        Checks.notEmpty(statements(), "statements");
        Checks.require(
                bands().size() >= 2,
                "The section %s has %s band(s). Expected two or more: else every sum reads alike.",
                id(),
                bands().size());
        Checks.distinct(bands().stream().map(SectionBand::name).toList(), "bands");
        for (int i = 1; i < bands().size(); i++) {
            Checks.require(
                    bands().get(i).from() > bands().get(i - 1).from(),
                    "In the section %s the band \"%s\" begins at %s, after one that begins at %s. Expected rising sums.",
                    id(),
                    bands().get(i).name(),
                    bands().get(i).from(),
                    bands().get(i - 1).from());
        }
    }

    /**
     * The band of a mean sum, exactly.
     *
     * @param total the sums of all raters together
     * @param raters how many there are, at least 1
     * @throws IllegalArgumentException if it is below the lowest band
     */
    public SectionBand bandOf(long total, int raters) {
        Checks.positive(raters, "raters");
        SectionBand found = bands().get(0);
        Checks.require(
                total >= (long) found.from() * raters,
                "The mean sum %s/%s of %s is below the lowest band, which begins at %s.",
                total,
                raters,
                id(),
                found.from());
        for (SectionBand band : bands()) {
            found = total >= (long) band.from() * raters ? band : found;
        }
        return found;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a section; everything must be set. */
    public static final class Builder extends ImmutableScorecardSection.Builder {
        Builder() {}
    }
}

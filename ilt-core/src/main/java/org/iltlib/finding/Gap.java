package org.iltlib.finding;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * The difference between two groups of students, group less reference, in the scores' unit and in standard deviations.
 * Below zero the group is behind. Immutable.
 */
@Value.Immutable
public abstract class Gap implements Recordable {
    /** The written form. */
    public static final Form<Gap> FORM = Form.<Gap, Builder>built(Gap::builder, Builder::build)
            .field("id", EntryId.FORM, Gap::id, Builder::id)
            .field("subject", Subject.FORM, Gap::subject, Builder::subject)
            .field("grade", GradeLevel.FORM, Gap::grade, Builder::grade)
            .field("group", StudentGroup.FORM, Gap::group, Builder::group)
            .field("reference", StudentGroup.FORM, Gap::reference, Builder::reference)
            .field("difference", Measured.form(Estimate.FORM), Gap::difference, Builder::difference)
            .field("standardised", Measured.form(Estimate.FORM), Gap::standardised, Builder::standardised)
            .list("evidence", EntryId.FORM, Gap::evidence, Builder::addAllEvidence)
            .field("explanation", Explanation.FORM, Gap::explanation, Builder::explanation);

    /** How it stands in a record. */
    public static final Kind<Gap> KIND = Kind.of("gap", 1, Gap.class, FORM);

    Gap() {}

    @Override
    public abstract EntryId id();

    /** The subject. */
    public abstract Subject subject();

    /** The grade. */
    public abstract GradeLevel grade();

    /** The group that is looked at. */
    public abstract StudentGroup group();

    /** The group with which it is compared. */
    public abstract StudentGroup reference();

    /** Mean of the group less mean of the reference, in the scores' unit. */
    public abstract Measured<Estimate> difference();

    /** The same in standard deviations. */
    public abstract Measured<Estimate> standardised();

    /** The entries that it rests on, at least one. */
    public abstract List<EntryId> evidence();

    /** Why it is so. */
    public abstract Explanation explanation();

    @Override
    public List<EntryId> basedOn() {
        return evidence();
    }

    @Override
    public Kind<Gap> kind() {
        return KIND;
    }

    /** Checks that the groups differ and that there is evidence. */
    @Value.Check
    void check() {
        Checks.require(!group().equals(reference()), "group and reference are both \"%s\".", group());
        Checks.distinct(Checks.notEmpty(evidence(), "evidence"), "evidence");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a gap; every property must be set. */
    public static final class Builder extends ImmutableGap.Builder {
        Builder() {}
    }
}

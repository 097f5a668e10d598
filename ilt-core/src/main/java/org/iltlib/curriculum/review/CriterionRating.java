package org.iltlib.curriculum.review;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What one reviewer gives for one criterion before the panel talks. Immutable. */
@Value.Immutable
public abstract class CriterionRating {
    /** The written form. */
    public static final Form<CriterionRating> FORM = Form.<CriterionRating, Builder>built(
                    CriterionRating::builder, Builder::build)
            .field("person", PersonId.FORM, CriterionRating::person, Builder::person)
            .field("criterion", Forms.TEXT, CriterionRating::criterion, Builder::criterion)
            .field("points", Forms.INTEGER, CriterionRating::points, Builder::points)
            .list("seenAt", Forms.TEXT, CriterionRating::seenAt, Builder::addAllSeenAt);

    CriterionRating() {}

    /** Who rates. */
    public abstract PersonId person();

    /** The id of the criterion. */
    public abstract String criterion();

    /** The points, from 0 to what the criterion can earn. */
    public abstract int points();

    /** Where in the materials that was seen: pages, lessons; may be empty. */
    public abstract List<String> seenAt();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.id(criterion(), "criterion");
        Checks.notNegative(points(), "points");
        seenAt().forEach(place -> Checks.text(place, "seenAt"));
    }

    /** That rating, without a place. */
    public static CriterionRating of(PersonId person, String criterion, int points) {
        return builder().person(person).criterion(criterion).points(points).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a rating; person, criterion and points must be set. */
    public static final class Builder extends ImmutableCriterionRating.Builder {
        Builder() {}
    }
}

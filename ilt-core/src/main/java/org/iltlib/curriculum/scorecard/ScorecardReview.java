package org.iltlib.curriculum.scorecard;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.curriculum.review.Material;
import org.iltlib.curriculum.review.Reviewer;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * One material looked at by a mixed panel with a scorecard: whom one meets in it, how far each reviewer finds each
 * statement satisfied, and what students say. What follows from it is {@link ScorecardResult}. Immutable.
 */
@Value.Immutable
public abstract class ScorecardReview implements Recordable {
    /** The written form. */
    public static final Form<ScorecardReview> FORM = Form.<ScorecardReview, Builder>built(
                    ScorecardReview::builder, Builder::build)
            .field("id", EntryId.FORM, ScorecardReview::id, Builder::id)
            .field("scorecard", EntryId.FORM, ScorecardReview::scorecard, Builder::scorecard)
            .field("material", Material.FORM, ScorecardReview::material, Builder::material)
            .field("on", Forms.DATE, ScorecardReview::on, Builder::on)
            .list("reviewers", Reviewer.FORM, ScorecardReview::reviewers, Builder::addAllReviewers)
            .list("tallies", IdentityTally.FORM, ScorecardReview::tallies, Builder::addAllTallies)
            .list("ratings", StatementRating.FORM, ScorecardReview::ratings, Builder::addAllRatings)
            .maybe("students", StudentVoice.FORM, ScorecardReview::students, Builder::students)
            .list("evidence", EntryId.FORM, ScorecardReview::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<ScorecardReview> KIND = Kind.of("scorecard-review", 1, ScorecardReview.class, FORM);

    ScorecardReview() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link Scorecard}. */
    public abstract EntryId scorecard();

    /** What is reviewed. */
    public abstract Material material();

    /** The day. */
    public abstract LocalDate on();

    /** The panel, each person once, at least one. */
    public abstract List<Reviewer> reviewers();

    /** Whom one meets: characters, authors; each thing counted once. */
    public abstract List<IdentityTally> tallies();

    /** What each reviewer gives; each statement at most once for each. */
    public abstract List<StatementRating> ratings();

    /** What students say, where they were asked. */
    public abstract Optional<StudentVoice> students();

    /** The surveys and the population that it rests on. */
    public abstract List<EntryId> evidence();

    /** Checks that nobody and nothing stands twice, and that who rates is on the panel. */
    @Value.Check
    void check() {
        Checks.notEmpty(reviewers(), "reviewers");
        List<PersonId> panel = reviewers().stream().map(Reviewer::person).toList();
        Checks.distinct(panel, "reviewers");
        Set<PersonId> members = Set.copyOf(panel);
        ratings()
                .forEach(rating -> Checks.require(
                        members.contains(rating.person()),
                        "%s rates %s and is not on the panel. Maybe add the reviewer.",
                        rating.person(),
                        rating.statement()));
        Checks.distinct(
                ratings().stream()
                        .map(rating -> rating.person() + " on " + rating.statement())
                        .toList(),
                "ratings");
        Checks.distinct(tallies().stream().map(IdentityTally::counted).toList(), "tallies");
        Checks.distinct(evidence(), "evidence");
    }

    /** The scorecard and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(scorecard());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<ScorecardReview> kind() {
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

    /** Builds a review; id, scorecard, material, day and a reviewer must be set. */
    public static final class Builder extends ImmutableScorecardReview.Builder {
        Builder() {}
    }
}

package org.iltlib.curriculum.review;

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
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * One material looked at by a panel with one rubric: what each reviewer gave before they talked, what the panel gives
 * after, and where it was seen. What follows from it is {@link ReviewResult}. A decision to buy cites the review.
 * Immutable.
 */
@Value.Immutable
public abstract class MaterialReview implements Recordable {
    /** The written form. */
    public static final Form<MaterialReview> FORM = Form.<MaterialReview, Builder>built(
                    MaterialReview::builder, Builder::build)
            .field("id", EntryId.FORM, MaterialReview::id, Builder::id)
            .field("rubric", EntryId.FORM, MaterialReview::rubric, Builder::rubric)
            .field("material", Material.FORM, MaterialReview::material, Builder::material)
            .field("on", Forms.DATE, MaterialReview::on, Builder::on)
            .list("reviewers", Reviewer.FORM, MaterialReview::reviewers, Builder::addAllReviewers)
            .list("independent", CriterionRating.FORM, MaterialReview::independent, Builder::addAllIndependent)
            .list("consensus", ConsensusRating.FORM, MaterialReview::consensus, Builder::addAllConsensus)
            .list("trials", MaterialTrial.FORM, MaterialReview::trials, Builder::addAllTrials)
            .maybe("follows", EntryId.FORM, MaterialReview::follows, Builder::follows);

    /** The kind of entry. */
    public static final Kind<MaterialReview> KIND = Kind.of("material-review", 1, MaterialReview.class, FORM);

    MaterialReview() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link ReviewRubric}. */
    public abstract EntryId rubric();

    /** What is reviewed. */
    public abstract Material material();

    /** The day on which the panel agreed. */
    public abstract LocalDate on();

    /** The panel, each person once, at least one. */
    public abstract List<Reviewer> reviewers();

    /** What each reviewer gave alone, before the panel talked; each criterion at most once for each. */
    public abstract List<CriterionRating> independent();

    /** What the panel gives; each criterion at most once. */
    public abstract List<ConsensusRating> consensus();

    /** Where it was tried. */
    public abstract List<MaterialTrial> trials();

    /** The review of the same material before this one. */
    public abstract Optional<EntryId> follows();

    /** Checks that nobody and nothing stands twice, and that who rates is on the panel. */
    @Value.Check
    void check() {
        Checks.notEmpty(reviewers(), "reviewers");
        List<PersonId> panel = reviewers().stream().map(Reviewer::person).toList();
        Checks.distinct(panel, "reviewers");
        Set<PersonId> members = Set.copyOf(panel);
        independent()
                .forEach(rating -> Checks.require(
                        members.contains(rating.person()),
                        "%s rates %s and is not on the panel. Maybe add the reviewer.",
                        rating.person(),
                        rating.criterion()));
        Checks.distinct(
                independent().stream()
                        .map(rating -> rating.person() + " on " + rating.criterion())
                        .toList(),
                "independent");
        Checks.distinct(consensus().stream().map(ConsensusRating::criterion).toList(), "consensus");
    }

    /** The panel's rating of that criterion, if it gave one. */
    public Optional<ConsensusRating> findConsensus(String criterion) {
        return consensus().stream()
                .filter(rating -> rating.criterion().equals(criterion))
                .findFirst();
    }

    /** What those who count gave alone for that criterion, in the order of the record. */
    public List<CriterionRating> listCounted(String criterion) {
        Set<PersonId> counted = new LinkedHashSet<>();
        reviewers().stream().filter(Reviewer::counts).map(Reviewer::person).forEach(counted::add);
        return independent().stream()
                .filter(rating -> rating.criterion().equals(criterion))
                .filter(rating -> counted.contains(rating.person()))
                .toList();
    }

    /** The rubric, what the trials rest on, and the review before. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(rubric());
        trials().forEach(trial -> ids.addAll(trial.evidence()));
        follows().ifPresent(ids::add);
        return List.copyOf(ids);
    }

    @Override
    public Kind<MaterialReview> kind() {
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

    /** Builds a review; id, rubric, material, day and a reviewer must be set. */
    public static final class Builder extends ImmutableMaterialReview.Builder {
        Builder() {}
    }
}

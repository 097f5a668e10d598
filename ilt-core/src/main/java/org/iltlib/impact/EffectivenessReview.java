package org.iltlib.impact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How well a team works, by one rubric on one day: for each concept the self-rating beside the level that the record shows.
 * There is no total: a team that meets often does not make up for one that decides nothing. Immutable.
 */
@Value.Immutable
public abstract class EffectivenessReview implements Recordable {
    /** The written form. */
    public static final Form<EffectivenessReview> FORM = Form.<EffectivenessReview, Builder>built(
                    EffectivenessReview::builder, Builder::build)
            .field("id", EntryId.FORM, EffectivenessReview::id, Builder::id)
            .field("team", EntryId.FORM, EffectivenessReview::team, Builder::team)
            .field("rubric", EntryId.FORM, EffectivenessReview::rubric, Builder::rubric)
            .field("on", Forms.DATE, EffectivenessReview::on, Builder::on)
            .field("raters", Forms.INTEGER, EffectivenessReview::raters, Builder::raters)
            .list("ratings", ConceptRating.FORM, EffectivenessReview::ratings, Builder::addAllRatings)
            .list("evidence", EntryId.FORM, EffectivenessReview::evidence, Builder::addAllEvidence)
            .maybe("follows", EntryId.FORM, EffectivenessReview::follows, Builder::follows);

    /** The kind of entry. */
    public static final Kind<EffectivenessReview> KIND =
            Kind.of("effectiveness-review", 1, EffectivenessReview.class, FORM);

    EffectivenessReview() {}

    @Override
    public abstract EntryId id();

    /** The entry of the team. */
    public abstract EntryId team();

    /** The entry of the {@link Rubric}. */
    public abstract EntryId rubric();

    /** The day. */
    public abstract LocalDate on();

    /** How many members took part in the self-rating, zero or more. */
    public abstract int raters();

    /** The ratings, each concept once, at least one. */
    public abstract List<ConceptRating> ratings();

    /** What the derived levels rest on: meetings, charter, cycles. */
    public abstract List<EntryId> evidence();

    /** The review before this one. */
    public abstract Optional<EntryId> follows();

    /** Checks that each concept stands once, and that nobody rated if nobody took part. */
    @Value.Check
    void check() {
        Checks.notNegative(raters(), "raters");
        Checks.notEmpty(ratings(), "ratings");
        Checks.distinct(ratings().stream().map(ConceptRating::concept).toList(), "ratings");
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                raters() > 0
                        || ratings().stream().allMatch(rating -> rating.self().isEmpty()),
                "There are self-ratings, and raters is 0. Expected at least 1.");
    }

    /** The rating of that concept, if it was rated. */
    public Optional<ConceptRating> findRating(String concept) {
        return ratings().stream()
                .filter(rating -> rating.concept().equals(concept))
                .findFirst();
    }

    /** Where the team thinks better of itself than its record shows. */
    public List<ConceptRating> listOverrated() {
        return ratings().stream().filter(rating -> rating.gap().orElse(0) > 0).toList();
    }

    /**
     * By how many levels each concept rose since an earlier review, by what counts on both sides: derived where both have a
     * derived level, else self where both have a self-rating; left out otherwise.
     *
     * @throws IllegalArgumentException if the earlier review used another rubric, or is later
     */
    public Map<String, Integer> growthSince(EffectivenessReview earlier) {
        Checks.require(
                rubric().equals(earlier.rubric()),
                "The reviews use %s and %s. Levels of two rubrics are not compared.",
                rubric(),
                earlier.rubric());
        Checks.require(!earlier.on().isAfter(on()), "The review of %s is later than %s.", earlier.on(), on());
        Map<String, Integer> growth = new TreeMap<>();
        for (ConceptRating rating : ratings()) {
            earlier.findRating(rating.concept())
                    .map(before -> rise(before, rating))
                    .ifPresent(rise -> rise.ifPresent(levels -> growth.put(rating.concept(), levels)));
        }
        return Collections.unmodifiableMap(growth);
    }

    private static OptionalInt rise(ConceptRating before, ConceptRating now) {
        if (before.derived().isPresent() && now.derived().isPresent()) {
            return OptionalInt.of(now.derived().get() - before.derived().get());
        }
        return before.self().isPresent() && now.self().isPresent()
                ? OptionalInt.of(now.self().get() - before.self().get())
                : OptionalInt.empty();
    }

    /**
     * The review in words: each concept with both levels, the gap and what in the record shows it.
     *
     * @param used the rubric of this review
     */
    public Explanation explain(Rubric used) {
        Checks.require(
                used.id().equals(rubric()), "The review uses %s, not %s. Maybe another rubric.", rubric(), used.id());
        Explanation whole = Explanation.of(
                "%s, %s concept(s) on %s; the team thinks better of itself than its record on %s.",
                used.name(), ratings().size(), on(), listOverrated().size());
        for (ConceptRating rating : ratings()) {
            Explanation line = Explanation.of(
                    "%s: self %s, record %s.",
                    used.getConcept(rating.concept()).name(), word(used, rating.self()), word(used, rating.derived()));
            whole = whole.because(rating.why().map(line::because).orElse(line));
        }
        return whole;
    }

    private static String word(Rubric used, Optional<Integer> level) {
        return level.map(place -> place < used.levels().size() ? used.levels().get(place) : "level " + place)
                .orElse("not rated");
    }

    /** Team, rubric, evidence and the review before. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(team());
        ids.add(rubric());
        ids.addAll(evidence());
        follows().ifPresent(ids::add);
        return List.copyOf(ids);
    }

    @Override
    public Kind<EffectivenessReview> kind() {
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

    /** Builds a review; id, team, rubric, day, raters and a rating must be set. */
    public static final class Builder extends ImmutableEffectivenessReview.Builder {
        Builder() {}
    }
}

package org.iltlib.impact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Ratings of one thing that cannot offset one another: a curriculum that must be rigorous and engaging and inclusive is not
 * good because it is very rigorous. There is no mean and no sum here, and none can be asked for; it passes if each rating
 * does. Immutable.
 */
@Value.Immutable
public abstract class QualityRatings implements Recordable {
    /** The written form. */
    public static final Form<QualityRatings> FORM = Form.<QualityRatings, Builder>built(
                    QualityRatings::builder, Builder::build)
            .field("id", EntryId.FORM, QualityRatings::id, Builder::id)
            .field("about", EntryId.FORM, QualityRatings::about, Builder::about)
            .field("on", Forms.DATE, QualityRatings::on, Builder::on)
            .list("ratings", SeparateRating.FORM, QualityRatings::ratings, Builder::addAllRatings)
            .list("evidence", EntryId.FORM, QualityRatings::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<QualityRatings> KIND = Kind.of("quality-ratings", 1, QualityRatings.class, FORM);

    /** The three that a curriculum must be. */
    public static final List<String> CURRICULUM = List.of("rigorous", "engaging", "inclusive");

    QualityRatings() {}

    @Override
    public abstract EntryId id();

    /** The entry of what is rated. */
    public abstract EntryId about();

    /** The day. */
    public abstract LocalDate on();

    /** The ratings, each aspect once, at least two. */
    public abstract List<SeparateRating> ratings();

    /** What they rest on: reviews, surveys, walks. */
    public abstract List<EntryId> evidence();

    /** Checks that there are several aspects, each once. */
    @Value.Check
    void check() {
        Checks.require(
                ratings().size() >= 2,
                "%s rating(s). Expected two or more.",
                ratings().size());
        Checks.distinct(ratings().stream().map(SeparateRating::aspect).toList(), "ratings");
        Checks.distinct(evidence(), "evidence");
    }

    /** Whether each rating reaches its minimum. */
    public boolean passes() {
        return listFailing().isEmpty();
    }

    /** The ratings below their minimum, those that lack most first. */
    public List<SeparateRating> listFailing() {
        return ratings().stream()
                .filter(rating -> !rating.passes())
                .sorted(Comparator.comparingInt(SeparateRating::lacking).reversed())
                .toList();
    }

    /** The aspects among those wanted that nobody rated; they cannot pass: {@code listMissing(CURRICULUM)}. */
    public List<String> listMissing(Collection<String> wanted) {
        return wanted.stream()
                .filter(aspect ->
                        ratings().stream().noneMatch(rating -> rating.aspect().equals(aspect)))
                .toList();
    }

    /** Whether every aspect wanted is rated and each rating reaches its minimum: {@code passes(CURRICULUM)}. */
    public boolean passes(Collection<String> wanted) {
        return listMissing(wanted).isEmpty() && passes();
    }

    /** The verdict in words; what fails first. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                passes()
                        ? "Each of %s ratings reaches its minimum."
                        : "Of %s ratings, some fall short, and none makes up for another.",
                ratings().size());
        for (SeparateRating rating : listFailing()) {
            whole = whole.because("%s: %s of at least %s.", rating.aspect(), rating.rating(), rating.minimum());
        }
        return whole;
    }

    /** What is rated, and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(about());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<QualityRatings> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds ratings; id, what is rated, day and two ratings must be set. */
    public static final class Builder extends ImmutableQualityRatings.Builder {
        Builder() {}
    }
}

package org.iltlib.impact.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
 * Whether a curriculum prepares for what is to come: how old it is, which changes the team sees on the horizon and what it
 * does about each, and how many students are on their way by several signs. The signs stand side by side; there is no
 * index of them. Immutable.
 */
@Value.Immutable
public abstract class FutureReadiness implements Recordable {
    /** The written form. */
    public static final Form<FutureReadiness> FORM = Form.<FutureReadiness, Builder>built(
                    FutureReadiness::builder, Builder::build)
            .field("id", EntryId.FORM, FutureReadiness::id, Builder::id)
            .field("about", EntryId.FORM, FutureReadiness::about, Builder::about)
            .field("on", Forms.DATE, FutureReadiness::on, Builder::on)
            .field("lastReviewed", Forms.DATE, FutureReadiness::lastReviewed, Builder::lastReviewed)
            .field("reviewEveryMonths", Forms.INTEGER, FutureReadiness::reviewEveryMonths, Builder::reviewEveryMonths)
            .list("horizon", HorizonItem.FORM, FutureReadiness::horizon, Builder::addAllHorizon)
            .list("indicators", ReadinessIndicator.FORM, FutureReadiness::indicators, Builder::addAllIndicators)
            .list("evidence", EntryId.FORM, FutureReadiness::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<FutureReadiness> KIND = Kind.of("future-readiness", 1, FutureReadiness.class, FORM);

    FutureReadiness() {}

    @Override
    public abstract EntryId id();

    /** The entry of the course or framework. */
    public abstract EntryId about();

    /** The day on which this is said. */
    public abstract LocalDate on();

    /** The day on which the curriculum was last reviewed as a whole, not after {@link #on()}. */
    public abstract LocalDate lastReviewed();

    /** After how many months it is due again, at least 1. */
    public abstract int reviewEveryMonths();

    /** What the team sees coming, each id once. */
    public abstract List<HorizonItem> horizon();

    /** How students are on their way, each sign once. */
    public abstract List<ReadinessIndicator> indicators();

    /** What it rests on. */
    public abstract List<EntryId> evidence();

    /** Checks the days and that nothing stands twice. */
    @Value.Check
    void check() {
        Checks.require(
                !lastReviewed().isAfter(on()),
                "It was last reviewed on %s, after %s. Maybe the two are swapped.",
                lastReviewed(),
                on());
        Checks.positive(reviewEveryMonths(), "reviewEveryMonths");
        Checks.distinct(horizon().stream().map(HorizonItem::id).toList(), "horizon");
        Checks.distinct(indicators().stream().map(ReadinessIndicator::name).toList(), "indicators");
        Checks.distinct(evidence(), "evidence");
    }

    /** How many whole months lie between the last review and that day. */
    public long ageInMonths() {
        return ChronoUnit.MONTHS.between(lastReviewed(), on());
    }

    /** The day on which a review is due. */
    public LocalDate due() {
        return lastReviewed().plusMonths(reviewEveryMonths());
    }

    /** Whether a review is overdue: that day is past. */
    public boolean isOverdue() {
        return on().isAfter(due());
    }

    /** What is seen coming and only watched: nothing is decided about it. */
    public List<HorizonItem> listOpen() {
        return horizon().stream()
                .filter(item -> item.answer() == HorizonItem.Answer.WATCHED)
                .toList();
    }

    /** The whole in words. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "Last reviewed %s months ago, due every %s: %s. Of %s changes on the horizon %s are open.",
                ageInMonths(),
                reviewEveryMonths(),
                isOverdue() ? "overdue" : "in time",
                horizon().size(),
                listOpen().size());
        for (HorizonItem item : horizon()) {
            whole = whole.because(
                    "%s: %s.",
                    item.change(),
                    switch (item.answer()) {
                        case TAUGHT -> "taught in " + item.units();
                        case PLANNED -> "planned in " + item.units();
                        case WATCHED -> "watched";
                        case LEFT_OUT -> "left out, " + item.reason().orElse("");
                    });
        }
        for (ReadinessIndicator sign : indicators()) {
            whole = whole.because("%s: %s.", sign.name(), sign.share());
        }
        return whole;
    }

    /** What it is about, and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(about());
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<FutureReadiness> kind() {
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

    /** Builds it; id, what it is about, both days and the months must be set. */
    public static final class Builder extends ImmutableFutureReadiness.Builder {
        Builder() {}
    }
}

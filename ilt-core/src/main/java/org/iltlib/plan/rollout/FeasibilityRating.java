package org.iltlib.plan.rollout;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How practical a strategy is: six factors, each from 1 (speaks against it) to 5 (speaks for it). They are never averaged: a
 * strategy is as practical as its weakest factor. Immutable.
 */
@Value.Immutable
public abstract class FeasibilityRating implements Recordable {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    /** The written form. */
    public static final Form<FeasibilityRating> FORM = Form.<FeasibilityRating, Builder>built(
                    FeasibilityRating::builder, Builder::build)
            .field("id", EntryId.FORM, FeasibilityRating::id, Builder::id)
            .field("strategy", EntryId.FORM, FeasibilityRating::strategy, Builder::strategy)
            .field("on", Forms.DATE, FeasibilityRating::on, Builder::on)
            .field("need", Forms.INTEGER, FeasibilityRating::need, Builder::need)
            .field("fit", Forms.INTEGER, FeasibilityRating::fit, Builder::fit)
            .field("capacity", Forms.INTEGER, FeasibilityRating::capacity, Builder::capacity)
            .field("evidence", Forms.INTEGER, FeasibilityRating::evidence, Builder::evidence)
            .field("usability", Forms.INTEGER, FeasibilityRating::usability, Builder::usability)
            .field("supports", Forms.INTEGER, FeasibilityRating::supports, Builder::supports)
            .maybe("minutesAWeek", Forms.INTEGER, FeasibilityRating::minutesAWeek, Builder::minutesAWeek)
            .maybe("pilot", EntryId.FORM, FeasibilityRating::pilot, Builder::pilot);

    /** The kind of entry. */
    public static final Kind<FeasibilityRating> KIND = Kind.of("feasibility-rating", 1, FeasibilityRating.class, FORM);

    FeasibilityRating() {}

    @Override
    public abstract EntryId id();

    /** The strategy. */
    public abstract EntryId strategy();

    /** The day. */
    public abstract LocalDate on();

    /** How far those for whom it is need it, 1 to 5. */
    public abstract int need();

    /** How far it fits the school, 1 to 5. */
    public abstract int fit();

    /** How far there are people, time and money, 1 to 5. */
    public abstract int capacity();

    /** How well it is shown to work, 1 to 5. */
    public abstract int evidence();

    /** How well it is described for others to do, 1 to 5. */
    public abstract int usability();

    /** How far training, coaching and materials are there, 1 to 5. */
    public abstract int supports();

    /** What it takes of a teacher's week, in minutes, zero or more. */
    public abstract Optional<Integer> minutesAWeek();

    /** The trial by teachers on which the rating rests. */
    public abstract Optional<EntryId> pilot();

    /** Checks the ratings and the minutes. */
    @Value.Check
    void check() {
        for (FeasibilityFactor factor : FeasibilityFactor.values()) {
            int rating = of(factor);
            Checks.require(
                    rating >= LOWEST && rating <= HIGHEST, "The rating of %s is %s. Expected 1 to 5.", factor, rating);
        }
        minutesAWeek().ifPresent(minutes -> Checks.notNegative(minutes, "minutesAWeek"));
    }

    /** The rating of that factor. */
    public int of(FeasibilityFactor factor) {
        return switch (factor) {
            case NEED -> need();
            case FIT -> fit();
            case CAPACITY -> capacity();
            case EVIDENCE -> evidence();
            case USABILITY -> usability();
            case SUPPORTS -> supports();
        };
    }

    /** The factors rated below that, in their order. */
    public List<FeasibilityFactor> listBelow(int least) {
        return Arrays.stream(FeasibilityFactor.values())
                .filter(factor -> of(factor) < least)
                .toList();
    }

    /** The lowest rating: how practical the strategy is as a whole. */
    public int weakest() {
        return Arrays.stream(FeasibilityFactor.values())
                .mapToInt(this::of)
                .min()
                .orElse(LOWEST);
    }

    /** In words, the weakest factors first named. */
    public Explanation explanation() {
        Explanation why = Explanation.of(
                "As practical as its weakest: %s of 5, for %s.",
                weakest(),
                String.join(
                        ", ",
                        listBelow(weakest() + 1).stream()
                                .map(FeasibilityFactor::toString)
                                .toList()));
        for (FeasibilityFactor factor : FeasibilityFactor.values()) {
            why = why.because("%s: %s.", factor, of(factor));
        }
        Optional<Integer> minutes = minutesAWeek();
        return minutes.isPresent() ? why.because("It takes %s minutes of a teacher's week.", minutes.get()) : why;
    }

    /** The strategy, and the trial. */
    @Override
    public List<EntryId> basedOn() {
        return pilot().map(trial -> List.of(strategy(), trial)).orElse(List.of(strategy())).stream()
                .distinct()
                .toList();
    }

    @Override
    public Kind<FeasibilityRating> kind() {
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

    /** Builds a rating; minutes and trial may be left out. */
    public static final class Builder extends ImmutableFeasibilityRating.Builder {
        Builder() {}
    }
}

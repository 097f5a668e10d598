package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Recordable;
import org.iltlib.base.SuppressionReason;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What a round of asking found: how many of the staff can name the current strategy, or use, support or are coached in
 * it. Counts only, nobody's answer; of fewer than {@value #FEWEST} answers no rate is shown. Immutable.
 */
@Value.Immutable
public abstract class AwarenessCheck implements Recordable {
    /** The fewest answers of which a rate is shown; this library's own. */
    public static final int FEWEST = 5;

    /**
     * What is held to be an acceptable scale: at least three of four educators. Ohio Leadership Advisory Council,
     * building leadership teams.
     */
    public static final Minimum ACCEPTABLE = Minimum.atLeast(Fraction.of(3, 4));

    /** The written form. */
    public static final Form<AwarenessCheck> FORM = Form.<AwarenessCheck, Builder>built(
                    AwarenessCheck::builder, Builder::build)
            .field("id", EntryId.FORM, AwarenessCheck::id, Builder::id)
            .field("strategy", EntryId.FORM, AwarenessCheck::strategy, Builder::strategy)
            .field("question", Forms.enumOf(Question.class), AwarenessCheck::question, Builder::question)
            .field("on", Forms.DATE, AwarenessCheck::on, Builder::on)
            .field("asked", Forms.INTEGER, AwarenessCheck::asked, Builder::asked)
            .field("answered", Forms.INTEGER, AwarenessCheck::answered, Builder::answered)
            .field("yes", Forms.INTEGER, AwarenessCheck::yes, Builder::yes);

    /** The kind of entry. */
    public static final Kind<AwarenessCheck> KIND = Kind.of("awareness-check", 1, AwarenessCheck.class, FORM);

    /** What is asked. */
    public enum Question {
        /** Can you name the strategy? Yes if the answer is right. */
        NAMES_THE_STRATEGY("can name the strategy"),
        /** Do you support it? */
        SUPPORTS_THE_STRATEGY("support the strategy"),
        /** Do you use the team's process? */
        USES_THE_PROCESS("use the process"),
        /** Were you coached in it? */
        WAS_COACHED("were coached");

        private final String words;

        Question(String words) {
            this.words = words;
        }

        /** In words: {@code can name the strategy}. */
        @Override
        public String toString() {
            return words;
        }
    }

    AwarenessCheck() {}

    @Override
    public abstract EntryId id();

    /** The entry of the strategy. */
    public abstract EntryId strategy();

    /** What was asked. */
    public abstract Question question();

    /** The day. */
    public abstract LocalDate on();

    /** How many were asked. */
    public abstract int asked();

    /** How many of them answered. */
    public abstract int answered();

    /** How many of these said yes, or answered rightly. */
    public abstract int yes();

    /** Checks that no count exceeds the one it is part of. */
    @Value.Check
    void check() {
        Checks.notNegative(yes(), "yes");
        Checks.require(yes() <= answered(), "%s said yes, of %s who answered.", yes(), answered());
        Checks.require(answered() <= asked(), "%s answered, of %s who were asked.", answered(), asked());
    }

    /** The share of those asked who answered; missing if nobody was asked. */
    public Measured<Fraction> responseRate() {
        return asked() == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "nobody was asked")
                : Measured.of(Fraction.of(answered(), asked()));
    }

    /** The share of answers that are a yes; missing without answers, withheld of fewer than {@value #FEWEST}. */
    public Measured<Fraction> rate() {
        if (answered() == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody answered");
        }
        return answered() < FEWEST
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + FEWEST + " answers")
                : Measured.of(Fraction.of(yes(), answered()));
    }

    /** Whether that is at least the minimum; empty of a rate that is missing or withheld. */
    public Measured<Boolean> reaches(Minimum minimum) {
        return rate().map(rate -> minimum.isMetBy(yes(), answered()));
    }

    /** The rate beside the response rate, in words. */
    public Explanation explanation() {
        return rate().isReported()
                ? Explanation.of("%d of %d who answered %s.", yes(), answered(), question())
                        .because("%d were asked, %d answered.", asked(), answered())
                : Explanation.of("How many %s is not told: %s.", question(), rate());
    }

    /** The strategy. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(strategy());
    }

    @Override
    public Kind<AwarenessCheck> kind() {
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

    /** Builds a check; all must be set. */
    public static final class Builder extends ImmutableAwarenessCheck.Builder {
        Builder() {}
    }
}

package org.iltlib.decision.vote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What came of a vote: the status, the numbers behind it, what was not counted, and why. Immutable. */
@Value.Immutable
public abstract class Outcome {
    /** The written form. */
    public static final Form<Outcome> FORM = Form.<Outcome, Builder>built(Outcome::builder, Builder::build)
            .field("status", Forms.enumOf(Status.class), Outcome::status, Builder::status)
            .field("protocol", Forms.TEXT, Outcome::protocol, Builder::protocol)
            .field("round", Forms.INTEGER, Outcome::round, Builder::round)
            .field("revision", Forms.INTEGER, Outcome::revision, Builder::revision)
            .map("counts", Forms.INTEGER, Outcome::counts, Builder::putAllCounts)
            .maybe("base", Forms.INTEGER, Outcome::base, Builder::base)
            .maybe("threshold", Threshold.FORM, Outcome::threshold, Builder::threshold)
            .list("chosen", Forms.TEXT, Outcome::chosen, Builder::addAllChosen)
            .list("tied", Forms.TEXT, Outcome::tied, Builder::addAllTied)
            .list("leftOut", LeftOut.FORM, Outcome::leftOut, Builder::addAllLeftOut)
            .maybe("nextStep", Forms.TEXT, Outcome::nextStep, Builder::nextStep)
            .field("explanation", Explanation.FORM, Outcome::explanation, Builder::explanation)
            .map("weights", VotingRoll.WEIGHT, Outcome::weights, Builder::putAllWeights)
            .maybe("baseWeight", VotingRoll.WEIGHT, Outcome::baseWeight, Builder::baseWeight)
            .list("tiePath", Forms.TEXT, Outcome::tiePath, Builder::addAllTiePath);

    /** How a vote can end. */
    public enum Status {
        /** The proposal is adopted. */
        ADOPTED("adopted"),
        /** It is not. */
        REJECTED("rejected"),
        /** Too few were present. */
        NO_QUORUM("no quorum"),
        /** Somebody stopped it, with a reason. */
        BLOCKED("blocked"),
        /** As many for as against; not adopted. */
        TIED("tied"),
        /** Concerns must be heard, and the team votes again. */
        NEEDS_ROUND("needs another round"),
        /** Another body decides. */
        ESCALATED("escalated"),
        /** A fault in the process; nothing was decided. */
        INVALID("invalid");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** In words: {@code needs another round}. */
        @Override
        public String toString() {
            return words;
        }
    }

    Outcome() {}

    /** How it ended. */
    public abstract Status status();

    /** The name of the protocol. */
    public abstract String protocol();

    /** The round. */
    public abstract int round();

    /** The revision of the text that was voted on. */
    public abstract int revision();

    /** How many counted ballots said what, by position: {@code yes}, {@code no}, {@code abstain}, or the level. */
    public abstract Map<String, Integer> counts();

    /** What the yes votes are a share of; absent where no share matters or the vote ended before. */
    public abstract Optional<Integer> base();

    /** What the counted ballots weigh, by position; empty where every vote weighs 1. */
    public abstract Map<String, Rational> weights();

    /** What the base weighs; absent where every vote weighs 1, or no share matters. */
    public abstract Optional<Rational> baseWeight();

    /** The threshold; absent likewise. */
    public abstract Optional<Threshold> threshold();

    /** The ids of the options chosen, best first, where the vote was among options. */
    public abstract List<String> chosen();

    /** The ids of the options that are tied for the places still open, in order; never settled in silence. */
    public abstract List<String> tied();

    /** What was tried to settle a tie, in order, and what came of it; empty without a tie or without a policy. */
    public abstract List<String> tiePath();

    /** The ballots that were not counted and the substitutions without effect, by person. */
    public abstract List<LeftOut> leftOut();

    /** What to do next, where there is something. */
    public abstract Optional<String> nextStep();

    /** Why, step by step in the order of the checks. */
    public abstract Explanation explanation();

    /** Checks names and numbers. */
    @Value.Check
    void check() {
        Checks.text(protocol(), "protocol");
        Checks.positive(round(), "round");
        Checks.positive(revision(), "revision");
    }

    /** Whether the proposal is adopted. */
    public boolean isAdopted() {
        return status() == Status.ADOPTED;
    }

    /** How many counted ballots said that; zero if none. */
    public int count(String position) {
        return counts().getOrDefault(position, 0);
    }

    /** The mean of numeric positions, for description beside the distribution, never alone; missing without any. */
    public Measured<Double> mean() {
        long sum = 0;
        long n = 0;
        for (Map.Entry<String, Integer> entry : counts().entrySet()) {
            if (entry.getKey().matches("\\d{1,3}")) {
                sum += Long.parseLong(entry.getKey()) * entry.getValue();
                n += entry.getValue();
            }
        }
        return n == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no numeric positions")
                : Measured.of((double) sum / n);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an outcome; status, protocol, round, revision and explanation must be set. */
    public static final class Builder extends ImmutableOutcome.Builder {
        Builder() {}
    }
}

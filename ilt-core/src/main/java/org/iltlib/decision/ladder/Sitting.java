package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * One vote as it was held: by which body, on which text, who could vote and who did. A secret vote has papers instead of
 * ballots. Immutable.
 */
@Value.Immutable
public abstract non-sealed class Sitting implements LadderEvent {
    /** The written form. */
    public static final Form<Sitting> FORM = Form.<Sitting, Builder>built(Sitting::builder, Builder::build)
            .field("heldOn", Forms.DATE, Sitting::heldOn, Builder::heldOn)
            .field("body", Forms.TEXT, Sitting::body, Builder::body)
            .field("proposal", EntryId.FORM, Sitting::proposal, Builder::proposal)
            .field("revision", Forms.INTEGER, Sitting::revision, Builder::revision)
            .field("roll", VotingRoll.FORM, Sitting::roll, Builder::roll)
            .list("ballots", Ballot.FORM, Sitting::ballots, Builder::addAllBallots)
            .list("papers", Position.form(), Sitting::papers, Builder::addAllPapers)
            .map("reasons", Forms.TEXT, Sitting::reasons, Builder::putAllReasons)
            .set("cites", Forms.TEXT, Sitting::cites, Builder::addAllCites)
            .set("asked", PersonId.FORM, Sitting::asked, Builder::addAllAsked)
            .maybe("reviewOn", Forms.DATE, Sitting::reviewOn, Builder::reviewOn)
            .maybe(
                    "groundwork",
                    Groundwork.FORM,
                    sitting -> Optional.of(sitting.groundwork()).filter(given -> !given.equals(Groundwork.NONE)),
                    Builder::groundwork)
            .maybe("rules", SittingRules.FORM, Sitting::rules, Builder::rules);

    Sitting() {}

    /** The day. */
    @Override
    public abstract LocalDate heldOn();

    /** Who votes; {@link Ladder.Step#TEAM} unless said otherwise. */
    @Value.Default
    public String body() {
        return Ladder.Step.TEAM;
    }

    /** The proposal voted on. */
    public abstract EntryId proposal();

    /** The revision of its text; ballots on another are left out. */
    public abstract int revision();

    /** Who could vote. */
    public abstract VotingRoll roll();

    /** The ballots, each of which names its voter; none in a secret vote. */
    public abstract List<Ballot> ballots();

    /**
     * What stood on the papers of a secret vote, without names; put them in an order that does not tell, such as sorted.
     * If all say the same they still tell how everybody voted.
     */
    public abstract List<Position> papers();

    /**
     * The reasons that stood on papers, by the number of the paper from 1, as text: for protocols that ask for one. Their
     * words may tell who wrote them.
     */
    public abstract Map<String, String> reasons();

    /** The steps that only asked, by name, whose results the text cites. */
    public abstract Set<String> cites();

    /** Who was asked for advice before, for protocols that demand it. */
    public abstract Set<PersonId> asked();

    /** When the outcome will be looked at again, for protocols that demand it. */
    public abstract Optional<LocalDate> reviewOn();

    /** What was established beforehand, for protocols that ask for it; nothing unless said otherwise. */
    @Value.Default
    public Groundwork groundwork() {
        return Groundwork.NONE;
    }

    /** The rules under which it was held, where its minutes state them; absent if the step alone says how it counts. */
    public abstract Optional<SittingRules> rules();

    /** Checks texts, the revision, and that a vote is either open or secret. */
    @Value.Check
    void check() {
        Checks.text(body(), "body");
        Checks.positive(revision(), "revision");
        cites().forEach(text -> Checks.text(text, "cites"));
        Checks.require(
                ballots().isEmpty() || papers().isEmpty(),
                "The sitting on %s has ballots with names and papers without. Expected one or the other.",
                heldOn());
        reasons().forEach((number, reason) -> {
            Checks.text(reason, "reason");
            Checks.require(
                    IntStream.rangeClosed(1, papers().size())
                            .mapToObj(String::valueOf)
                            .anyMatch(number::equals),
                    "A reason stands on paper \"%s\", and there are %s papers. Expected 1 to %s.",
                    number,
                    papers().size(),
                    papers().size());
        });
        rules().ifPresent(held -> Checks.require(
                held.secrecy() == Secrecy.ANONYMOUS ? ballots().isEmpty() : papers().isEmpty(),
                "The sitting on %s was %s, and has %s. Expected %s.",
                heldOn(),
                held.secrecy(),
                papers().isEmpty() ? "ballots with names" : "papers without names",
                papers().isEmpty() ? "papers" : "ballots"));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a sitting; day, proposal, revision and roll must be set. */
    public static final class Builder extends ImmutableSitting.Builder {
        Builder() {}
    }
}

package org.iltlib.decision;

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
import org.iltlib.decision.vote.Outcome;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What was decided, on what, by which outcome, who sees to it and when it is looked at again. Immutable. */
@Value.Immutable
public abstract class Decision implements Recordable {
    /** The written form. */
    public static final Form<Decision> FORM = Form.<Decision, Builder>built(Decision::builder, Builder::build)
            .field("id", EntryId.FORM, Decision::id, Builder::id)
            .field("proposal", EntryId.FORM, Decision::proposal, Builder::proposal)
            .maybe("deliberation", EntryId.FORM, Decision::deliberation, Builder::deliberation)
            .field("chosen", Option.FORM, Decision::chosen, Builder::chosen)
            .field("outcome", Outcome.FORM, Decision::outcome, Builder::outcome)
            .field("snapshot", EvidenceSnapshot.FORM, Decision::snapshot, Builder::snapshot)
            .list("dissent", Dissent.FORM, Decision::dissent, Builder::addAllDissent)
            .list("objections", EntryId.FORM, Decision::objections, Builder::addAllObjections)
            .list("sealedBallots", EntryId.FORM, Decision::sealedBallots, Builder::addAllSealedBallots)
            .maybe("overrideReason", Forms.TEXT, Decision::overrideReason, Builder::overrideReason)
            .maybe("overriddenBy", PersonId.FORM, Decision::overriddenBy, Builder::overriddenBy)
            .field("decidedOn", Forms.DATE, Decision::decidedOn, Builder::decidedOn)
            .field("reviewOn", Forms.DATE, Decision::reviewOn, Builder::reviewOn)
            .maybe("sunset", Sunset.FORM, Decision::sunset, Builder::sunset)
            .field("owner", PersonId.FORM, Decision::owner, Builder::owner);

    /** The kind of entry. */
    public static final Kind<Decision> KIND = Kind.of("decision", 1, Decision.class, FORM);

    Decision() {}

    @Override
    public abstract EntryId id();

    /** The proposal, in the revision that was voted on last. */
    public abstract EntryId proposal();

    /** The rounds that led here. */
    public abstract Optional<EntryId> deliberation();

    /** The option chosen; the status quo unless the outcome adopts. */
    public abstract Option chosen();

    /** The outcome. */
    public abstract Outcome outcome();

    /** The evidence as it stood. */
    public abstract EvidenceSnapshot snapshot();

    /** Who did not agree, and why, in their own words. */
    public abstract List<Dissent> dissent();

    /** The entries that tell of objections: raised, tested, integrated, withdrawn, overridden; each once. */
    public abstract List<EntryId> objections();

    /** The entries that hold ballots under seal, where the vote was secret; each once. */
    public abstract List<EntryId> sealedBallots();

    /** Why somebody with the right to do so decided against the outcome of the vote. */
    public abstract Optional<String> overrideReason();

    /** Who decided against the outcome of the vote; only with a reason. */
    public abstract Optional<PersonId> overriddenBy();

    /** The day. */
    public abstract LocalDate decidedOn();

    /** The day on which what came of it is looked at, after {@link #decidedOn()}. */
    public abstract LocalDate reviewOn();

    /** The day on which it ends or is voted on again, after {@link #decidedOn()}, where it does not hold for good. */
    public abstract Optional<Sunset> sunset();

    /** Who sees to it. */
    public abstract PersonId owner();

    /** Checks that the choice follows from the outcome or says why not, and the dates. */
    @Value.Check
    void check() {
        overrideReason().ifPresent(text -> Checks.text(text, "overrideReason"));
        Checks.require(
                overrideReason().isPresent() || outcome().isAdopted() != chosen().statusQuo(),
                "The outcome is %s, but the choice is %s. Maybe an override, which needs a reason.",
                outcome().status(),
                chosen().id());
        Checks.require(
                reviewOn().isAfter(decidedOn()),
                "The decision is to be reviewed on %s, not after it was made on %s.",
                reviewOn(),
                decidedOn());
        sunset().ifPresent(end -> Checks.require(
                end.on().isAfter(decidedOn()),
                "The sunset is on %s, not after the decision was made on %s.",
                end.on(),
                decidedOn()));
        Checks.require(
                overriddenBy().isEmpty() || overrideReason().isPresent(),
                "%s decided against the vote, and there is no reason. Expected one in overrideReason.",
                overriddenBy().map(PersonId::toString).orElse("Nobody"));
        Checks.distinct(objections(), "objections");
        Checks.distinct(sealedBallots(), "sealedBallots");
    }

    /** The proposal, the deliberation, objections, sealed ballots, and what the snapshot was taken from. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(proposal());
        deliberation().ifPresent(ids::add);
        ids.addAll(objections());
        ids.addAll(sealedBallots());
        ids.addAll(snapshot().listSources());
        return List.copyOf(ids);
    }

    @Override
    public Kind<Decision> kind() {
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

    /** Builds a decision; id, proposal, chosen, outcome, snapshot, the two days and owner must be set. */
    public static final class Builder extends ImmutableDecision.Builder {
        Builder() {}
    }
}

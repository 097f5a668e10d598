package org.iltlib.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A promise that follows from a decision: one owner, a day, and how everybody will know that it is done. Immutable;
 * what becomes of it is told by {@link CommitmentUpdate}s.
 */
@Value.Immutable
public abstract class Commitment implements Recordable {
    /** The written form. */
    public static final Form<Commitment> FORM = Form.<Commitment, Builder>built(Commitment::builder, Builder::build)
            .field("id", EntryId.FORM, Commitment::id, Builder::id)
            .field("decision", EntryId.FORM, Commitment::decision, Builder::decision)
            .field("owner", PersonId.FORM, Commitment::owner, Builder::owner)
            .list("contributors", PersonId.FORM, Commitment::contributors, Builder::addAllContributors)
            .field("what", Forms.TEXT, Commitment::what, Builder::what)
            .field("due", Forms.DATE, Commitment::due, Builder::due)
            .field("doneWhen", Forms.TEXT, Commitment::doneWhen, Builder::doneWhen)
            .maybe("strategy", EntryId.FORM, Commitment::strategy, Builder::strategy)
            .maybe("replaces", EntryId.FORM, Commitment::replaces, Builder::replaces);

    /** The kind of entry. */
    public static final Kind<Commitment> KIND = Kind.of("commitment", 1, Commitment.class, FORM);

    Commitment() {}

    @Override
    public abstract EntryId id();

    /** The decision from which it follows. */
    public abstract EntryId decision();

    /** The one person who answers for it. */
    public abstract PersonId owner();

    /** Who else works on it; without the owner, each once; may be empty. */
    public abstract List<PersonId> contributors();

    /** What is promised. */
    public abstract String what();

    /** The last day on which it is on time. */
    public abstract LocalDate due();

    /** What can be seen once it is done. */
    public abstract String doneWhen();

    /** The strategy that it carries out: the step from plan to action. */
    public abstract Optional<EntryId> strategy();

    /** The commitment whose place it takes: renamed, dated anew, or a part of it. That one keeps its day. */
    public abstract Optional<EntryId> replaces();

    /** Checks the texts, the people and what it replaces. */
    @Value.Check
    void check() {
        Checks.text(what(), "what");
        Checks.text(doneWhen(), "doneWhen");
        Checks.distinct(contributors(), "contributors");
        Checks.require(
                !contributors().contains(owner()),
                "contributors hold the owner \"%s\". Maybe leave the owner out.",
                owner());
        Checks.require(
                replaces().filter(id()::equals).isEmpty(),
                "Commitment %s replaces itself. Expected another, or none.",
                id());
    }

    /** The decision, then the strategy, then the commitment whose place it takes. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.of(Stream.of(decision()), strategy().stream(), replaces().stream())
                .flatMap(ids -> ids)
                .distinct()
                .toList();
    }

    @Override
    public Kind<Commitment> kind() {
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

    /** Builds a commitment; every property but contributors, strategy and replaced commitment must be set, or {@code build} refuses. */
    public static final class Builder extends ImmutableCommitment.Builder {
        Builder() {}
    }
}

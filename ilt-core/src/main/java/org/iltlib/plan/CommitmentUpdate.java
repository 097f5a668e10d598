package org.iltlib.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** News of a commitment. The commitment itself never changes; a cancellation gives its reason and its evidence. Immutable. */
@Value.Immutable
public abstract class CommitmentUpdate implements Recordable {
    /** The written form. */
    public static final Form<CommitmentUpdate> FORM = Form.<CommitmentUpdate, Builder>built(
                    CommitmentUpdate::builder, Builder::build)
            .field("id", EntryId.FORM, CommitmentUpdate::id, Builder::id)
            .field("commitment", EntryId.FORM, CommitmentUpdate::commitment, Builder::commitment)
            .field("on", Forms.DATE, CommitmentUpdate::on, Builder::on)
            .field("status", Forms.enumOf(CommitmentStatus.class), CommitmentUpdate::status, Builder::status)
            .maybe("reason", Forms.TEXT, CommitmentUpdate::reason, Builder::reason)
            .list("evidence", EntryId.FORM, CommitmentUpdate::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<CommitmentUpdate> KIND = Kind.of("commitment-update", 1, CommitmentUpdate.class, FORM);

    CommitmentUpdate() {}

    @Override
    public abstract EntryId id();

    /** The commitment. */
    public abstract EntryId commitment();

    /** The day on which this was reported to the team. */
    public abstract LocalDate on();

    /** What is reported. */
    public abstract CommitmentStatus status();

    /** Why; a cancellation must say. */
    public abstract Optional<String> reason();

    /** The entries that show it, each once; a cancellation must have one. */
    public abstract List<EntryId> evidence();

    /** Checks that a cancellation has a reason and evidence. */
    @Value.Check
    void check() {
        reason().ifPresent(text -> Checks.text(text, "reason"));
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                status() != CommitmentStatus.CANCELLED
                        || (reason().isPresent() && !evidence().isEmpty()),
                "Commitment %s is cancelled without a reason and evidence. Expected both.",
                commitment());
    }

    /** The commitment, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(commitment()), evidence().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<CommitmentUpdate> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an update; id, commitment, day and status must be set. */
    public static final class Builder extends ImmutableCommitmentUpdate.Builder {
        Builder() {}
    }
}

package org.iltlib.plan.cycle;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** News of a barrier. That it is resolved must be shown. Immutable. */
@Value.Immutable
public abstract class BarrierUpdate implements Recordable {
    /** The written form. */
    public static final Form<BarrierUpdate> FORM = Form.<BarrierUpdate, Builder>built(
                    BarrierUpdate::builder, Builder::build)
            .field("id", EntryId.FORM, BarrierUpdate::id, Builder::id)
            .field("barrier", EntryId.FORM, BarrierUpdate::barrier, Builder::barrier)
            .field("on", Forms.DATE, BarrierUpdate::on, Builder::on)
            .field("status", Forms.enumOf(Status.class), BarrierUpdate::status, Builder::status)
            .field("note", Forms.TEXT, BarrierUpdate::note, Builder::note)
            .list("evidence", EntryId.FORM, BarrierUpdate::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<BarrierUpdate> KIND = Kind.of("barrier-update", 1, BarrierUpdate.class, FORM);

    BarrierUpdate() {}

    @Override
    public abstract EntryId id();

    /** The barrier. */
    public abstract EntryId barrier();

    /** The day. */
    public abstract LocalDate on();

    /** What is reported. */
    public abstract Status status();

    /** What was answered, how it was resolved, or why one must live with it. */
    public abstract String note();

    /** The entries that show it, each once; if it is resolved at least one. */
    public abstract List<EntryId> evidence();

    /** Checks the note and the evidence. */
    @Value.Check
    void check() {
        Checks.text(note(), "note");
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                status() != Status.RESOLVED || !evidence().isEmpty(),
                "Barrier %s is resolved without evidence. Expected the entry that shows it.",
                barrier());
    }

    /** The barrier, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(barrier()));
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<BarrierUpdate> kind() {
        return KIND;
    }

    /** What is reported of a barrier. */
    public enum Status {
        /** Those who raised it have an answer; it still stands. */
        ANSWERED,
        /** It no longer stands. */
        RESOLVED,
        /** It stands, nobody here can remove it, and what was planned takes it into account. */
        LIVED_WITH
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an update; every property but the evidence must be set. */
    public static final class Builder extends ImmutableBarrierUpdate.Builder {
        Builder() {}
    }
}

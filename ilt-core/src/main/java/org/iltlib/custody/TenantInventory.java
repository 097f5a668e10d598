package org.iltlib.custody;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.TenantId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.TeamKey;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoredDataset;
import org.immutables.value.Value;

/** What a tenant has stored, in numbers and digests, without a word of it. Immutable. */
@Value.Immutable
public abstract class TenantInventory {
    /** The written form. */
    public static final Form<TenantInventory> FORM = Form.<TenantInventory, Builder>built(
                    TenantInventory::builder, Builder::build)
            .field("tenant", TenantId.FORM, TenantInventory::tenant, Builder::tenant)
            .field("takenAt", Forms.INSTANT, TenantInventory::takenAt, Builder::takenAt)
            .field("records", Forms.LONG, TenantInventory::records, Builder::records)
            .field("entries", Forms.LONG, TenantInventory::entries, Builder::entries)
            .field("heads", Digest.FORM, TenantInventory::heads, Builder::heads)
            .field("datasets", Forms.LONG, TenantInventory::datasets, Builder::datasets)
            .field("datasetIds", Digest.FORM, TenantInventory::datasetIds, Builder::datasetIds)
            .field("contacts", Forms.LONG, TenantInventory::contacts, Builder::contacts)
            .field("erased", Forms.LONG, TenantInventory::erased, Builder::erased);

    TenantInventory() {}

    /** The tenant. */
    public abstract TenantId tenant();

    /** When it was taken. */
    public abstract Instant takenAt();

    /** How many records have an entry. */
    public abstract long records();

    /** How many entries they have in all. */
    public abstract long entries();

    /** The SHA-256 of the checkpoints of all records, in order of their keys, as one list in canonical JSON. */
    public abstract Digest heads();

    /** How many datasets there are, purged ones too. */
    public abstract long datasets();

    /** The SHA-256 of the ids of all datasets, in order, each followed by a line feed, purged ones by a minus first. */
    public abstract Digest datasetIds();

    /** How many persons have a contact. */
    public abstract long contacts();

    /** How many persons were erased. */
    public abstract long erased();

    /**
     * The inventory of that tenant now. Reads heads and ids, no entries. What is stored meanwhile may be in it or not.
     *
     * @param at the time to note, to the microsecond; what is finer is cut off
     */
    public static TenantInventory of(Store store, TenantId tenant, Instant at) {
        RecordStore view = store.forTenant(tenant);
        List<Checkpoint> heads = new ArrayList<>();
        try (var keys = view.keys()) {
            for (TeamKey key : keys.toList()) {
                heads.add(view.table().head(key));
            }
        }
        List<StoredDataset> datasets =
                view instanceof DatasetStore stored ? stored.datasets().toList() : List.of();
        StringBuilder ids = new StringBuilder();
        datasets.forEach(dataset ->
                ids.append(dataset.id()).append(dataset.isPurged() ? "-" : "").append('\n'));
        return builder()
                .tenant(tenant)
                .takenAt(at.truncatedTo(ChronoUnit.MICROS))
                .records(heads.size())
                .entries(heads.stream().mapToLong(Checkpoint::count).sum())
                .heads(Digest.ofText(
                        CanonicalJson.write(Forms.listOf(Checkpoint.FORM).write(heads))))
                .datasets(datasets.size())
                .datasetIds(Digest.ofText(ids.toString()))
                .contacts(
                        view instanceof DirectoryStore directory
                                ? directory.contacts().count()
                                : 0)
                .erased(
                        view instanceof DirectoryStore directory
                                ? directory.erasedContacts().count()
                                : 0)
                .build();
    }

    /** Whether nothing at all is stored. */
    public boolean isEmpty() {
        return records() + datasets() + contacts() + erased() == 0;
    }

    /**
     * Whether the other says the same, the time apart: nothing was stored or removed in between. A contact that was
     * changed in place does not show.
     */
    public boolean agreesWith(TenantInventory other) {
        return toBuilder().takenAt(other.takenAt()).build().equals(other);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an inventory; all must be set. */
    public static final class Builder extends ImmutableTenantInventory.Builder {
        Builder() {}
    }
}

package org.iltlib.store.archive;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.immutables.value.Value;

/** What an archive holds: the last part of it, by which a reader knows that nothing is missing. */
@Value.Immutable
public abstract class TenantManifest {
    /** The version of the archive that this library writes and reads. */
    public static final String FORMAT = "ilt-archive/1";

    /** The written form. */
    public static final Form<TenantManifest> FORM = Form.<TenantManifest, Builder>built(Builder::new, Builder::build)
            .field("format", Forms.TEXT, TenantManifest::format, Builder::format)
            .field("heads", Forms.listOf(Checkpoint.FORM), List.of(), TenantManifest::heads, Builder::heads)
            .field("erased", Forms.LONG, TenantManifest::erased, Builder::erased)
            .field("directory", Forms.FLAG, TenantManifest::hasDirectory, Builder::hasDirectory)
            .field("contacts", Forms.LONG, TenantManifest::contacts, Builder::contacts)
            .field("datasets", Forms.LONG, TenantManifest::datasets, Builder::datasets)
            .field("purged", Forms.LONG, TenantManifest::purged, Builder::purged)
            .field("digest", Digest.FORM, TenantManifest::digest, Builder::digest);

    TenantManifest() {}

    /** The version of the archive. */
    @Value.Default
    public String format() {
        return FORMAT;
    }

    /** Where every record stands, in the order of their keys. */
    public abstract List<Checkpoint> heads();

    /** How many persons were erased from the directory. */
    public abstract long erased();

    /** Whether contacts were asked for. */
    public abstract boolean hasDirectory();

    /** How many contacts there are. */
    public abstract long contacts();

    /** How many datasets there are with their content. */
    public abstract long datasets();

    /** How many datasets were purged; id, size and time are left of each. */
    public abstract long purged();

    /** The digest of all of it, as {@link TenantDigest} tells. */
    public abstract Digest digest();

    /** The number of entries of all records. */
    public long entries() {
        return heads().stream().mapToLong(Checkpoint::count).sum();
    }

    @Value.Check
    void check() {
        Checks.notNegative(erased(), "erased");
        Checks.notNegative(contacts(), "contacts");
        Checks.notNegative(datasets(), "datasets");
        Checks.notNegative(purged(), "purged");
    }

    /** One line of counts. */
    @Override
    public String toString() {
        return heads().size() + " records with " + entries() + " entries, " + datasets() + " datasets and " + purged()
                + " purged, " + (hasDirectory() ? contacts() + " contacts" : "no directory") + ", " + erased()
                + " erased; digest " + digest();
    }

    /** A builder with the values of this manifest. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** A builder without values. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TenantManifest}. */
    public static final class Builder extends ImmutableTenantManifest.Builder {
        Builder() {}
    }
}

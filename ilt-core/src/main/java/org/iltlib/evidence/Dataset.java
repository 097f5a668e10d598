package org.iltlib.evidence;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What a record keeps of bulk rows: their name, the digest of their bytes, how many they are, their columns and where
 * they came from. The rows themselves stay outside the record, so that they can be purged when they must be, and the
 * digest still says which rows a finding rested on. Immutable.
 */
@Value.Immutable
public abstract class Dataset implements Recordable {
    /** The written form. */
    public static final Form<Dataset> FORM = Form.<Dataset, Builder>built(Dataset::builder, Builder::build)
            .field("id", EntryId.FORM, Dataset::id, Builder::id)
            .field("name", Forms.TEXT, Dataset::name, Builder::name)
            .field("sha256", Forms.TEXT, Dataset::sha256, Builder::sha256)
            .list("columns", Forms.TEXT, Dataset::columns, Builder::addAllColumns)
            .field("report", ImportReport.FORM, Dataset::report, Builder::report)
            .field("source", Forms.TEXT, Dataset::source, Builder::source)
            .maybe("assessment", EntryId.FORM, Dataset::assessment, Builder::assessment);

    /** How it stands in a record. */
    public static final Kind<Dataset> KIND = Kind.of("dataset", 1, Dataset.class, FORM);

    Dataset() {}

    @Override
    public abstract EntryId id();

    /** The name by which people know it. */
    public abstract String name();

    /** The SHA-256 digest of the uncompressed bytes, 64 lower-case hexadecimal digits: the address of the rows. */
    public abstract String sha256();

    /** The columns that were read, in order. */
    public abstract List<String> columns();

    /** The account of every row. */
    public abstract ImportReport report();

    /** Where it came from, in words: who gave it out, when, under which licence. */
    public abstract String source();

    /** The assessment whose results these are, if it is recorded. */
    public abstract Optional<EntryId> assessment();

    /** The assessment, if there is one. */
    @Override
    public List<EntryId> basedOn() {
        return assessment().stream().toList();
    }

    @Override
    public Kind<Dataset> kind() {
        return KIND;
    }

    /** Whether that table's bytes are these. */
    public boolean describes(ScoreImport read) {
        return sha256().equals(read.sha256());
    }

    /** Checks the texts and the digest. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(source(), "source");
        Checks.require(
                sha256().matches("[0-9a-f]{64}"),
                "sha256 is \"%s\". Expected 64 lower-case hexadecimal digits.",
                sha256());
        Checks.distinct(Checks.notEmpty(columns(), "columns"), "columns");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a dataset; every property but the assessment must be set. */
    public static final class Builder extends ImmutableDataset.Builder {
        Builder() {}
    }
}

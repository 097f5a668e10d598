package org.iltlib.evidence.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.evidence.Dataset;
import org.iltlib.evidence.ImportReport;
import org.iltlib.evidence.LabelColumn;
import org.immutables.value.Value;

/**
 * What came of reading a file of responses: the scored table, what was chosen, the groups of the students, the account
 * of every row, and the digest of the bytes. Immutable.
 */
@Value.Immutable
public abstract class ResponseImport {
    ResponseImport() {}

    /** The points of each student on each item. */
    public abstract ResponseTable table();

    /** What each student answered; empty if the cells held points. */
    public abstract Optional<ChoiceTable> choices();

    /** The groups of the students by the name of their column, with a row for each row of the table. */
    public abstract Map<String, LabelColumn> groups();

    /** The account of every row. */
    public abstract ImportReport report();

    /** The SHA-256 digest of the uncompressed bytes, in lower-case hexadecimal. */
    public abstract String sha256();

    /** The name of the column of student ids; empty if students are named after their rows. */
    public abstract Optional<String> student();

    /**
     * The groups of that column.
     *
     * @throws IllegalArgumentException if it was not read; the message lists those that were
     */
    public LabelColumn getGroups(String column) {
        return Optional.ofNullable(groups().get(column))
                .orElseThrow(() -> new IllegalArgumentException(
                        "group column is \"" + column + "\". Maybe one of " + groups().keySet() + "."));
    }

    /**
     * What a record keeps of these rows.
     *
     * @param id the id under which it is recorded
     * @param name the name by which people know it
     * @param source where it came from, in words
     */
    public Dataset dataset(EntryId id, String name, String source) {
        List<String> columns = new ArrayList<>(student().stream().toList());
        columns.addAll(groups().keySet());
        columns.addAll(table().itemNames());
        return Dataset.builder()
                .id(id)
                .name(name)
                .sha256(sha256())
                .addAllColumns(columns)
                .report(report())
                .source(source)
                .build();
    }

    /** Starts a builder, for the reader. */
    static Builder builder() {
        return new Builder();
    }

    /** The report and the beginning of the digest; never a row. */
    @Override
    public String toString() {
        return report() + " (sha256 " + sha256().substring(0, 12) + "…)";
    }

    static final class Builder extends ImmutableResponseImport.Builder {
        Builder() {}
    }
}

package org.iltlib.evidence;

import org.iltlib.base.EntryId;

/**
 * What came of reading a file: the table, the account of every row, and the digest of the bytes.
 *
 * @param table the rows that were kept
 * @param report the account of every row
 * @param sha256 the SHA-256 digest of the uncompressed bytes, in lower-case hexadecimal
 */
public record ScoreImport(ScoreTable table, ImportReport report, String sha256) {

    /**
     * What a record keeps of these rows.
     *
     * @param id the id under which it is recorded
     * @param name the name by which people know it
     * @param source where it came from, in words
     */
    public Dataset dataset(EntryId id, String name, String source) {
        return Dataset.builder()
                .id(id)
                .name(name)
                .sha256(sha256)
                .addAllColumns(table.layout().columns())
                .report(report)
                .source(source)
                .build();
    }

    /** The report and the beginning of the digest; never a row. */
    @Override
    public String toString() {
        return report + " (sha256 " + sha256.substring(0, 12) + "…)";
    }
}

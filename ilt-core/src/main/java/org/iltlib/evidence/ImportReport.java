package org.iltlib.evidence;

import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The account of every row of a source: how many were kept, how many of those are incomplete and in which column, and
 * how many were rejected and why. The counts are exact; of the rejected rows the first {@value #EXAMPLES} are shown.
 * Immutable.
 */
@Value.Immutable
public abstract class ImportReport {
    /** How many rejected rows are shown at most. */
    public static final int EXAMPLES = 20;

    /** The written form. */
    public static final Form<ImportReport> FORM = Form.<ImportReport, Builder>built(
                    ImportReport::builder, Builder::build)
            .field("kept", Forms.LONG, ImportReport::kept, Builder::kept)
            .field("incomplete", Forms.LONG, ImportReport::incomplete, Builder::incomplete)
            .map("missing", Forms.LONG, ImportReport::missing, Builder::putAllMissing)
            .map("rejections", Forms.LONG, ImportReport::rejections, Builder::putAllRejections)
            .list("examples", RejectedRow.FORM, ImportReport::examples, Builder::addAllExamples);

    ImportReport() {}

    /** The rows that are in the table, complete or not. */
    public abstract long kept();

    /** Those of the kept rows in which at least one declared column has no value. */
    public abstract long incomplete();

    /** For each declared column in which a kept row has no value, the number of such rows. */
    public abstract Map<String, Long> missing();

    /** For each reason for which rows were rejected, the number of such rows. */
    public abstract Map<String, Long> rejections();

    /** The first rejected rows in the order of the file, at most {@value #EXAMPLES}. */
    public abstract List<RejectedRow> examples();

    /** The rows that are not in the table. */
    public long rejected() {
        return rejections().values().stream().mapToLong(Long::longValue).sum();
    }

    /** All rows of the source, the header and empty lines not counted: kept and rejected. */
    public long rows() {
        return kept() + rejected();
    }

    /** Checks that the counts agree with each other. */
    @Value.Check
    void check() {
        Checks.notNegative(kept(), "kept");
        Checks.notNegative(incomplete(), "incomplete");
        Checks.require(incomplete() <= kept(), "incomplete is %s, more than the %s kept rows.", incomplete(), kept());
        missing()
                .forEach((column, count) -> Checks.require(
                        count > 0 && count <= incomplete(),
                        "missing in \"%s\" is %s. Expected 1 to %s, the incomplete rows.",
                        column,
                        count,
                        incomplete()));
        rejections().forEach((reason, count) -> Checks.positive(count, "rejections of \"" + reason + "\""));
        Checks.require(
                examples().size() == Math.min(EXAMPLES, rejected()),
                "there are %s examples. Expected %s.",
                examples().size(),
                Math.min(EXAMPLES, rejected()));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Such as {@code 120 rows: 118 kept, 3 of them incomplete, 2 rejected}. */
    @Override
    public String toString() {
        return rows() + " rows: " + kept() + " kept, " + incomplete() + " of them incomplete, " + rejected()
                + " rejected";
    }

    /** Builds a report; kept and incomplete must be set. */
    public static final class Builder extends ImmutableImportReport.Builder {
        Builder() {}
    }
}

package org.iltlib.exchange.oneroster;

import java.util.Optional;
import org.immutables.value.Value;

/** One fault of a package: where, what was expected, how bad. It never repeats what stands in a cell. Immutable. */
@Value.Immutable
public abstract class Diagnostic {
    Diagnostic() {}

    /** Whether it is only reported (and, where possible, repaired), or what it touches is refused. */
    public enum Severity {
        /** Reported, and repaired where there is something to repair. */
        WARNING,
        /** What it touches is refused. */
        ERROR
    }

    /** A stable code: {@code manifest.missingFile}, {@code row.width}, {@code reference.unknown}. */
    public abstract String code();

    /** How bad. */
    public abstract Severity severity();

    /** The file, as it is named in the package. */
    public abstract String file();

    /** The record in the file, the header being 1; empty if it concerns the whole file. */
    public abstract Optional<Integer> record();

    /** The column; empty if it concerns the whole row. */
    public abstract Optional<String> column();

    /** What is wrong, what was expected, and a suggestion. */
    public abstract String message();

    /** Such as {@code ERROR enrollments.csv, record 4, classSourcedId: refers to no class (reference.unknown)}. */
    @Override
    public String toString() {
        return severity() + " " + file() + record().map(r -> ", record " + r).orElse("")
                + column().map(c -> ", " + c).orElse("") + ": " + message() + " (" + code() + ")";
    }

    static Diagnostic of(String code, Severity severity, String file, int record, String column, String message) {
        return new Builder()
                .code(code)
                .severity(severity)
                .file(file)
                .record(record > 0 ? Optional.of(record) : Optional.empty())
                .column(column.isEmpty() ? Optional.empty() : Optional.of(column))
                .message(message)
                .build();
    }

    /** Builds a diagnostic. */
    static final class Builder extends ImmutableDiagnostic.Builder {
        Builder() {}
    }
}

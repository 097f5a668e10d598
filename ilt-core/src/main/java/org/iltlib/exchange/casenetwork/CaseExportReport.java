package org.iltlib.exchange.casenetwork;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iltlib.exchange.casenetwork.CaseImportReport.Occurrences;

/**
 * What a strict writer found that the standard, in the version asked for, does not allow as it is. Counts are exact;
 * places are the first hundred of each.
 *
 * @param outcomes how often, and where first, for each outcome that there was
 */
public record CaseExportReport(Map<Outcome, Occurrences> outcomes) {

    /** What becomes of something that the standard does not allow. */
    public enum Outcome {
        /** The standard demands something else; such a package is not written. */
        INVALID,
        /** This version cannot say it; it is left out, and only by a writer that allows loss. */
        LEFT_OUT,
        /** The standard does not know it; it is put under {@code extensions}, and a reader puts it back. */
        MOVED
    }

    /** Copies the map. */
    public CaseExportReport {
        Map<Outcome, Occurrences> copy = new EnumMap<>(Outcome.class);
        copy.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(copy);
    }

    /** How often there was that outcome. */
    public long count(Outcome outcome) {
        Occurrences found = outcomes.get(outcome);
        return found == null ? 0 : found.count();
    }

    /** The first of that outcome: a JSON pointer into the package, and what is the matter. */
    public List<String> problems(Outcome outcome) {
        Occurrences found = outcomes.get(outcome);
        return found == null ? List.of() : found.places();
    }

    /** Whether the package can be written as it is. */
    public boolean isClean() {
        return outcomes.isEmpty();
    }

    /** A line for each outcome. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(isClean() ? "nothing to report\n" : "");
        outcomes.forEach((outcome, found) -> text.append(outcome)
                .append(' ')
                .append(found.count())
                .append(", first ")
                .append(found.places().get(0))
                .append('\n'));
        return text.toString();
    }
}

package org.iltlib.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.immutables.value.Value;

/**
 * Which column of a file means what. Nothing is guessed: a column that is not named here is not read, and a column that
 * is named here must exist. Immutable.
 */
@Value.Immutable
public abstract class ScoreLayout {
    ScoreLayout() {}

    /** The column of student ids; required in every row. */
    public abstract String student();

    /** The column of schools (or other units); required in every row. */
    public abstract String unit();

    /** The column of grades, {@code PK}, {@code K}, {@code 1} … {@code 12}; required in every row. */
    public abstract String grade();

    /** Columns of labels by which students can be grouped; a cell may be empty. */
    public abstract List<String> groups();

    /** Columns of scores and their subjects, at least one; a cell may be empty. */
    public abstract Map<String, Subject> scores();

    /**
     * What stands in a score's cell instead of a number, and what it means: {@code absent}, {@code exempt}. An empty
     * cell means {@link MissingReason#NOT_COLLECTED} unless it is listed here.
     */
    public abstract Map<String, MissingReason> missing();

    /** All columns that are read, in the order student, unit, grade, groups, scores. */
    public List<String> columns() {
        List<String> all = new ArrayList<>(List.of(student(), unit(), grade()));
        all.addAll(groups());
        all.addAll(scores().keySet());
        return List.copyOf(all);
    }

    /** Checks that there are scores, that names are not blank, and that each column and subject stands once. */
    @Value.Check
    void check() {
        Checks.require(!scores().isEmpty(), "scores is empty. Expected at least one column of scores.");
        Checks.distinct(columns(), "columns").forEach(column -> Checks.text(column, "column"));
        Checks.distinct(scores().values(), "subjects");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a layout; student, unit, grade and at least one score must be set. */
    public static final class Builder extends ImmutableScoreLayout.Builder {
        Builder() {}
    }
}

package org.iltlib.evidence.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * Which column of a file of responses means what. What an empty cell means must be said: an item that a student skipped
 * and an item that nobody showed the student look alike in a file, and only people know which it is. Immutable.
 */
@Value.Immutable
public abstract class ResponseLayout {
    ResponseLayout() {}

    /** The column of student ids; without one, students are named after their rows: {@code row 2}. */
    public abstract Optional<String> student();

    /** Columns of labels by which students can be grouped; a cell may be empty. */
    public abstract List<String> groups();

    /** The columns of items, in the order wanted; if none is named, all columns that are not named otherwise. */
    public abstract List<String> items();

    /** Columns that are not read. Only needed where {@link #items} names none. */
    public abstract List<String> passedOver();

    /** The columns of a file without a header line, all of them in order; empty if the file has a header line. */
    public abstract List<String> headerless();

    /** Why there is no response where an item's cell is empty. */
    public abstract MissingReason blank();

    /** What else may stand in an item's cell, and why there is no response there: {@code 9}, {@code NA}, {@code .}. */
    public abstract Map<String, MissingReason> missing();

    /**
     * For each item the answer that is right, as it is written in the cells. If given, cells hold answers such as letters,
     * and every item needs its right answer; otherwise they hold points.
     */
    public abstract Map<String, String> key();

    /** All columns that are named, in the order student, groups, items, passed over. */
    List<String> named() {
        List<String> all = new ArrayList<>();
        student().ifPresent(all::add);
        all.addAll(groups());
        all.addAll(items());
        all.addAll(passedOver());
        return List.copyOf(all);
    }

    /** Checks that names are not blank and stand once, and that declared texts are written without blanks around. */
    @Value.Check
    void check() {
        Checks.distinct(named(), "columns").forEach(column -> Checks.text(column, "column"));
        Checks.distinct(headerless(), "headerless").forEach(column -> Checks.text(column, "column"));
        missing().keySet().forEach(text -> plain(text, "a text that stands for no response"));
        key().values().forEach(text -> plain(text, "an answer of the key"));
        key().forEach((item, right) -> Checks.require(
                !missing().containsKey(right),
                "The key of item \"%s\" is a text that stands for no response. Expected an answer.",
                item));
    }

    private static void plain(String text, String name) {
        Checks.require(
                !text.isEmpty() && text.strip().equals(text),
                "%s is \"%s\". Expected some characters and no blanks around them. Maybe the blank reason is meant.",
                name,
                text);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a layout; the reason of an empty cell must be set. */
    public static final class Builder extends ImmutableResponseLayout.Builder {
        Builder() {}
    }
}

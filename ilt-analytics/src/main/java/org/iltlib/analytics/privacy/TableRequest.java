package org.iltlib.analytics.privacy;

import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Which table of a population is asked for: what it is crossed by, and of whom.
 *
 * @param measure the trait that is counted; empty for a table of groups
 * @param by the names of the dimensions, one to four
 * @param only the leaves to which a dimension is restricted; one that is not named is not
 */
public record TableRequest(String measure, List<String> by, Map<String, List<String>> only) {
    /** The written form. */
    public static final Form<TableRequest> FORM = Form.of(
            "measure",
            Forms.TEXT,
            TableRequest::measure,
            "by",
            Forms.listOf(Forms.TEXT),
            TableRequest::by,
            "only",
            Forms.mapOf(Forms.listOf(Forms.TEXT)),
            TableRequest::only,
            TableRequest::new);

    /** Copies the lists and checks the names. */
    public TableRequest {
        by = List.copyOf(Checks.distinct(by, "by"));
        only = Map.copyOf(only);
        for (String name : only.keySet()) {
            Checks.require(by.contains(name), "\"%s\" is restricted but not among %s.", name, by);
        }
    }

    /** A table of everybody. */
    public static TableRequest of(String measure, List<String> by) {
        return new TableRequest(measure, by, Map.of());
    }

    /** Such as {@code learner × grade (4, 5)}. */
    @Override
    public String toString() {
        return (measure.isEmpty() ? "" : measure + ": ")
                + String.join(
                        " × ",
                        by.stream()
                                .map(name -> only.containsKey(name)
                                        ? name + " (" + String.join(", ", only.getOrDefault(name, List.of())) + ")"
                                        : name)
                                .toList());
    }
}

package org.iltlib.analytics.measurement.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * How groups do on concepts: what a heat map draws, {@code map.withColumns(grid.concepts())} and a row for each group.
 * Immutable.
 *
 * @param concepts the columns
 * @param rows for each group, in the order of the names, a cell for each concept
 */
public record ConceptGrid(List<String> concepts, SortedMap<String, List<Measured<Estimate>>> rows) {
    /** Copies; each row has a cell for each concept. */
    public ConceptGrid {
        concepts = List.copyOf(concepts);
        SortedMap<String, List<Measured<Estimate>>> copy = new TreeMap<>();
        for (Map.Entry<String, List<Measured<Estimate>>> row : rows.entrySet()) {
            Checks.require(
                    row.getValue().size() == concepts.size(),
                    "the row of \"%s\" has %s cells. Expected %s.",
                    row.getKey(),
                    row.getValue().size(),
                    concepts.size());
            copy.put(row.getKey(), List.copyOf(row.getValue()));
        }
        rows = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The cell.
     *
     * @throws IllegalArgumentException if there is no such group or concept
     */
    public Measured<Estimate> cell(String group, String concept) {
        List<Measured<Estimate>> row = rows.get(group);
        Checks.require(row != null, "group is \"%s\". Maybe one of %s.", group, rows.keySet());
        int column = concepts.indexOf(concept);
        Checks.require(column >= 0, "concept is \"%s\". Maybe one of %s.", concept, concepts);
        return Objects.requireNonNull(row).get(column);
    }

    /** The concepts on which a group's interval lies wholly below that share, in the order of the columns. */
    public List<String> below(String group, double share) {
        return beside(group, share, false);
    }

    /** The concepts on which a group's interval lies wholly above that share: strengths stand beside weaknesses. */
    public List<String> above(String group, double share) {
        return beside(group, share, true);
    }

    private List<String> beside(String group, double share, boolean above) {
        List<String> found = new ArrayList<>();
        for (String concept : concepts) {
            cell(group, concept)
                    .value()
                    .filter(estimate -> above ? estimate.lower() > share : estimate.upper() < share)
                    .ifPresent(estimate -> found.add(concept));
        }
        return List.copyOf(found);
    }
}

package org.iltlib.analytics.alignment.blueprint;

import java.util.List;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;

/**
 * What an assessment is to ask for: weights by topic and demand. Only shares matter, so points and percent serve alike.
 *
 * @param title what it is called
 * @param scale the scale of demand
 * @param cells its lines, at least one, no topic and level twice
 */
public record Blueprint(String title, DemandScale scale, List<BlueprintCell> cells) {
    /** Checks the lines and copies the list. */
    public Blueprint {
        Checks.text(title, "title");
        cells = List.copyOf(Checks.notEmpty(cells, "cells"));
        cells.forEach(cell -> scale.getLevel(cell.demand()));
        Checks.distinct(
                cells.stream()
                        .map(cell -> cell.topic() + " at level " + cell.demand())
                        .toList(),
                "cells");
    }

    /** The blueprint of those lines. */
    public static Blueprint of(String title, DemandScale scale, List<BlueprintCell> cells) {
        return new Blueprint(title, scale, cells);
    }

    /** The topics, each once, in order. */
    public List<StandardId> listTopics() {
        return cells.stream().map(BlueprintCell::topic).distinct().toList();
    }

    /** The blueprint as a table of topic by demand, the topics by their ids. */
    public ContentMatrix matrix() {
        ContentMatrix matrix = ContentMatrix.of(
                scale, listTopics().stream().map(StandardId::value).toList());
        for (BlueprintCell cell : cells) {
            matrix = matrix.with(cell.topic().value(), cell.demand(), cell.weight());
        }
        return matrix;
    }
}

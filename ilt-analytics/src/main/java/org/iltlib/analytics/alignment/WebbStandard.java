package org.iltlib.analytics.alignment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * A standard with the objectives in it, each with the level of demand that the panel agreed on.
 *
 * @param id the standard
 * @param objectives its objectives in order, at least one, each with its level
 * @param level the level of the standard as a whole, used for items that fit it and none of its objectives; without it
 *     such an item has nothing to be compared with in demand
 */
public record WebbStandard(StandardId id, Map<StandardId, Integer> objectives, Optional<Integer> level) {
    /** Copies the map and keeps its order. */
    public WebbStandard {
        Checks.require(!objectives.isEmpty(), "objectives is empty. Expected at least one.");
        Checks.require(
                !objectives.containsKey(id),
                "standard \"%s\" is its own objective. Maybe it is an objective only.",
                id);
        objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
    }
}

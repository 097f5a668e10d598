package org.iltlib.analytics.achievement.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;

/** The units of a district and which holds which: class, school, district. Immutable. */
public final class LiveUnits {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[][] paths; // each unit, then those that hold it

    private LiveUnits(List<String> names, Map<String, String> holders) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        paths = new int[names.size()][];
        for (int i = 0; i < paths.length; i++) {
            List<Integer> path = new ArrayList<>();
            for (String at = names.get(i); at != null; at = holders.get(at)) {
                Checks.require(
                        path.size() < names.size(), "\"%s\" holds itself. Maybe two units are swapped.", names.get(i));
                path.add(places.getOrDefault(at, -1));
            }
            paths[i] = path.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /**
     * These units.
     *
     * @param holders for each unit the one that holds it; what nothing holds stands at the top
     * @throws IllegalArgumentException if a unit holds itself
     */
    public static LiveUnits of(Map<String, String> holders) {
        TreeSet<String> names = new TreeSet<>(Checks.notEmpty(holders.keySet(), "holders"));
        names.addAll(holders.values());
        return new LiveUnits(List.copyOf(names), new TreeMap<>(holders));
    }

    /** Their names, in order. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    int size() {
        return paths.length;
    }

    int place(String name) {
        int place = places.getOrDefault(name, -1);
        Checks.require(place >= 0, "There is no unit \"%s\". Expected one of %s units.", name, names.size());
        return place;
    }

    int[] path(int place) {
        return paths[place];
    }
}

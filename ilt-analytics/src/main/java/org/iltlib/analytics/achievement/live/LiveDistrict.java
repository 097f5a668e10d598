package org.iltlib.analytics.achievement.live;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/**
 * All tests of a district, each held as counts by unit and group. A refresh of one class in one test rewrites the rows
 * of that class and of the units that hold it, in that test alone; every other test is the very same object as before.
 * Immutable.
 */
public final class LiveDistrict {
    private final Map<String, LiveMeasure> measures;

    private LiveDistrict(Map<String, LiveMeasure> measures) {
        this.measures = Collections.unmodifiableMap(measures);
    }

    /**
     * These tests by name; they may differ in grid, cuts, groups and units.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LiveDistrict of(Map<String, LiveMeasure> measures) {
        Checks.notEmpty(measures.keySet(), "measures");
        return new LiveDistrict(new TreeMap<>(measures));
    }

    /** The tests by name, in the order of their names. */
    public Map<String, LiveMeasure> measures() {
        return measures;
    }

    /**
     * That test.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public LiveMeasure getMeasure(String name) {
        LiveMeasure found = measures.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no measure \"%s\". Maybe one of %s.".formatted(name, measures.keySet()));
        }
        return found;
    }

    /**
     * With some scores of one test gone and some come. Takes the time of {@link LiveMeasure#refresh} and one pointer a
     * test.
     *
     * @throws IllegalArgumentException if there is no such test, or as {@link LiveMeasure#refresh}; nothing is changed
     *     then
     */
    public LiveDistrict refresh(String measure, List<LiveScore> gone, List<LiveScore> come) {
        return refresh(Map.of(measure, gone), Map.of(measure, come));
    }

    /**
     * With scores of several tests gone and come, by the test's name: all of it or, if anything is refused, none.
     *
     * @throws IllegalArgumentException as {@link #refresh(String, List, List)}
     */
    public LiveDistrict refresh(Map<String, List<LiveScore>> gone, Map<String, List<LiveScore>> come) {
        Map<String, LiveMeasure> next = new TreeMap<>(measures);
        TreeSet<String> named = new TreeSet<>(gone.keySet());
        named.addAll(come.keySet());
        for (String name : named) {
            List<LiveScore> out = gone.getOrDefault(name, List.of());
            List<LiveScore> in = come.getOrDefault(name, List.of());
            LiveMeasure measure = getMeasure(name);
            if (!out.isEmpty() || !in.isEmpty()) {
                next.put(name, measure.refresh(out, in));
            }
        }
        return new LiveDistrict(next);
    }

    /**
     * For each test that differs from an earlier state of the same district the units to draw anew, see {@link
     * LiveMeasure#changedSince}. A test that was not refreshed is not looked into.
     *
     * @throws IllegalArgumentException if the tests are not the same
     */
    @SuppressWarnings("ReferenceEquality") // a test that was not refreshed is the very same object
    public Map<String, List<String>> changedSince(LiveDistrict before) {
        Checks.require(
                measures.keySet().equals(before.measures.keySet()),
                "The measures are %s and %s. Expected the same district.",
                measures.keySet(),
                before.measures.keySet());
        Map<String, List<String>> changed = new LinkedHashMap<>();
        measures.forEach((name, measure) -> {
            LiveMeasure old = before.getMeasure(name);
            List<String> units = measure == old ? List.<String>of() : measure.changedSince(old);
            if (!units.isEmpty()) {
                changed.put(name, units);
            }
        });
        return Collections.unmodifiableMap(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LiveDistrict that && measures.equals(that.measures);
    }

    @Override
    public int hashCode() {
        return measures.hashCode();
    }

    /** Such as {@code 60 measures}. */
    @Override
    public String toString() {
        return measures.size() + (measures.size() == 1 ? " measure" : " measures");
    }
}

package org.iltlib.curriculum.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;

/**
 * What changed from one version of a course to the next, unit by unit; a unit keeps its id. Immutable; made in time linear
 * in the units, but for finding what moved, which is quadratic.
 *
 * @param before the earlier version
 * @param after the later version
 * @param changes what is new or changed in the order of the later version, then what is gone in that of the earlier
 */
public record CourseDiff(EntryId before, EntryId after, List<Change> changes) {
    /** What happened to a unit. */
    public enum Sort {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It stands in another place among those that stayed. */
        MOVED,
        /** It has another title. */
        RENAMED,
        /** It has more or fewer days. */
        REPACED,
        /** It teaches other standards. */
        REALIGNED,
        /** It has other lessons. */
        REWRITTEN;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One change.
     *
     * @param unit the id of the unit
     * @param sort what happened
     * @param words what exactly: {@code 12 → 15 days}
     */
    public record Change(String unit, Sort sort, String words) {
        /** Such as {@code ratios: repaced, 12 → 15 days}. */
        @Override
        public String toString() {
            return unit + ": " + sort + (words.isEmpty() ? "" : ", " + words);
        }
    }

    /** Copies. */
    public CourseDiff {
        changes = List.copyOf(changes);
    }

    /** What changed between them. */
    public static CourseDiff between(Course before, Course after) {
        List<Change> changes = new ArrayList<>();
        Set<String> moved = moved(before, after);
        for (Unit unit : after.units()) {
            Optional<Unit> old = before.findUnit(unit.id());
            if (old.isEmpty()) {
                changes.add(new Change(unit.id(), Sort.ADDED, unit.title()));
            } else {
                if (moved.contains(unit.id())) {
                    changes.add(new Change(unit.id(), Sort.MOVED, ""));
                }
                compare(old.get(), unit, changes);
            }
        }
        for (Unit unit : before.units()) {
            if (after.findUnit(unit.id()).isEmpty()) {
                changes.add(new Change(unit.id(), Sort.REMOVED, unit.title()));
            }
        }
        return new CourseDiff(before.id(), after.id(), changes);
    }

    private static void compare(Unit old, Unit young, List<Change> changes) {
        if (!old.title().equals(young.title())) {
            changes.add(new Change(young.id(), Sort.RENAMED, old.title() + " → " + young.title()));
        }
        if (old.plannedDays() != young.plannedDays()) {
            changes.add(
                    new Change(young.id(), Sort.REPACED, old.plannedDays() + " → " + young.plannedDays() + " days"));
        }
        Set<StandardId> gone = new LinkedHashSet<>(old.standards());
        Set<StandardId> come = new LinkedHashSet<>(young.standards());
        gone.removeAll(young.standards());
        come.removeAll(old.standards());
        if (!gone.isEmpty() || !come.isEmpty()) {
            changes.add(new Change(young.id(), Sort.REALIGNED, "+" + come + " −" + gone));
        }
        if (!old.lessons().equals(young.lessons())) {
            changes.add(new Change(
                    young.id(),
                    Sort.REWRITTEN,
                    old.lessons().size() + " → " + young.lessons().size() + " lessons"));
        }
    }

    /** The fewest that moved: those that are not on a longest run which kept its order, the earliest such run. */
    private static Set<String> moved(Course before, Course after) {
        Map<String, Integer> places = new HashMap<>();
        before.units().forEach(unit -> places.put(unit.id(), places.size()));
        List<String> stayed =
                after.units().stream().map(Unit::id).filter(places::containsKey).toList();
        int size = stayed.size();
        int[] length = new int[size];
        int best = -1;
        for (int i = size - 1; i >= 0; i--) {
            length[i] = 1;
            for (int j = i + 1; j < size; j++) {
                if (place(places, stayed, j) > place(places, stayed, i)) {
                    length[i] = Math.max(length[i], length[j] + 1);
                }
            }
            if (best < 0 || length[i] >= length[best]) {
                best = i;
            }
        }
        Set<String> moved = new LinkedHashSet<>(stayed);
        int wanted = best < 0 ? 0 : length[best];
        int last = -1;
        for (int i = 0; i < size && wanted > 0; i++) {
            if (length[i] == wanted && place(places, stayed, i) > last) {
                moved.remove(stayed.get(i));
                last = place(places, stayed, i);
                wanted--;
            }
        }
        return moved;
    }

    private static int place(Map<String, Integer> places, List<String> stayed, int index) {
        return places.getOrDefault(stayed.get(index), -1);
    }

    /** The changes of that sort, in order. */
    public List<Change> list(Sort sort) {
        return changes.stream().filter(change -> change.sort() == sort).toList();
    }
}

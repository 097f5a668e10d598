package org.iltlib.analytics.growth.valueadded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.analytics.stats.SuppressionPolicy;

/**
 * Which units are not shown. A unit with few students is withheld, and with it whatever would give it away: the effects
 * of all teachers of a mixed model add up to zero, so do those of all schools, and the effect of a school is a known
 * multiple of the sum over its teachers (Z'V⁻¹r of one is the sum of the others'). So nowhere in such a sum may one unit
 * alone be missing.
 */
final class Withheld {
    private final Map<String, Double> teachers;
    private final Map<String, Double> schools;
    private final Map<String, Set<String>> staff;
    private final Set<String> hiddenTeachers = new HashSet<>();
    private final Set<String> hiddenSchools = new HashSet<>();

    private Withheld(Map<String, Double> teachers, Map<String, Double> schools, Map<String, Set<String>> staff) {
        this.teachers = teachers;
        this.schools = schools;
        this.staff = staff;
    }

    /**
     * Decides.
     *
     * @param teachers students by teacher
     * @param schools students by school; may be empty
     * @param staff the teachers of each school
     */
    static Withheld of(
            SuppressionPolicy policy,
            Map<String, Double> teachers,
            Map<String, Double> schools,
            Map<String, Set<String>> staff) {
        Withheld withheld = new Withheld(teachers, schools, staff);
        few(policy, teachers, withheld.hiddenTeachers);
        few(policy, schools, withheld.hiddenSchools);
        int before;
        do {
            before = withheld.count();
            withheld.complete();
        } while (withheld.count() > before);
        return withheld;
    }

    private static void few(SuppressionPolicy policy, Map<String, Double> students, Set<String> hidden) {
        students.forEach((unit, count) -> {
            if (policy.hides((long) Math.floor(count + 1e-9))) {
                hidden.add(unit);
            }
        });
    }

    private int count() {
        return hiddenTeachers.size() + hiddenSchools.size();
    }

    private void complete() {
        pair(teachers.keySet(), teachers, hiddenTeachers);
        pair(schools.keySet(), schools, hiddenSchools);
        staff.forEach((school, members) -> {
            if (!hiddenSchools.contains(school) && !pair(members, teachers, hiddenTeachers)) {
                hiddenSchools.add(school); // its only teacher is withheld, and it would say the same
            }
        });
    }

    /** Hides a second unit where one alone is hidden; false if there is no second. */
    private static boolean pair(Collection<String> units, Map<String, Double> students, Set<String> hidden) {
        List<String> open = new ArrayList<>(units);
        open.removeAll(hidden);
        if (units.size() - open.size() != 1) {
            return true;
        }
        return open.stream()
                .min(Comparator.comparingDouble((String unit) -> students.getOrDefault(unit, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .map(hidden::add)
                .orElse(false);
    }

    boolean teacher(String code) {
        return hiddenTeachers.contains(code);
    }

    boolean school(String code) {
        return hiddenSchools.contains(code);
    }

    double students(String code, boolean isTeacher) {
        return (isTeacher ? teachers : schools).getOrDefault(code, 0.0);
    }

    boolean hasSchools() {
        return !schools.isEmpty();
    }
}

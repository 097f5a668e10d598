package org.iltlib.analytics.growth.valueadded;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.stats.SuppressionPolicy;

/**
 * Which units are not shown. A unit with few students is withheld, and with it whatever would give it away: the effects
 * of all teachers of a mixed model add up to zero, so do those of all schools and those of all teachers for whom a column of
 * zeros and ones is one (r being the residuals, X'V⁻¹r = 0), and the effect of a school is a known multiple of the sum over
 * its teachers (Z'V⁻¹r of one is the sum of the others'). So in every such sum either nothing is missing or two units at
 * least, and these have together as many students as a unit that may be shown; and where a school is withheld, a teacher of
 * it is too.
 */
final class Withheld {
    private final Map<String, Double> teachers;
    private final Map<String, Double> schools;
    private final Map<String, Set<String>> staff;
    private final List<Set<String>> sums;
    private final int minimum;
    private final Set<String> hiddenTeachers = new TreeSet<>();
    private final Set<String> hiddenSchools = new TreeSet<>();

    private Withheld(
            Map<String, Double> teachers,
            Map<String, Double> schools,
            Map<String, Set<String>> staff,
            List<Set<String>> sums,
            int minimum) {
        this.teachers = teachers;
        this.schools = schools;
        this.staff = new TreeMap<>(staff);
        this.sums = sums;
        this.minimum = minimum;
    }

    /**
     * Decides.
     *
     * @param teachers students by teacher
     * @param schools students by school; may be empty
     * @param staff the teachers of each school
     * @param sums other teachers whose effects add up to zero
     */
    static Withheld of(
            SuppressionPolicy policy,
            Map<String, Double> teachers,
            Map<String, Double> schools,
            Map<String, Set<String>> staff,
            List<Set<String>> sums) {
        Withheld withheld = new Withheld(teachers, schools, staff, sums, policy.minimumN());
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
            if (policy.hides((long) Math.floor(count + 1e-9)) || (count < 1 && policy.minimumN() > 1)) {
                hidden.add(unit);
            }
        });
    }

    private int count() {
        return hiddenTeachers.size() + hiddenSchools.size();
    }

    private void complete() {
        join(teachers.keySet(), teachers, hiddenTeachers);
        join(schools.keySet(), schools, hiddenSchools);
        sums.forEach(sum -> join(sum, teachers, hiddenTeachers));
        Set<String> ofHidden = new TreeSet<>();
        staff.forEach((school, members) -> {
            if (hiddenSchools.contains(school)) {
                if (members.stream().noneMatch(hiddenTeachers::contains)) {
                    smallest(members, teachers, hiddenTeachers).ifPresent(hiddenTeachers::add);
                }
                ofHidden.addAll(members);
            } else if (!join(members, teachers, hiddenTeachers)) {
                hiddenSchools.add(school); // all its teachers are withheld, and it would say the same
            }
        });
        join(ofHidden, teachers, hiddenTeachers);
    }

    /** Hides more units until those hidden are two and no small group together; false if there are none left to hide. */
    private boolean join(Collection<String> units, Map<String, Double> students, Set<String> hidden) {
        List<String> missing = units.stream().filter(hidden::contains).toList();
        int count = missing.size();
        double total = missing.stream()
                .mapToDouble(unit -> students.getOrDefault(unit, 0.0))
                .sum();
        while (count > 0 && (count < 2 || total < minimum)) {
            Optional<String> next = smallest(units, students, hidden);
            if (next.isEmpty()) {
                return false;
            }
            hidden.add(next.get());
            count++;
            total += students.getOrDefault(next.get(), 0.0);
        }
        return true;
    }

    private static Optional<String> smallest(
            Collection<String> units, Map<String, Double> students, Set<String> hidden) {
        return units.stream()
                .filter(unit -> !hidden.contains(unit))
                .min(Comparator.comparingDouble((String unit) -> students.getOrDefault(unit, 0.0))
                        .thenComparing(Comparator.naturalOrder()));
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

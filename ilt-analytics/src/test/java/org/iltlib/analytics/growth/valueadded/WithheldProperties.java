package org.iltlib.analytics.growth.valueadded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.junit.jupiter.api.Test;

class WithheldProperties {
    private static final SuppressionPolicy TEN = SuppressionPolicy.NCES_2011_603;

    /**
     * By linear algebra: all effects of teachers add up to zero, and each school's effect is the sum over its teachers. What
     * is shown is known. A withheld effect follows from it exactly if its unit vector lies in the span of the rows.
     */
    @Property(tries = 300)
    void noWithheldEffectFollowsFromThoseShown(
            @ForAll @IntRange(min = 2, max = 6) int schools, @ForAll @IntRange(max = 100_000) int seed) {
        Random random = new Random(seed);
        Map<String, Double> ofTeacher = new LinkedHashMap<>();
        Map<String, Double> ofSchool = new LinkedHashMap<>();
        Map<String, Set<String>> staff = new LinkedHashMap<>();
        for (int school = 0; school < schools; school++) {
            int teachers = 1 + random.nextInt(4);
            for (int t = 0; t < teachers; t++) {
                String teacher = school + "-" + t;
                double students = random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 10 + random.nextInt(20);
                ofTeacher.put(teacher, students);
                ofSchool.merge("" + school, students, Double::sum);
                staff.computeIfAbsent("" + school, code -> new TreeSet<>()).add(teacher);
            }
        }
        Withheld withheld = Withheld.of(TEN, ofTeacher, ofSchool, staff, List.of());
        List<String> teachers = new ArrayList<>(ofTeacher.keySet());
        List<String> all = new ArrayList<>(ofSchool.keySet());
        int size = teachers.size() + all.size();
        List<double[]> known = new ArrayList<>();
        double[] sum = new double[size];
        for (int t = 0; t < teachers.size(); t++) {
            sum[t] = 1;
            if (!withheld.teacher(teachers.get(t))) {
                known.add(unit(size, t));
            }
        }
        known.add(sum);
        for (int s = 0; s < all.size(); s++) {
            double[] row = unit(size, teachers.size() + s);
            for (String teacher : staff.getOrDefault(all.get(s), Set.of())) {
                row[teachers.indexOf(teacher)] = -1;
            }
            known.add(row);
            if (!withheld.school(all.get(s))) {
                known.add(unit(size, teachers.size() + s));
            }
        }
        RealMatrix rows = new Array2DRowRealMatrix(known.toArray(double[][]::new));
        SingularValueDecomposition span = new SingularValueDecomposition(rows);
        double hidden = 0;
        boolean open = false;
        for (int i = 0; i < size; i++) {
            boolean isHidden = i < teachers.size()
                    ? withheld.teacher(teachers.get(i))
                    : withheld.school(all.get(i - teachers.size()));
            boolean isFew = (i < teachers.size()
                            ? ofTeacher.getOrDefault(teachers.get(i), 0.0)
                            : ofSchool.getOrDefault(all.get(i - teachers.size()), 0.0))
                    < 10;
            assertThat(isHidden || !isFew).isTrue();
            hidden += isHidden && i < teachers.size() ? ofTeacher.getOrDefault(teachers.get(i), 0.0) : 0;
            open |= !isHidden;
            if (isHidden) {
                ArrayRealVector one = new ArrayRealVector(unit(size, i));
                double inSpan = span.getV()
                        .getSubMatrix(0, size - 1, 0, span.getRank() - 1)
                        .preMultiply(one)
                        .getNorm();
                assertThat(inSpan).as("unit %s of %s", i, size).isLessThan(1 - 1e-9);
            }
        }
        assertThat(hidden == 0 || hidden >= 10 || !open).isTrue();
    }

    private static double[] unit(int size, int place) {
        double[] unit = new double[size];
        unit[place] = 1;
        return unit;
    }

    @Test
    void aSchoolThatIsWithheldToProtectAnotherTakesATeacherWithIt() {
        Withheld withheld = Withheld.of(
                TEN,
                Map.of("small", 6.0, "a", 22.0, "b", 23.0, "c", 30.0, "d", 31.0),
                Map.of("1", 6.0, "2", 45.0, "3", 61.0),
                Map.of("1", Set.of("small"), "2", Set.of("a", "b"), "3", Set.of("c", "d")),
                List.of());
        assertThat(withheld.school("1")).isTrue();
        assertThat(withheld.school("2")).isTrue();
        assertThat(withheld.school("3")).isFalse();
        assertThat(withheld.teacher("a")).isTrue();
        assertThat(withheld.teacher("b")).isFalse();
    }

    @Test
    void teachersWithheldHaveTogetherAsManyStudentsAsOneThatIsShown() {
        Withheld withheld = Withheld.of(
                TEN, Map.of("a", 3.0, "b", 4.0, "c", 12.0, "d", 30.0, "e", 31.0), Map.of(), Map.of(), List.of());
        assertThat(withheld.teacher("c")).isTrue();
        assertThat(withheld.teacher("d")).isFalse();
        Withheld byGrade = Withheld.of(
                TEN,
                Map.of("a", 8.0, "b", 30.0, "c", 9.0, "d", 40.0, "e", 41.0),
                Map.of(),
                Map.of(),
                List.of(Set.of("a", "b"), Set.of("c", "d", "e")));
        assertThat(byGrade.teacher("b"))
                .as("the effects of each grade add up to zero")
                .isTrue();
        assertThat(byGrade.teacher("d")).isTrue();
        assertThat(byGrade.teacher("e")).isFalse();
    }
}

package org.iltlib.analytics.equity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * What the typical student of a group meets in the school: the share of experienced teachers, of other groups, of classes
 * with an advanced course. Exact. Immutable. Source: Massey &amp; Denton (1988), doi:10.2307/2579183, the index of exposure.
 *
 * @param schools the schools, or classes
 */
public record Exposure(List<School> schools) {
    /** Copies. */
    public Exposure {
        schools = List.copyOf(schools);
    }

    /**
     * A school.
     *
     * @param students how many of each group
     * @param have how many teachers, say, have what is asked for
     * @param all how many there are
     */
    public record School(Map<String, Long> students, long have, long all) {
        /** Checks and copies. */
        public School {
            students = Collections.unmodifiableMap(new TreeMap<>(students));
            students.forEach((group, size) -> Checks.notNegative(size, "size of " + group));
            Checks.notNegative(have, "have");
            Checks.require(have <= all, "have is %s of %s. Expected at most all.", have, all);
        }
    }

    /** The mean, over the students of the group, of the share in their school; schools where there is nothing to share are left out. Missing if the group is nowhere else. */
    public Measured<Rational> of(String group) {
        Rational sum = Rational.ZERO;
        long students = 0;
        for (School school : schools) {
            long size = school.students().getOrDefault(group, 0L);
            if (size > 0 && school.all() > 0) {
                sum = sum.plus(Rational.of(school.have(), school.all()).times(size));
                students += size;
            }
        }
        return students == 0
                ? Measured.missing(MissingReason.NO_STUDENTS, "no student of the group in a school with any")
                : Measured.of(sum.dividedBy(students));
    }

    /** What the group meets − what the other meets. */
    public Measured<Rational> gap(String group, String other) {
        return of(group).flatMap(one -> of(other).map(one::minus));
    }
}

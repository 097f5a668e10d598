package org.iltlib.analytics.equity.warning;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;

/**
 * What is known of a student when a warning might be given. Immutable.
 *
 * @param student the pseudonymous id
 * @param readings the readings by name, exactly: 18 of 180 days absent is 1/10; what is not known is left out
 * @param groups the student's label in each grouping, such as {@code ses} to {@code F}
 */
public record StudentReadings(String student, Map<String, Rational> readings, Map<String, String> groups) {
    /** Checks and copies. */
    public StudentReadings {
        Checks.text(student, "student");
        readings = Collections.unmodifiableMap(new TreeMap<>(readings));
        groups = Collections.unmodifiableMap(new TreeMap<>(groups));
    }
}

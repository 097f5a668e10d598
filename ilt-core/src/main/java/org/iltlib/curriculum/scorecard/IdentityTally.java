package org.iltlib.curriculum.scorecard;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Who is met in materials: how many characters, or how many authors, of each group. Whose group the materials do not tell
 * is counted apart and never guessed. A character may be counted in one group of a grouping only.
 *
 * @param counted what is counted: {@code characters}, {@code authors}
 * @param byGroup how many of each group; a group of which there is none may stand with 0
 * @param unknown how many whose group is not told
 */
public record IdentityTally(String counted, SortedMap<String, Integer> byGroup, int unknown) {
    /** The written form. */
    public static final Form<IdentityTally> FORM = Form.of(
            "counted",
            Forms.TEXT,
            IdentityTally::counted,
            "byGroup",
            Forms.mapOf(Forms.INTEGER),
            IdentityTally::byGroup,
            "unknown",
            Forms.INTEGER,
            IdentityTally::unknown,
            IdentityTally::of);

    /** Checks the numbers and copies. */
    public IdentityTally {
        Checks.id(counted, "counted");
        Checks.notEmpty(byGroup.keySet(), "byGroup");
        byGroup.forEach((group, number) -> {
            Checks.id(group, "group");
            Checks.notNegative(number, group);
        });
        Checks.notNegative(unknown, "unknown");
        byGroup = Collections.unmodifiableSortedMap(new TreeMap<>(byGroup));
    }

    /** That tally. */
    public static IdentityTally of(String counted, Map<String, Integer> byGroup, int unknown) {
        return new IdentityTally(counted, new TreeMap<>(byGroup), unknown);
    }

    /** How many have a group. */
    public long known() {
        return byGroup.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** How many of that group; 0 if it was not met. */
    public int count(String group) {
        return byGroup.getOrDefault(group, 0);
    }
}

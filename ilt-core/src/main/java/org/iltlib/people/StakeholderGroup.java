package org.iltlib.people;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A group of people with a stake in the school. The list is open: the constants are those that most rules name, and a
 * school may add its own.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record StakeholderGroup(String value) implements Comparable<StakeholderGroup> {
    /** The written form: the text itself. */
    public static final Form<StakeholderGroup> FORM = Forms.id(StakeholderGroup::value, StakeholderGroup::of);

    /** Those who teach a class. */
    public static final StakeholderGroup TEACHER = new StakeholderGroup("teacher");

    /** Principals and their deputies. */
    public static final StakeholderGroup ADMINISTRATOR = new StakeholderGroup("administrator");

    /** Instructional coaches. */
    public static final StakeholderGroup COACH = new StakeholderGroup("coach");

    /** Specialists: special education, language support, library, counselling. */
    public static final StakeholderGroup SPECIALIST = new StakeholderGroup("specialist");

    /** Parents and guardians. */
    public static final StakeholderGroup PARENT = new StakeholderGroup("parent");

    /** Students. */
    public static final StakeholderGroup STUDENT = new StakeholderGroup("student");

    /** Staff without a teaching certificate: aides, office, transport. */
    public static final StakeholderGroup CLASSIFIED = new StakeholderGroup("classified");

    /** Neighbours and community organisations. */
    public static final StakeholderGroup COMMUNITY = new StakeholderGroup("community");

    /** Partners from outside: a university, a consultant. */
    public static final StakeholderGroup EXTERNAL = new StakeholderGroup("external");

    /** Checks the text. */
    public StakeholderGroup {
        Checks.id(value, "stakeholder group");
    }

    /** The stakeholder group of that name. */
    public static StakeholderGroup of(String value) {
        return new StakeholderGroup(value);
    }

    /** One of them, in words: {@code teacher}, {@code community member}. */
    public String singular() {
        return switch (value) {
            case "classified" -> "classified employee";
            case "community" -> "community member";
            case "external" -> "external partner";
            default -> value;
        };
    }

    /**
     * Several of them, in words: {@code teachers}, {@code coaches}; the {@link #singular()} and an s, or es where that is
     * spoken. A name that ends with an s already is taken for a plural.
     */
    public String plural() {
        String one = singular();
        if (one.endsWith("s")) {
            return one;
        }
        return one + (one.endsWith("ch") || one.endsWith("sh") || one.endsWith("x") ? "es" : "s");
    }

    @Override
    public int compareTo(StakeholderGroup other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

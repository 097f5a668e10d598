package org.iltlib.team;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A duty that a member of a team has: one that comes with a post, such as principal, or one that the team gives, such as
 * recorder. The list is open.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record Office(String value) implements Comparable<Office> {
    /** The written form: the text itself. */
    public static final Form<Office> FORM = Forms.id(Office::value, Office::of);

    /** The principal of the school; comes with the post. */
    public static final Office PRINCIPAL = new Office("principal");

    /** An assistant principal; comes with the post. */
    public static final Office ASSISTANT_PRINCIPAL = new Office("assistant principal");

    /** Leads the meeting; rotates, and need not be the principal. */
    public static final Office FACILITATOR = new Office("facilitator");

    /** Keeps the minutes. */
    public static final Office RECORDER = new Office("recorder");

    /** Keeps the time. */
    public static final Office TIMEKEEPER = new Office("timekeeper");

    /** Watches that the agreed steps are kept. */
    public static final Office PROCESS_CHECKER = new Office("process checker");

    /** Asks what is taken for granted. */
    public static final Office REFLECTIVE_QUESTIONER = new Office("reflective questioner");

    /** Presides over the parent or parent-teacher association. */
    public static final Office PARENT_ASSOCIATION_PRESIDENT = new Office("parent association president");

    /** Leads the chapter of the teachers union. */
    public static final Office UNION_CHAPTER_LEADER = new Office("union chapter leader");

    private static final String DEPUTY = "deputy ";

    /** Checks the text. */
    public Office {
        Checks.id(value, "office");
    }

    /** The office of that name. */
    public static Office of(String value) {
        return new Office(value);
    }

    /** The office of whoever steps in for the holder of that one: {@code deputy recorder}. */
    public static Office deputyOf(Office office) {
        return new Office(DEPUTY + office.value);
    }

    /** Whether this is the deputy's office of that one; an assistant principal is the principal's deputy. */
    public boolean isDeputyOf(Office office) {
        return value.equals(DEPUTY + office.value) || (equals(ASSISTANT_PRINCIPAL) && office.equals(PRINCIPAL));
    }

    /** Whether this is the deputy's office of another, as {@link #deputyOf} names it. */
    public boolean isDeputy() {
        return value.startsWith(DEPUTY);
    }

    @Override
    public int compareTo(Office other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

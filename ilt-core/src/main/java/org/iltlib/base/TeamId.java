package org.iltlib.base;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The id of a team.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record TeamId(String value) implements Comparable<TeamId> {
    /** The written form: the text itself. */
    public static final Form<TeamId> FORM = Forms.id(TeamId::value, TeamId::of);

    /** Checks the text. */
    public TeamId {
        Checks.id(value, "team id");
    }

    /** The id with that text. */
    public static TeamId of(String value) {
        return new TeamId(value);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.iltlib.record;

import java.util.Comparator;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;

/**
 * Which record: one team in one school year. Ordered by team, then year.
 *
 * @param team the team
 * @param year the school year
 */
public record TeamKey(TeamId team, SchoolYear year) implements Comparable<TeamKey> {
    /** The written form. */
    public static final Form<TeamKey> FORM =
            Form.of("team", TeamId.FORM, TeamKey::team, "year", SchoolYear.FORM, TeamKey::year, TeamKey::new);

    private static final Comparator<TeamKey> ORDER =
            Comparator.comparing(TeamKey::team).thenComparing(TeamKey::year);

    /** The key of that team in that year. */
    public static TeamKey of(TeamId team, SchoolYear year) {
        return new TeamKey(team, year);
    }

    @Override
    public int compareTo(TeamKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code lincoln-ilt 2026-27}. */
    @Override
    public String toString() {
        return team + " " + year;
    }
}

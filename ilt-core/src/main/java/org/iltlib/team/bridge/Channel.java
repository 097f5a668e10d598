package org.iltlib.team.bridge;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A way from one team up to another, on which items go up and answers come back.
 *
 * @param team the team below: a teacher team
 * @param reportsTo the team above: the school's team
 * @param carrier who carries items up and answers back, often a member of both; none if nobody is named
 */
public record Channel(TeamId team, TeamId reportsTo, Optional<PersonId> carrier) {
    /** The written form. */
    public static final Form<Channel> FORM = Form.of(
            "team",
            TeamId.FORM,
            Channel::team,
            "reportsTo",
            TeamId.FORM,
            Channel::reportsTo,
            "carrier",
            Forms.optional(PersonId.FORM),
            Channel::carrier,
            Channel::new);

    /** Refuses a team that reports to itself. */
    public Channel {
        Checks.require(!team.equals(reportsTo), "The team %s reports to itself. Maybe leave the channel out.", team);
    }

    /** A channel with nobody named to carry. */
    public static Channel of(TeamId team, TeamId reportsTo) {
        return new Channel(team, reportsTo, Optional.empty());
    }

    /** A copy in which that person carries. */
    public Channel withCarrier(PersonId person) {
        return new Channel(team, reportsTo, Optional.of(person));
    }

    /** {@code grade-3 to school}. */
    @Override
    public String toString() {
        return team + " to " + reportsTo;
    }
}

package org.iltlib.analytics.collaboration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.learning.MentorContact;
import org.iltlib.learning.Mentorship;
import org.iltlib.learning.coaching.CoachingActivity;
import org.iltlib.learning.peers.PeerLearning;
import org.iltlib.learning.peers.PlanningSession;
import org.iltlib.team.Meeting;

/** Ties as the record tells them. None of them tells what was said. */
public final class Ties {
    private Ties() {}

    /** Among all who were present, for as long as the meeting was. */
    public static List<Tie> of(Meeting meeting) {
        long minutes = Duration.between(meeting.start(), meeting.end()).toMinutes();
        return Tie.among(meeting.present(), TieKind.TEAM, minutes);
    }

    /** Between coach and teacher, once there was a contact. */
    public static List<Tie> of(CoachingActivity activity) {
        return activity.contacts().isEmpty()
                ? List.of()
                : List.of(Tie.of(activity.coach(), activity.teacher(), TieKind.COACHING, activity.minutes()));
    }

    /**
     * Between mentor and new teacher, for as long as they met; none if they never did.
     *
     * @param pair the mentorship
     * @param contacts its contacts
     * @throws IllegalArgumentException if a contact is of another mentorship
     */
    public static List<Tie> of(Mentorship pair, Collection<MentorContact> contacts) {
        for (MentorContact contact : contacts) {
            Checks.require(
                    contact.mentorship().equals(pair.id()),
                    "Contact %s is of \"%s\". Expected one of \"%s\".",
                    contact.id(),
                    contact.mentorship(),
                    pair.id());
        }
        long minutes = contacts.stream().mapToLong(MentorContact::minutes).sum();
        return contacts.isEmpty()
                ? List.of()
                : List.of(Tie.of(pair.mentor(), pair.mentee(), TieKind.MENTORING, minutes));
    }

    /** From each visitor to the host; without a host among all. */
    public static List<Tie> of(PeerLearning event) {
        List<Tie> ties = new ArrayList<>();
        if (event.host().isEmpty()) {
            return Tie.among(event.others(), TieKind.PEER_VISIT, event.minutes());
        }
        for (PersonId visitor : event.others()) {
            ties.add(Tie.of(event.host().get(), visitor, TieKind.PEER_VISIT, event.minutes()));
        }
        return List.copyOf(ties);
    }

    /** Among all who planned, for as long as they did. */
    public static List<Tie> of(PlanningSession session) {
        return Tie.among(session.present(), TieKind.PLANNING, session.minutes());
    }
}

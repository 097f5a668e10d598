package org.iltlib.analytics.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.learning.ActivityType;
import org.iltlib.learning.MentorContact;
import org.iltlib.learning.Mentorship;
import org.iltlib.learning.coaching.CoachingActivity;
import org.iltlib.learning.peers.PeerLearning;
import org.iltlib.learning.peers.PlanningSession;
import org.iltlib.team.Meeting;
import org.junit.jupiter.api.Test;

class TiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final PersonId A = PersonId.of("p-1");
    private static final PersonId B = PersonId.of("p-2");
    private static final PersonId C = PersonId.of("p-3");

    @Test
    void aMeetingTiesAllWhoWerePresentForItsMinutes() {
        Meeting meeting = Meeting.builder()
                .id(EntryId.of("meeting"))
                .team(EntryId.of("team"))
                .start(Instant.parse("2026-10-05T14:00:00Z"))
                .end(Instant.parse("2026-10-05T15:00:00Z"))
                .addPresent(A, B, C)
                .addAbsent(PersonId.of("p-4"))
                .build();
        assertThat(Ties.of(meeting)).hasSize(3).contains(Tie.of(A, C, TieKind.TEAM, 60));
    }

    @Test
    void coachingAndMentoringTieTwoOnceTheyHaveMet() {
        CoachingActivity.Builder activity = CoachingActivity.builder();
        activity.id(EntryId.of("activity"));
        activity.coach(A);
        activity.teacher(B);
        activity.start(DAY);
        activity.end(DAY.plusWeeks(6));
        activity.minutes(0);
        assertThat(Ties.of(activity.build())).isEmpty();
        activity.addContacts(DAY, DAY.plusDays(7));
        activity.minutes(45);
        assertThat(Ties.of(activity.build())).containsExactly(Tie.of(B, A, TieKind.COACHING, 45));
        assertThat(Ties.of(pair("pair"), List.of())).isEmpty();
        assertThat(Ties.of(pair("pair"), List.of(contact("1"), contact("2"))))
                .containsExactly(Tie.of(A, B, TieKind.MENTORING, 120));
        assertThatThrownBy(() -> Ties.of(pair("other"), List.of(contact("1"))))
                .hasMessageContaining("is of \"pair\". Expected one of \"other\"");
    }

    @Test
    void visitorsAreTiedToTheHostAndAStudyGroupEachWithEach() {
        PeerLearning.Builder visit = PeerLearning.builder();
        visit.id(EntryId.of("visit"));
        visit.type(ActivityType.PEER_OBSERVATION);
        visit.on(DAY);
        visit.minutes(40);
        visit.host(A);
        visit.addOthers(B, C);
        assertThat(Ties.of(visit.build()))
                .containsExactly(Tie.of(A, B, TieKind.PEER_VISIT, 40), Tie.of(A, C, TieKind.PEER_VISIT, 40));
        PeerLearning.Builder group = PeerLearning.builder();
        group.id(EntryId.of("group"));
        group.type(ActivityType.STUDY_GROUP);
        group.on(DAY);
        group.minutes(60);
        group.addOthers(A, B, C);
        assertThat(Ties.of(group.build())).hasSize(3);
        PlanningSession session = PlanningSession.builder()
                .id(EntryId.of("planning"))
                .on(DAY)
                .minutes(45)
                .addPresent(A, B)
                .build();
        assertThat(Ties.of(session)).containsExactly(Tie.of(A, B, TieKind.PLANNING, 45));
    }

    private static Mentorship pair(String id) {
        return Mentorship.builder()
                .id(EntryId.of(id))
                .mentor(A)
                .mentee(B)
                .term(Term.of(DAY, DAY.plusYears(2)))
                .addReasons("same grade")
                .build();
    }

    private static MentorContact contact(String id) {
        return MentorContact.builder()
                .id(EntryId.of(id))
                .mentorship(EntryId.of("pair"))
                .on(DAY)
                .minutes(60)
                .build();
    }
}

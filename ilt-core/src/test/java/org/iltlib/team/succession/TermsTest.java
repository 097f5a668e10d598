package org.iltlib.team.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.team.succession.SuccessionTest.person;
import static org.iltlib.team.succession.SuccessionTest.seat;
import static org.iltlib.team.succession.SuccessionTest.teacher;
import static org.iltlib.team.succession.SuccessionTest.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Term;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Meeting;
import org.iltlib.team.Office;
import org.iltlib.team.SchoolFacts;
import org.iltlib.team.Seat;
import org.iltlib.team.SeatChange;
import org.iltlib.team.Team;
import org.iltlib.team.succession.TeamWarnings.Concern;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final Term ONE_YEAR = Term.of(AUGUST, LocalDate.of(2027, 6, 30));
    private static final Term TWO_YEARS = Term.of(AUGUST, LocalDate.of(2028, 6, 30));

    private static Seat term(Seat seat, Term term) {
        return seat.toBuilder().term(term).build();
    }

    @Test
    void theEndOfAPrincipalsTermDoesNotRemoveThePrincipalsSeat() {
        Seat principal = term(seat(person(0), StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL), ONE_YEAR).toBuilder()
                .addTraits("bilingual")
                .termsInARow(3)
                .build();
        Terms terms = Terms.of(team("ilt", List.of(principal, term(teacher(1), TWO_YEARS), teacher(2))));
        assertThat(terms.on(LocalDate.of(2027, 6, 30))).isEqualTo(terms.seats());
        assertThat(terms.on(AUGUST)).isEqualTo(terms.seats());
        List<Seat> ahead = terms.on(AUGUST.minusDays(1));
        assertThat(ahead).extracting(Seat::isVacant).containsExactly(true, true, false);
        List<Seat> after = terms.on(LocalDate.of(2027, 7, 1));
        assertThat(after).hasSize(3);
        assertThat(after.get(0).isVacant()).isTrue();
        assertThat(after.get(0).offices()).containsExactly(Office.PRINCIPAL);
        assertThat(after.get(0).traits()).isEmpty();
        assertThat(after.get(0).termsInARow()).isEqualTo(1);
        assertThat(after.subList(1, 3)).isEqualTo(terms.seats().subList(1, 3));
        assertThat(terms.listEnding(Term.of(SchoolYear.startingIn(2026)))).containsExactly(principal);
    }

    @Test
    void termsAreStaggeredSoThatNoYearEndsMoreThanOneMoreThanAnother() {
        List<Seat> seats = new ArrayList<>(List.of(seat(person(0), StakeholderGroup.ADMINISTRATOR)));
        IntStream.rangeClosed(1, 7).forEach(i -> seats.add(term(teacher(i), ONE_YEAR)));
        Terms together = new Terms(seats);
        assertThat(together.mostEndingTogether()).isEqualTo(Measured.of(Fraction.ONE));
        LocalDate july = LocalDate.of(2026, 7, 1);
        List<SeatChange> changes = together.stagger(july, 3);
        assertThat(changes).hasSize(7);
        Terms staggered = new Terms(
                changes.stream().map(change -> change.after().orElseThrow()).toList());
        assertThat(staggered.endings())
                .isEqualTo(Map.of(
                        SchoolYear.startingIn(2026),
                        3,
                        SchoolYear.startingIn(2027),
                        2,
                        SchoolYear.startingIn(2028),
                        2));
        assertThat(staggered.mostEndingTogether()).isEqualTo(Measured.of(Fraction.of(3, 7)));
        assertThat(new Terms(List.of()).mostEndingTogether().isReported()).isFalse();
        assertThatThrownBy(() -> together.stagger(july, 0)).hasMessageContaining("years");
    }

    @Test
    void anOfficeIsCoveredByAnotherPersonWithTheDeputysOffice() {
        Team team = team(
                "ilt",
                List.of(
                        seat(person(0), StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL),
                        seat(person(1), StakeholderGroup.ADMINISTRATOR, Office.ASSISTANT_PRINCIPAL),
                        teacher(2, Office.RECORDER, Office.deputyOf(Office.RECORDER)),
                        teacher(3, Office.FACILITATOR),
                        teacher(4, Office.deputyOf(Office.FACILITATOR))));
        Cover cover = Cover.of(team);
        assertThat(cover.listUncovered()).containsExactly(Office.RECORDER);
        assertThat(cover.getDeputies(Office.PRINCIPAL)).containsExactly(person(1));
        assertThat(cover.getDeputies(Office.FACILITATOR)).containsExactly(person(4));
        assertThat(cover.share()).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(cover.explanation())
                .hasToString(
                        "2 of 3 offices have a deputy.\n  facilitator: p-4.\n  principal: p-1.\n  recorder: nobody.");
        assertThatThrownBy(() -> cover.getDeputies(Office.TIMEKEEPER))
                .hasMessageContaining("Nobody holds the office timekeeper");
        assertThat(Cover.of(team("ilt", List.of(teacher(1)))).share().isReported())
                .isFalse();
        assertThat(Office.deputyOf(Office.RECORDER).isDeputyOf(Office.FACILITATOR))
                .isFalse();
        assertThat(Office.ASSISTANT_PRINCIPAL.isDeputyOf(Office.RECORDER)).isFalse();
    }

    private static final OrgUnit SCHOOL = OrgUnit.of(OrgUnitId.of("s"), OrgLevel.SCHOOL, "School");
    private static final SchoolFacts FACTS =
            SchoolFacts.none().withUnits(List.of(SCHOOL.child(OrgUnitId.of("s/1"), OrgLevel.GRADE, "Grade 1")));

    @Test
    void aTeamWithNothingToLookAtTwiceHasNoWarnings() {
        List<Seat> seats = new ArrayList<>();
        seats.add(seat(person(0), StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL));
        seats.add(seat(person(1), StakeholderGroup.ADMINISTRATOR, Office.ASSISTANT_PRINCIPAL));
        // Three of five terms end together: 60 percent exactly.
        IntStream.range(2, 7)
                .forEach(i -> seats.add(term(teacher(i), i < 5 ? ONE_YEAR : TWO_YEARS).toBuilder()
                        .addUnits(OrgUnitId.of("s/1"))
                        .build()));
        assertThat(TeamWarnings.withDefaults().of(team("ilt", seats), FACTS)).isEmpty();
        // One more teacher whose term ends with them: four of six.
        seats.add(term(teacher(7), ONE_YEAR));
        assertThat(TeamWarnings.withDefaults().of(team("ilt", seats), FACTS))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.concern()).isEqualTo(Concern.TERMS_END_TOGETHER);
                    assertThat(warning.toString()).contains("2/3 of all terms end in one school year; at most 3/5");
                });
    }

    @Test
    void aTeamCanHaveEveryWarningAtOnce() {
        List<Seat> seats = new ArrayList<>();
        IntStream.range(0, 13).forEach(i -> seats.add(term(seat(person(i), StakeholderGroup.COACH), ONE_YEAR)));
        seats.set(0, seats.get(0).toBuilder().addOffices(Office.RECORDER).build());
        List<TeamWarnings.Warning> warnings = TeamWarnings.withDefaults().of(team("ilt", seats), FACTS);
        assertThat(warnings).extracting(TeamWarnings.Warning::concern).containsExactly(Concern.values());
        assertThat(warnings.get(0).toString()).isEqualTo("13 members; 6 to 12 are wanted.");
        assertThat(warnings.get(4).toString()).isEqualTo("Nobody could step in for [recorder].");
        // Where no units are known, none is without a voice.
        assertThat(TeamWarnings.withDefaults().of(team("ilt", seats), SchoolFacts.none()))
                .extracting(TeamWarnings.Warning::concern)
                .doesNotContain(Concern.UNIT_WITHOUT_VOICE);
    }

    private static Meeting led(int day, int... leaders) {
        Instant start = Instant.parse("2026-09-01T12:00:00Z").plus(Duration.ofDays(day));
        Meeting.Builder meeting = Meeting.builder()
                .id(EntryId.of("meeting/" + day))
                .team(EntryId.of("team/ilt"))
                .start(start)
                .end(start.plus(Duration.ofHours(1)));
        for (int leader : leaders) {
            meeting.addPresent(person(leader)).putRoles(Office.FACILITATOR.value(), person(leader));
        }
        return meeting.build();
    }

    @Test
    void theTurnComesToWhoeverHadItLeastOftenAndLongestAgo() {
        Team team = team("ilt", List.of(teacher(1), teacher(2), teacher(3)));
        List<Meeting> meetings = List.of(led(5, 1), led(1, 2), led(3, 9), led(9));
        Rotation rotation = Rotation.of(team, meetings);
        assertThat(rotation.nextInTurn(Office.FACILITATOR)).contains(person(3));
        assertThat(rotation.order(Office.FACILITATOR)).containsExactly(person(3), person(2), person(1));
        assertThat(rotation.listNever(Office.FACILITATOR)).containsExactly(person(3));
        assertThat(rotation.isEven(Office.FACILITATOR)).isTrue();
        Rotation uneven = Rotation.of(team, List.of(led(1, 1), led(2, 1)));
        assertThat(uneven.isEven(Office.FACILITATOR)).isFalse();
        assertThat(uneven.explain(Office.FACILITATOR).toString())
                .contains("facilitator: it does not go round evenly.", "p-1: 2 of 2 meetings.", "Next in turn: p-2.");
        assertThat(rotation.isEven(Office.RECORDER)).isTrue();
        assertThat(Rotation.of(team("ilt", List.of()), meetings)
                        .explain(Office.RECORDER)
                        .toString())
                .doesNotContain("Next");
    }

    /** Whoever follows the turn for as many meetings as there are members, each leads once. */
    @Test
    void whoeverFollowsTheTurnGoesRoundEvenly() {
        Team team = team("ilt", List.of(teacher(1), teacher(2), teacher(3), teacher(4)));
        List<Meeting> meetings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String next = Rotation.of(team, meetings)
                    .nextInTurn(Office.FACILITATOR)
                    .orElseThrow()
                    .value();
            meetings.add(led(i, Integer.parseInt(next.substring(2))));
            assertThat(Rotation.of(team, meetings).isEven(Office.FACILITATOR)).isTrue();
        }
        assertThat(Rotation.of(team, meetings).count(Office.FACILITATOR, person(1)))
                .isEqualTo(3);
    }
}

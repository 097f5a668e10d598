package org.iltlib.analytics.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.team.Contribution;
import org.iltlib.team.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meeting of ten: principal 22, assistant principal 12, coach 14, teachers 6 8 7 9 4 3 5. */
class VoiceReviewTest {
    private static final int[] COUNTS = {22, 12, 14, 6, 8, 7, 9, 4, 3, 5};
    private static final double[] YEARS = {20, 15, 12, 3, 8, 9, 11, 2, 1, 6};
    private final Map<PersonId, String> roles = new TreeMap<>();
    private final Map<PersonId, Double> years = new TreeMap<>();

    VoiceReviewTest() {
        for (int i = 0; i < COUNTS.length; i++) {
            roles.put(person(i), i < 2 ? "administrator" : i == 2 ? "coach" : "teacher");
            years.put(person(i), YEARS[i]);
        }
    }

    private static PersonId person(int number) {
        return PersonId.of("p-%02d".formatted(number));
    }

    private static Meeting meeting(int day, double minutesPerTurn, int... counts) {
        Meeting.Builder meeting = Meeting.builder()
                .id(EntryId.of("meeting/" + day))
                .team(EntryId.of("team/ilt"))
                .start(Instant.parse("2026-10-%02dT15:00:00Z".formatted(day)))
                .end(Instant.parse("2026-10-%02dT16:00:00Z".formatted(day)));
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                meeting.addAbsent(person(i));
                continue;
            }
            meeting.addPresent(person(i));
            if (counts[i] > 0) {
                meeting.addContributions(Contribution.of(person(i), counts[i], counts[i] * minutesPerTurn));
            }
        }
        return meeting.build();
    }

    private static double ratio(Map<String, Measured<ChanceShare>> shares, String group) {
        return shares.get(group).flatMap(ChanceShare::ratio).orElse(Double.NaN);
    }

    /** Expected values: closed forms (17/9, 14/9, 2/3); Gini, evenness and HHI to four places as published. */
    @Test
    void aMeetingOfTenLiesAboveChanceAndItsRolesAreUneven() {
        VoiceReport report =
                VoiceReview.withDefaults().withSmallestGroup(1).of(List.of(meeting(7, 0.5, COUNTS)), roles, years);
        assertThat(report.gini().value()).isCloseTo(0.3178, within(5e-5));
        assertThat(report.evenness().value()).isCloseTo(0.9291, within(5e-5));
        assertThat(report.concentration().value()).isCloseTo(0.1363, within(5e-5));
        assertThat(report.gini().band().high()).isCloseTo(0.24, within(0.01));
        assertThat(report.gini().place()).isEqualTo(ChanceShare.Place.ABOVE);
        assertThat(report.evenness().place()).isEqualTo(ChanceShare.Place.BELOW);
        assertThat(report.gini().toString()).startsWith("0.3178, above chance");
        assertThat(ratio(report.byRole(), "administrator")).isCloseTo(17.0 / 9, within(1e-12));
        assertThat(ratio(report.byRole(), "coach")).isCloseTo(14.0 / 9, within(1e-12));
        assertThat(ratio(report.byRole(), "teacher")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(report.byRole().get("administrator")).isEqualTo(Measured.of(ChanceShare.binomial(34, 90, 2, 10)));
        assertThat(ratio(report.timeByRole(), "teacher")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(report.byTenure().keySet()).containsExactly("10 or more", "3 to under 10", "under 3");
        assertThat(report.tenureEffect().map(RankCorrelation::tau).orElse(0.0))
                .isCloseTo(0.8666666666666667, within(1e-12));
        assertThat(report.silence().value()).isZero();
        assertThat(report.turns()).isEqualTo(90);
    }

    @Test
    void noGroupOfOneIsShownUnlessTheTeamAgreed() {
        VoiceReport report = VoiceReview.withDefaults().of(List.of(meeting(7, 0.5, COUNTS)), roles, years);
        assertThat(report.byRole().get("coach")).isInstanceOf(Measured.Suppressed.class);
        assertThat(report.byRole().get("administrator")).isInstanceOf(Measured.Suppressed.class);
        assertThat(report.timeByRole().get("coach")).isInstanceOf(Measured.Suppressed.class);
        assertThat(report.byRole().get("teacher").isReported()).isTrue();
        assertThat(report.explain().toString())
                .contains("teacher: 0.667, below chance")
                .doesNotContain("p-0");
    }

    /** By hand: ten turns with two of ten administrators, ten with one of nine: 10 · 2/10 + 10 · 1/9 of 20. */
    @Test
    void whoWasAbsentIsNotHeldAgainstTheGroup() {
        Meeting whole = meeting(7, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        Meeting without = meeting(14, 0.5, -1, 2, 1, 1, 1, 1, 1, 1, 1, 1);
        VoiceReport report = VoiceReview.withDefaults().of(List.of(whole, without), roles, Map.of());
        ChanceShare administrators =
                ChanceShare.sittings(4, List.of(new ChanceShare.Sitting(10, 2, 10), new ChanceShare.Sitting(10, 1, 9)));
        assertThat(administrators.expected()).isCloseTo((10 * 0.2 + 10 / 9.0) / 20, within(1e-12));
        VoiceReport open = VoiceReview.withDefaults().withSmallestGroup(1).of(List.of(whole, without), roles, Map.of());
        assertThat(open.byRole().get("administrator")).isEqualTo(Measured.of(administrators));
        assertThat(report.byTenure()).isEmpty();
        assertThat(report.tenureEffect()).isInstanceOf(Measured.Missing.class);
        assertThat(report.meetings()).isEqualTo(2);
    }

    /** 3 of 10 said nothing; in 90 turns of ten equals hardly anybody stays silent: 10 · 0.9⁹⁰ is 0.00076 of them. */
    @Test
    void silentMembersStandOutAgainstChance() {
        VoiceReport report =
                VoiceReview.withDefaults().of(List.of(meeting(7, 0.5, 30, 20, 20, 5, 5, 5, 5, 0, 0, 0)), roles, years);
        assertThat(report.silence().value()).isCloseTo(0.3, within(1e-12));
        assertThat(report.silence().place()).isEqualTo(ChanceShare.Place.ABOVE);
        assertThat(report.silence().band().expected()).isCloseTo(StrictMath.pow(0.9, 90), within(1e-4));
    }

    /** Gini of 8, eight 9, 10 by hand: the pairs differ by 8 · 1 + 8 · 1 + 2 = 18; 2 · 18 ÷ (2 · 100 · 9) is 0.02. */
    @Test
    void aSilentFirstRoundShowsAsAChange() {
        VoiceReview review = VoiceReview.withDefaults();
        VoiceReport before = review.of(List.of(meeting(7, 0.5, COUNTS)), roles, years);
        VoiceReport after = review.of(List.of(meeting(21, 0.5, 10, 9, 9, 9, 9, 9, 9, 9, 8, 9)), roles, years);
        assertThat(after.since(before).toString())
                .startsWith("Gini of turns: 0.0200, before 0.3178; below chance, before above.")
                .contains("teacher: 0.984, within chance, before 0.667, below chance.");
    }

    @Test
    void guestsAreCountedApartAndTimeNeedsMinutes() {
        Meeting meeting = meeting(7, 0, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1);
        Map<PersonId, String> nine = new TreeMap<>(roles);
        nine.remove(person(9));
        VoiceReport report =
                VoiceReview.withDefaults().withDraws(100).withSeed(3).of(List.of(meeting), nine, years);
        assertThat(report.guestTurns()).isEqualTo(1);
        assertThat(report.turns()).isEqualTo(13);
        assertThat(report.timeGini()).isInstanceOf(Measured.Missing.class);
        assertThat(report.timeByRole()).isEmpty();
        assertThatThrownBy(() -> VoiceReview.withDefaults().withDraws(99)).hasMessageContaining("draws is 99");
        assertThatThrownBy(() -> VoiceReview.withDefaults().of(List.of(), roles, years))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** By hand: the seats' times 60, 0, 0, 30; two of four seats: the six sums are 60, 60, 90, 0, 30, 30. */
    @Test
    void timeIsHeldAgainstTimesDealtAtRandom() {
        ChanceShare share = ChanceShare.dealt(List.of(60L, 0L, 0L, 30L), List.of(true, false, false, true));
        assertThat(share.share()).isEqualTo(1);
        assertThat(share.atLeast()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(share.atMost()).isEqualTo(1);
        assertThat(List.of(share.low(), share.high())).containsExactly(0L, 90L);
        assertThat(share.ratio()).isEqualTo(Measured.of(2.0));
        assertThatThrownBy(() -> ChanceShare.dealt(List.of(1L), List.of())).hasMessageContaining("1 amounts and 0");
    }

    /** Fixture: the table of practice, equal speakers: Gini's mean and 95th, evenness' mean and 5th percentile. */
    @ParameterizedTest
    @CsvSource({
        "6, 40, 0.18, 0.28, 0.964, 0.920",
        "8, 60, 0.18, 0.26, 0.971, 0.942",
        "10, 30, 0.29, 0.40, 0.928, 0.865",
        "10, 90, 0.17, 0.24, 0.978, 0.958",
        "12, 150, 0.15, 0.20, 0.985, 0.973"
    })
    void theTableOfChanceIsReproduced(int members, int turns, double gini, double high, double evenness, double low) {
        ChanceBand spread = ChanceBand.simulate(members, turns, 20_000, 5);
        assertThat(spread.expected()).isCloseTo(gini, within(0.006));
        assertThat(spread.high()).isCloseTo(high, within(0.0075));
        ChanceBand even = ChanceBand.simulate(Turns::evenness, members, turns, 20_000, 5);
        assertThat(even.expected()).isCloseTo(evenness, within(0.001));
        assertThat(even.low()).isCloseTo(low, within(0.0015));
    }

    /** By hand: teachers 0 to 2, administrators 3 and 4; of the three with under 3 years one is an administrator. */
    @Test
    void yearsAndRolesTogetherGiveNobodyAway() {
        Map<PersonId, String> few = new TreeMap<>();
        Map<PersonId, Double> since = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            few.put(person(i), i < 3 ? "teacher" : "administrator");
            since.put(person(i), i < 2 || i == 4 ? 1.0 : 5.0);
        }
        List<Meeting> met = List.of(meeting(7, 0.5, 4, 3, 2, 1, 5));
        VoiceReport report = VoiceReview.withDefaults().of(met, few, since);
        assertThat(report.byRole())
                .allSatisfy((role, share) -> assertThat(share.isReported()).isTrue());
        assertThat(report.byTenure())
                .containsOnlyKeys("3 to under 10", "under 3")
                .allSatisfy((years, share) -> assertThat(share).isInstanceOf(Measured.Suppressed.class));
        for (int i = 0; i < 8; i++) {
            few.put(person(i), i < 4 ? "teacher" : "administrator");
            since.put(person(i), i % 4 < 2 ? 1.0 : 5.0);
        }
        VoiceReport large = VoiceReview.withDefaults().of(List.of(meeting(7, 0.5, 4, 3, 2, 1, 5, 2, 2, 2)), few, since);
        assertThat(large.byTenure())
                .allSatisfy((years, share) -> assertThat(share.isReported()).isTrue());
    }

    @Test
    void aGroupOfWhichOneMemberWasEverPresentIsThatMember() {
        roles.put(person(2), "teacher");
        VoiceReport report =
                VoiceReview.withDefaults().of(List.of(meeting(7, 0.5, 9, -1, 3, 1, 1, 1, 1, 1, 1, 1)), roles, years);
        assertThat(report.byRole().get("administrator")).isInstanceOf(Measured.Suppressed.class);
        assertThat(report.timeByRole().get("administrator")).isInstanceOf(Measured.Suppressed.class);
    }

    /** By hand: two of six teachers came, and both spoke as long as each administrator: 2 of 4 seats, parity. */
    @Test
    void theTimeOfTheAbsentIsNotHeldAgainstTheGroup() {
        Map<PersonId, String> eight = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            eight.put(person(i), i < 2 ? "administrator" : "teacher");
        }
        Meeting four = meeting(7, 0.5, 2, 2, 2, 2, -1, -1, -1, -1);
        VoiceReport report = VoiceReview.withDefaults().of(List.of(four), eight, Map.of());
        assertThat(ratio(report.timeByRole(), "teacher")).isEqualTo(1);
        assertThat(report.timeByRole().get("teacher").map(ChanceShare::place))
                .isEqualTo(Measured.of(ChanceShare.Place.WITHIN));
        Meeting whole = meeting(14, 0.5, 1, 1, 1, 1, 1, 1, 1, 1);
        VoiceReport both = VoiceReview.withDefaults().of(List.of(four, whole), eight, Map.of());
        assertThat(both.timeByRole().get("teacher").map(ChanceShare::expected))
                .as("4 minutes at 2/4 and 4 minutes at 6/8")
                .isEqualTo(Measured.of((4 * 0.5 + 4 * 0.75) / 8));
    }

    /** By hand: 60 and 0 s to two seats, one of them the group's, twice: 0, 60, 60 or 120, each 1/4. */
    @Test
    void timesAreDealtInEachMeetingToThoseWhoWerePresent() {
        ChanceShare share = DealtTime.of(List.of(
                new DealtTime(List.of(60L, 0L), List.of(true, false)),
                new DealtTime(List.of(0L, 60L), List.of(false, true)),
                new DealtTime(List.of(0L, 0L, 0L), List.of(true, true, true)),
                new DealtTime(List.of(), List.of())));
        assertThat(share.count()).isEqualTo(120);
        assertThat(share.atLeast()).isEqualTo(0.25);
        assertThat(share.expected()).isEqualTo(0.5);
    }

    @Test
    void aMembersOwnTimeIsForThatMemberAlone() {
        SpeakingTime time = SpeakingTime.of(Map.of(person(0), 60, person(1), 30));
        assertThat(time.own(person(1), person(1))).isEqualTo(30);
        assertThat(time.withSmallestGroup(3).byGroup(roles))
                .allSatisfy((group, share) -> assertThat(share).isInstanceOf(Measured.Suppressed.class));
        assertThatThrownBy(() -> time.own(person(0), person(1))).hasMessageContaining("Maybe byGroup");
        assertThatThrownBy(() -> time.own(person(5), person(5))).hasMessageContaining("not among the members");
    }
}

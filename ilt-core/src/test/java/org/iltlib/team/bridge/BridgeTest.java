package org.iltlib.team.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;
import org.iltlib.team.bridge.ReportBack.Answer;
import org.iltlib.team.bridge.UpwardItem.Matter;
import org.junit.jupiter.api.Test;

/** The bridge of a district of 23 schools with six teacher teams each; numbers of the story as it is told. */
class BridgeTest {
    private static final TeamId DISTRICT = TeamId.of("district");
    private static final TeamId SCHOOL = TeamId.of("s01");
    private static final TeamId GRADE = TeamId.of("s01/1");
    private static final LocalDate START = LocalDate.of(2026, 8, 31);
    private static final Term TERM = Term.of(START, LocalDate.of(2026, 12, 18));
    private static final LocalDate END = TERM.last();
    private static final PersonId CARRIER = PersonId.of("p-carrier");
    private static final List<TeamId> SCHOOLS = IntStream.rangeClosed(1, 23)
            .mapToObj(i -> TeamId.of(String.format(Locale.ROOT, "s%02d", i)))
            .toList();
    private static final List<TeamId> TEACHER_TEAMS = SCHOOLS.stream()
            .flatMap(school -> IntStream.rangeClosed(1, 6).mapToObj(i -> TeamId.of(school + "/" + i)))
            .toList();
    private static final TeamChain CHAIN = chain();

    private static TeamChain chain() {
        TeamChain.Builder chain = TeamChain.builder().id(EntryId.of("chain")).adopted(START);
        for (TeamId team : TEACHER_TEAMS) {
            chain.addChannels(
                    Channel.of(team, TeamId.of(team.value().substring(0, 3))).withCarrier(CARRIER));
        }
        SCHOOLS.forEach(school -> chain.addChannels(Channel.of(school, DISTRICT)));
        return chain.build();
    }

    private static UpwardItem item(String id, TeamId from, LocalDate raised) {
        return UpwardItem.builder()
                .id(EntryId.of(id))
                .fromTeam(from)
                .toTeam(DISTRICT)
                .matter(Matter.BARRIER)
                .text("The block is cut short.")
                .raised(raised)
                .build();
    }

    private static ReportBack answer(UpwardItem item, Answer answer, LocalDate on) {
        return ReportBack.builder()
                .id(EntryId.of(item.id() + "/" + answer + "/" + on))
                .item(item.id())
                .fromTeam(TeamId.of(item.fromTeam().value().substring(0, 3)))
                .toTeam(item.fromTeam())
                .answer(answer)
                .text("Buses leave later.")
                .on(on)
                .build();
    }

    private static Hop hop(UpwardItem item, TeamId from, TeamId to, LocalDate on) {
        return Hop.of(EntryId.of(item.id() + "/" + to), item.id(), from, to, on);
    }

    private static Bridge bridge(List<UpwardItem> items, List<ReportBack> reports) {
        return Bridge.of(CHAIN, items, List.of(), reports);
    }

    @Test
    void aBarrierFromAClassroomReachesTheDistrictInTwoHops() {
        UpwardItem item = item("a", GRADE, START);
        Bridge bridge = Bridge.of(
                CHAIN,
                List.of(item),
                List.of(hop(item, GRADE, SCHOOL, START.plusDays(3)), hop(item, SCHOOL, DISTRICT, START.plusDays(9))),
                List.of());
        Loop loop = bridge.findLoop(item.id(), END).orElseThrow();
        assertThat(loop.path()).containsExactly(GRADE, SCHOOL, DISTRICT);
        assertThat(loop.findHops(DISTRICT)).contains(2);
        assertThat(loop.hops()).isEqualTo(2);
        assertThat(loop.standsWith()).isEqualTo(DISTRICT);
        assertThat(loop.findHops(TeamId.of("s02"))).isEmpty();
        assertThat(CHAIN.findHops(GRADE, DISTRICT)).contains(2);
        assertThat(bridge.listOffChannel()).isEmpty();
        assertThat(bridge.findLoop(item.id(), START.plusDays(3)).orElseThrow().standsWith())
                .isEqualTo(SCHOOL);
        assertThat(bridge.findLoop(item.id(), START.minusDays(1))).isEmpty();
    }

    @Test
    void anAnswerOfATeamToWhichTheItemNeverCameClosesNothing() {
        UpwardItem item = item("a", GRADE, START);
        ReportBack stray = answer(item, Answer.DONE, START.plusDays(2)).toBuilder()
                .fromTeam(TeamId.of("s02"))
                .build();

        assertThat(bridge(List.of(item), List.of(stray))
                        .findLoop(item.id(), END)
                        .orElseThrow()
                        .isClosed())
                .isFalse();
        Bridge sideways = Bridge.of(
                CHAIN, List.of(item), List.of(hop(item, GRADE, TeamId.of("s02"), START.plusDays(1))), List.of(stray));
        assertThat(sideways.findLoop(item.id(), END).orElseThrow().isClosed()).isTrue();
    }

    /** Of 100 answered items the 50th took 19 days and the 90th 41; 14 wait since before 60 days ago, 6 since then. */
    @Test
    void halfAreAnsweredInNineteenDaysNineOfTenInFortyOneAndFourteenWaitForMoreThanSixty() {
        List<UpwardItem> items = new ArrayList<>();
        List<ReportBack> reports = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            int days = i < 50 ? 5 + i % 14 : i == 50 ? 19 : i < 90 ? 20 + i % 21 : i == 90 ? 41 : 42 + i % 20;
            UpwardItem item = item("answered/" + i, TEACHER_TEAMS.get(i), START);
            items.add(item);
            reports.add(answer(item, Answer.DONE, START.plusDays(days)));
        }
        for (int i = 1; i <= 20; i++) {
            items.add(item("open/" + i, GRADE, i <= 14 ? END.minusDays(60 + i) : END.minusDays(60)));
        }
        Bridge bridge = bridge(items, reports);
        ClosureTimes times = bridge.closureTimes(END);
        assertThat(times.quantile(Fraction.HALF).orElse(-1L)).isEqualTo(19);
        assertThat(times.quantile(Fraction.of(9, 10)).orElse(-1L)).isEqualTo(41);
        assertThat(bridge.listOpenLongerThan(60, END)).hasSize(14);
        assertThat(bridge.listOpenLongerThan(60, END).get(0).days()).isEqualTo(74);
        assertThat(times.rate().orElse(Fraction.ONE)).isEqualTo(Fraction.of(100, 120));
        assertThat(bridge.explain(END).toString())
                .contains(
                        "100 of 120 items raised up to 2026-12-18 are answered.",
                        "half were within 19 days and nine of ten within 41 (nearest rank)",
                        "14 open for more than 60 days.",
                        "open/14 has waited 74 days and stands with s01/1.");
    }

    @Test
    void oneHundredThirtyOneOfOneHundredThirtyEightTeacherTeamsUsedAChannelThisTerm() {
        List<UpwardItem> items = new ArrayList<>();
        IntStream.range(0, 131).forEach(i -> items.add(item("i" + i, TEACHER_TEAMS.get(i), START.plusDays(i % 90))));
        items.add(item("before", TEACHER_TEAMS.get(137), START.minusDays(1)));
        Reach<TeamId> reach = bridge(items, List.of()).reach(TEACHER_TEAMS, TERM);
        assertThat(TEACHER_TEAMS).hasSize(138);
        assertThat(reach.share().orElse(Fraction.ONE)).isEqualTo(Fraction.of(131, 138));
        assertThat(Math.round(1000.0 * 131 / 138)).isEqualTo(949);
        assertThat(reach.listMissed()).hasSize(7).contains(TEACHER_TEAMS.get(137));
        assertThat(reach.explanation().toString())
                .startsWith("131 of 138 are reached.")
                .contains("s23/6");
        assertThat(Reach.<TeamId>of(List.of(), List.of()).share().isReported()).isFalse();
    }

    @Test
    void toTakeOnOrToBeToldIsToUseAChannelToo() {
        UpwardItem item = item("a", GRADE, START.minusDays(1));
        Bridge bridge = Bridge.of(
                CHAIN,
                List.of(item),
                List.of(hop(item, GRADE, DISTRICT, START)),
                List.of(answer(item, Answer.IN_HAND, START.plusDays(1))));
        assertThat(bridge.reach(List.of(GRADE, SCHOOL, DISTRICT, TeamId.of("s02")), TERM)
                        .listMissed())
                .containsExactly(TeamId.of("s02"));
        assertThat(bridge.listOffChannel()).extracting(Hop::toTeam).containsExactly(DISTRICT);
    }

    @Test
    void onlyAFinalAnswerToThoseWhoRaisedAnItemClosesIt() {
        UpwardItem item = item("a", GRADE, START);
        ReportBack elsewhere = answer(item, Answer.DONE, START.plusDays(2)).toBuilder()
                .fromTeam(DISTRICT)
                .toTeam(SCHOOL)
                .build();
        List<ReportBack> reports = List.of(
                answer(item, Answer.WILL_NOT_BE_DONE, START.plusDays(9)),
                answer(item, Answer.DONE, START.plusDays(7)),
                elsewhere,
                answer(item, Answer.IN_HAND, START.plusDays(1)));
        Bridge bridge = bridge(List.of(item), reports);
        assertThat(bridge.findLoop(item.id(), START.plusDays(6)).orElseThrow().isClosed())
                .isFalse();
        Loop loop = bridge.findLoop(item.id(), END).orElseThrow();
        assertThat(loop.days()).isEqualTo(7);
        assertThat(loop.closing().orElseThrow().answer()).isEqualTo(Answer.DONE);
    }

    @Test
    void whereItemsStandAndWhichNeverArrivedIsTold() {
        UpwardItem arrived = item("a", GRADE, START);
        UpwardItem halfway = item("b", GRADE, START);
        UpwardItem closed = item("c", GRADE, START);
        Bridge bridge = Bridge.of(
                CHAIN,
                List.of(arrived, halfway, closed, item("d", GRADE, START)),
                List.of(
                        hop(arrived, GRADE, SCHOOL, START),
                        hop(arrived, SCHOOL, DISTRICT, START),
                        hop(halfway, GRADE, SCHOOL, START)),
                List.of(answer(closed, Answer.DONE, START)));
        assertThat(bridge.listNotArrived(END))
                .extracting(loop -> loop.item().id().value())
                .containsExactly("b", "d");
        assertThat(bridge.openByTeam(END)).isEqualTo(Map.of(DISTRICT, 1, SCHOOL, 1, GRADE, 1));
    }

    @Test
    void youSaidWeDid() {
        UpwardItem item = item("a", GRADE, START).toBuilder()
                .unit(OrgUnitId.of("room-12"))
                .build();
        UpwardItem later = item("b", GRADE, START.plusDays(100));
        Bridge bridge = bridge(
                List.of(item, later, item("c", SCHOOL, START), item("d", GRADE, START.minusDays(1))),
                List.of(answer(item, Answer.DONE, START.plusDays(7))));
        assertThat(bridge.listSaidAndDone(GRADE, TERM, END))
                .extracting(Loop::toString)
                .containsExactly(
                        "You said (room-12): The block is cut short.\nWe did: Buses leave later.",
                        "You said: The block is cut short.\nNo answer after 9 days; it stands with s01/1.");
    }

    @Test
    void teamsThatCarryUpAdultsAndStudentsResultsAreTold() {
        UpwardItem adults =
                item("a", GRADE, START).toBuilder().matter(Matter.ADULT_RESULT).build();
        UpwardItem students = adults.toBuilder()
                .id(EntryId.of("b"))
                .matter(Matter.STUDENT_RESULT)
                .build();
        UpwardItem other =
                adults.toBuilder().id(EntryId.of("c")).fromTeam(SCHOOL).build();
        assertThat(bridge(List.of(adults, students, other), List.of())
                        .reachOfResults(List.of(GRADE, SCHOOL), TERM)
                        .reached())
                .containsExactly(GRADE);
    }

    private static Team team(TeamId id, PersonId... members) {
        Team.Builder team = Team.builder()
                .id(EntryId.of("team/" + id))
                .team(id)
                .kindOfTeam(Team.TEACHER_BASED)
                .unit(OrgUnitId.of("s"))
                .name("Team")
                .formed(START);
        for (PersonId member : members) {
            team.addSeats(Seat.of(member, StakeholderGroup.TEACHER));
        }
        return team.build();
    }

    @Test
    void anItemWhoseKeeperLeftIsFoundWithSomebodyToTakeItOn() {
        PersonId gone = PersonId.of("p-1");
        PersonId stays = PersonId.of("p-2");
        UpwardItem stray = item("a", GRADE, START).toBuilder().raisedBy(gone).build();
        UpwardItem kept = item("b", GRADE, START).toBuilder().raisedBy(stays).build();
        UpwardItem closed = item("c", GRADE, START).toBuilder().raisedBy(gone).build();
        UpwardItem moved = item("d", GRADE, START).toBuilder().raisedBy(gone).build();
        Hop on = hop(moved, GRADE, SCHOOL, START).toBuilder().keeper(gone).build();
        Bridge bridge = Bridge.of(
                CHAIN, List.of(stray, kept, closed, moved), List.of(on), List.of(answer(closed, Answer.DONE, START)));
        List<StrayItem> strays = bridge.listStrays(List.of(team(GRADE, stays, CARRIER), team(SCHOOL, stays)), END);
        assertThat(strays).extracting(each -> each.loop().item().id().value()).containsExactly("a", "d");
        assertThat(strays).extracting(StrayItem::left).containsOnly(gone);
        assertThat(strays).extracting(StrayItem::receiver).containsExactly(Optional.of(CARRIER), Optional.empty());
        assertThat(bridge.listStrays(List.of(), END)).isEmpty();
        assertThatThrownBy(() -> bridge.listStrays(List.of(team(GRADE), team(GRADE)), END))
                .hasMessageContaining("twice");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        UpwardItem item = item("a", GRADE, START);
        assertThatThrownBy(() -> bridge(List.of(item, item), List.of())).hasMessageContaining("given twice");
        assertThatThrownBy(() -> bridge(List.of(), List.of(answer(item, Answer.DONE, END))))
                .hasMessageContaining("is about the item a, which is not among them");
        assertThatThrownBy(() -> bridge(List.of(item), List.of(answer(item, Answer.DONE, START.minusDays(1)))))
                .hasMessageContaining("before the item a was raised on 2026-08-31");
        assertThatThrownBy(() -> Bridge.of(CHAIN, List.of(item), List.of(hop(item, SCHOOL, DISTRICT, END)), List.of()))
                .hasMessageContaining("starts at s01, but the item a stands with s01/1");
        assertThatThrownBy(() -> item("x", DISTRICT, START)).hasMessageContaining("to itself");
        assertThatThrownBy(() -> hop(item, GRADE, GRADE, END)).hasMessageContaining("to itself");
        assertThatThrownBy(() -> answer(item("x", SCHOOL, START), Answer.DONE, END))
                .hasMessageContaining("to itself");
    }

    @Test
    void aDayWithoutItemsHasNoRateAndSaysSo() {
        Bridge bridge = bridge(List.of(item("a", GRADE, START)), List.of());
        assertThat(bridge.closureTimes(START.minusDays(1)).rate().isReported()).isFalse();
        assertThat(bridge.explain(END).toString())
                .startsWith("0 of 1 items")
                .contains("Fewer than half of all")
                .doesNotContain("nearest rank");
    }
}

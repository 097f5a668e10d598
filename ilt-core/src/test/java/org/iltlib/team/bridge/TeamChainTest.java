package org.iltlib.team.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;
import org.iltlib.team.bridge.AwarenessCheck.Question;
import org.junit.jupiter.api.Test;

class TeamChainTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 17);
    private static final TeamId A = TeamId.of("a");
    private static final TeamId B = TeamId.of("b");
    private static final TeamId C = TeamId.of("c");
    private static final TeamId D = TeamId.of("d");
    private static final PersonId ANA = PersonId.of("p-1");
    private static final PersonId BEN = PersonId.of("p-2");

    private static TeamChain chain(Channel... channels) {
        return TeamChain.builder()
                .id(EntryId.of("chain"))
                .adopted(DAY)
                .addChannels(channels)
                .build();
    }

    @Test
    void theShortestWayUpCounts() {
        TeamChain chain = chain(Channel.of(A, B), Channel.of(B, C), Channel.of(A, C), Channel.of(C, D));
        assertThat(chain.findPath(A, D)).contains(List.of(A, C, D));
        assertThat(chain.findHops(A, A)).contains(0);
        assertThat(chain.findHops(D, A)).isEmpty();
        assertThat(chain.listAbove(A)).containsExactly(B, C);
        assertThat(chain.listBelow(C)).containsExactly(A, B);
        assertThat(chain.listTeams()).containsExactly(A, B, C, D);
        assertThat(chain.findChannel(A, B)).contains(Channel.of(A, B));
        assertThat(chain.findChannel(B, A)).isEmpty();
    }

    @Test
    void aTeamThatReportsToItselfByWayOfOthersIsRefused() {
        assertThatThrownBy(() -> chain(Channel.of(A, B), Channel.of(B, C), Channel.of(C, A)))
                .hasMessageContaining("The team a reports to itself by way of b");
        assertThatThrownBy(() -> Channel.of(A, A)).hasMessageContaining("reports to itself");
        assertThatThrownBy(() -> chain(Channel.of(A, B), Channel.of(A, B).withCarrier(ANA)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> chain()).hasMessageContaining("channels is empty");
    }

    private static final Constituencies CONSTITUENCIES = Constituencies.builder()
            .id(EntryId.of("constituencies"))
            .team(EntryId.of("team"))
            .adopted(DAY)
            .addConstituencies(
                    new Constituency(ANA, Set.of(OrgUnitId.of("room-1"), OrgUnitId.of("room-2")), Set.of(BEN)),
                    Constituency.ofUnits(BEN, OrgUnitId.of("room-2"), OrgUnitId.of("room-3")))
            .build();

    private static Team team(PersonId... members) {
        Team.Builder team = Team.builder()
                .id(EntryId.of("team"))
                .team(A)
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(OrgUnitId.of("s"))
                .name("Team")
                .formed(DAY);
        for (PersonId member : members) {
            team.addSeats(Seat.of(member, StakeholderGroup.TEACHER));
        }
        return team.build();
    }

    @Test
    void membersSpeakForClassroomsAndPeople() {
        assertThat(CONSTITUENCIES.listSpeakers(OrgUnitId.of("room-2"))).containsExactly(ANA, BEN);
        assertThat(CONSTITUENCIES.listSpeakers(BEN)).containsExactly(ANA);
        assertThat(CONSTITUENCIES.listSpeakers(ANA)).isEmpty();
        assertThat(CONSTITUENCIES.basedOn()).containsExactly(EntryId.of("team"));
        assertThat(Constituency.ofPeople(ANA, BEN).units()).isEmpty();
    }

    @Test
    void whenASpeakerLeavesTheirClassroomsHaveNoWayUpUntilTheyAreGivenToAnother() {
        List<OrgUnitId> rooms = List.of(OrgUnitId.of("room-1"), OrgUnitId.of("room-2"), OrgUnitId.of("room-3"));
        assertThat(Constituencies.reach(rooms, List.of(CONSTITUENCIES), List.of(team(ANA, BEN)))
                        .share())
                .isEqualTo(Measured.of(Fraction.ONE));
        Reach<OrgUnitId> without = Constituencies.reach(rooms, List.of(CONSTITUENCIES), List.of(team(BEN)));
        assertThat(without.listMissed()).containsExactly(OrgUnitId.of("room-1"));
        assertThat(CONSTITUENCIES.listOrphans(team(BEN)))
                .extracting(Constituency::speaker)
                .containsExactly(ANA);
    }

    @Test
    void aSpeakerSpeaksForSomebodyElse() {
        assertThatThrownBy(() -> Constituency.ofUnits(ANA)).hasMessageContaining("speaks for no unit and nobody");
        assertThatThrownBy(() -> Constituency.ofPeople(ANA, ANA)).hasMessageContaining("themselves");
        assertThatThrownBy(() -> CONSTITUENCIES.toBuilder()
                        .addConstituencies(Constituency.ofPeople(ANA, BEN))
                        .build())
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new Reach<>(Set.of(A), Set.of(B))).hasMessageContaining("not among those expected");
    }

    private static AwarenessCheck check(int asked, int answered, int yes) {
        return AwarenessCheck.builder()
                .id(EntryId.of("check"))
                .strategy(EntryId.of("strategy"))
                .question(Question.NAMES_THE_STRATEGY)
                .on(DAY)
                .asked(asked)
                .answered(answered)
                .yes(yes)
                .build();
    }

    @Test
    void threeOfFourWhoCanNameTheStrategyIsAnAcceptableScale() {
        AwarenessCheck check = check(58, 40, 30);
        assertThat(check.rate()).isEqualTo(Measured.of(Fraction.of(3, 4)));
        assertThat(check.reaches(AwarenessCheck.ACCEPTABLE)).isEqualTo(Measured.of(true));
        assertThat(check(58, 40, 29).reaches(AwarenessCheck.ACCEPTABLE)).isEqualTo(Measured.of(false));
        assertThat(check.responseRate()).isEqualTo(Measured.of(Fraction.of(20, 29)));
        assertThat(check.explanation().toString())
                .isEqualTo("30 of 40 who answered can name the strategy.\n  58 were asked, 40 answered.");
    }

    @Test
    void ofFewAnswersNoRateIsShown() {
        assertThat(check(9, 4, 4).rate()).isInstanceOf(Measured.Suppressed.class);
        assertThat(check(9, 5, 4).rate().isReported()).isTrue();
        assertThat(check(9, 4, 4).explanation().toString())
                .contains("is not told")
                .doesNotContain("4 of");
        assertThat(check(0, 0, 0).rate()).isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "nobody answered"));
        assertThat(check(0, 0, 0).responseRate().isReported()).isFalse();
        assertThatThrownBy(() -> check(5, 6, 0)).hasMessageContaining("6 answered, of 5");
        assertThatThrownBy(() -> check(5, 5, 6)).hasMessageContaining("6 said yes, of 5");
        assertThatThrownBy(() -> check(5, 5, -1)).hasMessageContaining("yes");
    }
}

package org.iltlib.team.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.TeamId;
import org.iltlib.team.Charter;
import org.iltlib.team.DecisionRight;
import org.iltlib.team.DecisionRight.Power;
import org.iltlib.team.DecisionRight.Reserved;
import org.iltlib.team.Team;
import org.iltlib.team.rights.RightUse.Decider;
import org.junit.jupiter.api.Test;

class RightsReviewTest {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final Charter CHARTER = Charter.builder()
            .id(EntryId.of("charter"))
            .team(EntryId.of("team"))
            .purpose("Lead the improvement of teaching.")
            .addDecisionRights(
                    DecisionRight.of("learning days", Power.DECIDES),
                    DecisionRight.reserved("hiring", Reserved.PRINCIPAL, Power.RECOMMENDS),
                    DecisionRight.reserved("textbooks", Reserved.DISTRICT, Power.IS_CONSULTED))
            .adopted(AUGUST)
            .reviewOn(AUGUST.plusYears(1))
            .build();

    private static RightUse use(String id, String matter, Decider by) {
        return RightUse.of(EntryId.of(id), matter, by);
    }

    private static List<String> ids(List<RightUse> uses) {
        return uses.stream().map(use -> use.decision().value()).toList();
    }

    private static final RightsReview REVIEW = RightsReview.of(
            CHARTER,
            List.of(
                    use("d1", "learning days", Decider.TEAM),
                    use("d2", "learning days", Decider.PRINCIPAL).toBuilder()
                            .reason("The day fell on the election.")
                            .build(),
                    use("d3", "learning days", Decider.DISTRICT),
                    use("d4", "hiring", Decider.PRINCIPAL),
                    use("d5", "hiring", Decider.PRINCIPAL).toBuilder()
                            .otherwise(true)
                            .reason("The reference was withdrawn.")
                            .build(),
                    use("d6", "hiring", Decider.TEAM),
                    use("d7", "hiring", Decider.DISTRICT),
                    use("d8", "textbooks", Decider.PRINCIPAL),
                    use("d9", "parking", Decider.PRINCIPAL)));

    @Test
    void anOverrideIsCountedAndOneWithoutAReasonIsTold() {
        assertThat(ids(REVIEW.listOverrides())).containsExactly("d2", "d3", "d5");
        assertThat(ids(REVIEW.listUnexplained())).containsExactly("d3");
        assertThat(REVIEW.overridesByMatter()).isEqualTo(Map.of("hiring", 1, "learning days", 2));
        // Three of the seven on which the team decides or recommends.
        assertThat(REVIEW.overrideRate()).isEqualTo(Measured.of(Fraction.of(3, 7)));
    }

    @Test
    void whoDecidesWhatIsNotTheirsIsTold() {
        assertThat(ids(REVIEW.listOversteps())).containsExactly("d6", "d8");
        assertThat(ids(REVIEW.listUnassigned())).containsExactly("d9");
        assertThat(REVIEW.shareOfTeam()).isEqualTo(Measured.of(Fraction.of(2, 9)));
    }

    @Test
    void theReviewSaysItInWords() {
        assertThat(REVIEW.explanation()).hasToString("""
                        2 of 9 decisions were made by the team, 3 were overrides.
                          d2 on learning days: the principal.
                            Reason: The day fell on the election.
                          d3 on learning days: the district.
                            No reason is given.
                          d5 on hiring: the principal, otherwise than recommended.
                            Reason: The reference was withdrawn.
                          d6 on hiring was not for the team to decide.
                          d8 on textbooks was not for the principal to decide.
                          The charter says nothing on 1 of them.""");
        RightsReview none = RightsReview.of(CHARTER, List.of());
        assertThat(none.shareOfTeam().isReported()).isFalse();
        assertThat(none.overrideRate().isReported()).isFalse();
        assertThat(none.explanation()).hasToString("0 of 0 decisions were made by the team, 0 were overrides.");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> DecisionRight.reserved("hiring", Reserved.PRINCIPAL, Power.DECIDES))
                .hasMessageContaining("decides on \"hiring\", which is reserved to the principal. Maybe it recommends");
        assertThatThrownBy(() -> use("d", "hiring", Decider.TEAM).toBuilder()
                        .otherwise(true)
                        .build())
                .hasMessageContaining("otherwise than it recommended itself");
        RightUse once = use("d", "hiring", Decider.TEAM);
        assertThatThrownBy(() -> RightsReview.of(CHARTER, List.of(once, once))).hasMessageContaining("twice");
        assertThatThrownBy(() -> CHARTER.toBuilder().addCalendar(AUGUST, AUGUST).build())
                .hasMessageContaining("The calendar has 2026-08-01 after 2026-08-01");
    }

    @Test
    void aTeamIsADraftThenCharteredThenActiveThenDissolved() {
        Team team = Team.builder()
                .id(EntryId.of("team"))
                .team(TeamId.of("ilt"))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(OrgUnitId.of("s"))
                .name("ILT")
                .formed(AUGUST.plusDays(10))
                .dissolved(AUGUST.plusYears(1))
                .build();
        Optional<Charter> charter = Optional.of(CHARTER);
        assertThat(team.status(charter, AUGUST.minusDays(1))).isEqualTo(Team.Status.DRAFT);
        assertThat(team.status(Optional.empty(), AUGUST.plusDays(20))).isEqualTo(Team.Status.DRAFT);
        assertThat(team.status(charter, AUGUST)).isEqualTo(Team.Status.CHARTERED);
        assertThat(team.status(charter, AUGUST.plusDays(10))).isEqualTo(Team.Status.ACTIVE);
        assertThat(team.status(charter, AUGUST.plusYears(1).minusDays(1))).isEqualTo(Team.Status.ACTIVE);
        assertThat(team.status(charter, AUGUST.plusYears(1))).isEqualTo(Team.Status.DISSOLVED);
        assertThatThrownBy(() -> team.toBuilder().dissolved(team.formed()).build())
                .hasMessageContaining("not after it was formed");
        assertThat(CHARTER.findRight("parking")).isEmpty();
        assertThat(CHARTER.findRight("Hiring "))
                .isEqualTo(CHARTER.findRight("hiring"))
                .isPresent();
        assertThatThrownBy(() -> Charter.builder()
                        .id(CHARTER.id())
                        .team(CHARTER.team())
                        .purpose(CHARTER.purpose())
                        .addDecisionRights(
                                DecisionRight.of("hiring", Power.DECIDES), DecisionRight.of("Hiring", Power.RECOMMENDS))
                        .adopted(AUGUST)
                        .reviewOn(AUGUST.plusYears(1))
                        .build())
                .hasMessageContaining("hiring");
    }
}

package org.iltlib.decision.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.dossier.Fractions.CONSULTATION;
import static org.iltlib.decision.dossier.Fractions.EQUITY;
import static org.iltlib.decision.dossier.Fractions.PROPOSAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.decision.RoleChart;
import org.iltlib.decision.dossier.Consultation.Input;
import org.iltlib.decision.dossier.NeedPolicy.Verdict;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.team.AgendaItem;
import org.junit.jupiter.api.Test;

class HearingTest {
    /** Of 408 students 351 answered; of four inputs one changed the text. */
    @Test
    void ratesAreExact() {
        assertThat(CONSULTATION.responseRate()).isEqualTo(Fraction.of(117, 136));
        assertThat(Consultation.incorporatedRate(List.of(CONSULTATION))).isEqualTo(Measured.of(Fraction.of(1, 4)));
        Consultation quiet = CONSULTATION.toBuilder().inputs(List.of()).build();
        assertThat(Consultation.incorporatedRate(List.of(CONSULTATION, quiet)))
                .isEqualTo(Measured.of(Fraction.of(1, 4)));
        assertThat(Consultation.incorporatedRate(List.of(quiet))).isInstanceOf(Measured.Missing.class);
    }

    @Test
    void whoSaidSomethingReadsWhatBecameOfIt() {
        assertThat(CONSULTATION.youSaidWeDid())
                .containsExactly(
                        "You said: less copying We did: one page a day",
                        "You said: no tests We did not: the aim needs one");
        assertThat(CONSULTATION.listOpen()).containsExactly(Input.open("longer breaks"), Input.open("more light"));
        assertThat(Input.open("more light")).hasToString("You said: more light We have not answered yet.");
        assertThat(CONSULTATION.basedOn()).containsExactly(PROPOSAL.id(), EntryId.of("proposal/lines-2"));
    }

    @Test
    void aConsultationThatDoesNotAddUpIsRefused() {
        assertThatThrownBy(() -> CONSULTATION.toBuilder().answered(409).build())
                .hasMessage("answered is 409. Expected 0 to 408, the number asked.");
        assertThatThrownBy(() -> CONSULTATION.toBuilder().answered(0).build())
                .hasMessage("Nobody answered, and 4 inputs came in. Expected none.");
        assertThatThrownBy(() -> CONSULTATION.toBuilder()
                        .closed(CONSULTATION.opened().minusDays(1))
                        .build())
                .hasMessageContaining("before it opened");
        assertThat(CONSULTATION.toBuilder()
                        .closed(CONSULTATION.opened())
                        .build()
                        .closed())
                .isEqualTo(CONSULTATION.opened());
        assertThatThrownBy(() -> new Input("a", Optional.empty(), Optional.of(PROPOSAL.id())))
                .hasMessageContaining("Expected an answer");
    }

    @Test
    void anEquityCheckLooksAtSomething() {
        assertThat(EQUITY.basedOn()).containsExactly(PROPOSAL.id(), Fractions.FINDING);
        assertThat(EQUITY.leavesLossesOpen()).isFalse();
        assertThatThrownBy(() ->
                        EQUITY.toBuilder().losses(List.of()).lookedAt(List.of()).build())
                .hasMessageContaining("Nobody could lose, and nothing was looked at.");
        assertThatThrownBy(() ->
                        EQUITY.toBuilder().losses(List.of()).gains(List.of()).build())
                .hasMessageContaining("Nobody gains and nobody could lose.");
        assertThatThrownBy(() -> EQUITY.toBuilder().by(Set.of()).build()).hasMessageContaining("by");
        assertThatThrownBy(
                        () -> EQUITY.toBuilder().addGains(EQUITY.gains().get(0)).build())
                .hasMessageContaining("gains");
    }

    private static Verdict verdict(NeedPolicy policy, Need... needs) {
        return policy.of(
                        PROPOSAL.toBuilder()
                                .needs(List.of(needs).stream().map(Need::id).toList())
                                .build(),
                        List.of(Fractions.STUDENTS, Fractions.TEACHERS))
                .verdict();
    }

    /** The truth table: policy by needs cited. */
    @Test
    void whoCitesNeitherOrOnlyOneNeedIsRefusedOrFlagged() {
        Need students = Fractions.STUDENTS;
        Need teachers = Fractions.TEACHERS;
        assertThat(verdict(NeedPolicy.BOTH_REQUIRED)).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(NeedPolicy.BOTH_REQUIRED, students)).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(NeedPolicy.BOTH_REQUIRED, teachers)).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(NeedPolicy.BOTH_REQUIRED, students, teachers)).isEqualTo(Verdict.MET);
        assertThat(verdict(NeedPolicy.BOTH_FLAGGED)).isEqualTo(Verdict.FLAGGED);
        assertThat(verdict(NeedPolicy.BOTH_FLAGGED, students)).isEqualTo(Verdict.FLAGGED);
        assertThat(verdict(NeedPolicy.BOTH_FLAGGED, teachers)).isEqualTo(Verdict.FLAGGED);
        assertThat(verdict(NeedPolicy.BOTH_FLAGGED, students, teachers)).isEqualTo(Verdict.MET);
        assertThat(verdict(NeedPolicy.OFF)).isEqualTo(Verdict.MET);
        NeedPolicy.Report report = NeedPolicy.BOTH_REQUIRED.of(PROPOSAL, List.of(students));
        assertThat(report.missing()).containsExactly(NeedKind.TEACHER);
        assertThat(report.why().toString())
                .isEqualTo("\"both needs required\" refuses the proposal.\n  No need of teachers is cited.");
    }

    @Test
    void whatIsNotInstructionalIsNotHeldToThePolicy() {
        NeedPolicy.Report report = NeedPolicy.BOTH_REQUIRED.of(
                PROPOSAL.toBuilder()
                        .category(AgendaItem.Category.OPERATIONAL)
                        .needs(List.of())
                        .build(),
                List.of());
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(PROPOSAL.isInstructional()).isTrue();
        assertThat(PROPOSAL.toBuilder()
                        .category(AgendaItem.Category.INSTRUCTIONAL)
                        .build()
                        .isInstructional())
                .isTrue();
    }

    /** By hand: 7 of 10 seats for 41 of 58 staff is 7/10 · 58/41 = 203/205. */
    @Test
    void representationIsTheShareOfVoicesOverTheShareOfPeople() {
        Representation staff = new Representation(
                Map.of("teacher", 7, "administrator", 2, "coach", 1),
                Map.of("teacher", 41, "administrator", 2, "coach", 1, "classified", 14));
        assertThat(staff.ratio("teacher")).isEqualTo(Measured.of(Rational.of(203, 205)));
        assertThat(staff.ratio("classified")).isEqualTo(Measured.of(Rational.ZERO));
        assertThat(staff.ratio("parent")).isInstanceOf(Measured.Missing.class);
        assertThat(staff.ratios().keySet()).containsExactly("administrator", "classified", "coach", "teacher");
        assertThat(new Representation(Map.of(), Map.of("teacher", 1)).ratio("teacher"))
                .isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> new Representation(Map.of("teacher", -1), Map.of()))
                .hasMessageContaining("voices of teacher is -1");
    }

    @Test
    void anUnsoundRoleChartIsNotBoundToADecision() {
        EntryId id = EntryId.of("roles/1");
        RoleChart sound = RoleChart.of(RoleChart.Scheme.DACI)
                .with("approver", Fractions.person(1))
                .with("driver", Fractions.person(2));
        assertThat(new RoleAssignment(id, PROPOSAL.id(), sound).basedOn()).containsExactly(PROPOSAL.id());
        assertThatThrownBy(() -> new RoleAssignment(id, PROPOSAL.id(), sound.with("informed", Fractions.person(2))))
                .hasMessageContaining(
                        "The DACI chart about \"proposal/lines\" is not sound: p-02 has the role \"driver\"");
        assertThatThrownBy(() -> new RoleAssignment(id, PROPOSAL.id(), sound.with("approver", Fractions.person(3))))
                .hasMessageContaining("2 have the role \"approver\"");
        for (RoleChart.Scheme scheme : RoleChart.Scheme.values()) {
            assertThatThrownBy(() -> new RoleAssignment(id, PROPOSAL.id(), RoleChart.of(scheme)))
                    .hasMessageContaining("0 have the role \"" + scheme.decider() + "\"");
        }
    }
}

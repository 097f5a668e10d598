package org.iltlib.analytics.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Measured;
import org.iltlib.decision.ladder.Ladder;
import org.iltlib.decision.ladder.Ladder.Step;
import org.iltlib.decision.protocol.Consensus;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.finding.Estimate;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.junit.jupiter.api.Test;

class ProtocolExperimentTest {
    private static final double P = 0.6;

    /** Expected: Condorcet's jury theorem in closed form; see {@link Jury}. */
    @Test
    void aMajorityOfJurorsIsRightAsOftenAsCondorcetSays() {
        for (int n : new int[] {1, 3, 5, 9, 15}) {
            near(
                    jury(n, Procedures.SECRET_BALLOT),
                    Measure.RIGHT,
                    Jury.ofEqual(n, P).majority());
            near(
                    jury(n, Procedures.SHOW_OF_HANDS),
                    Measure.RIGHT,
                    Jury.ofEqual(n, P).majority());
        }
    }

    /** Expected: a good proposal needs n right members, a bad one needs one of them; half of the proposals are good. */
    @Test
    void whereOneMemberCanStopItAJuryIsRightAsOftenAsTheClosedFormSays() {
        for (int n : new int[] {3, 5, 8}) {
            double right =
                    (Jury.ofEqual(n, P).unanimity() + 1 - Jury.ofEqual(n, 1 - P).unanimity()) / 2;
            double adopted =
                    (Jury.ofEqual(n, P).unanimity() + Jury.ofEqual(n, 1 - P).unanimity()) / 2;
            for (Procedure procedure : List.of(
                    Procedures.UNANIMITY,
                    Procedure.of("no stand-aside", new Consensus(0), 1),
                    Procedure.of("classic, once", Protocols.FIST_TO_FIVE_CLASSIC, 1))) {
                near(jury(n, procedure), Measure.RIGHT, right);
                near(jury(n, procedure), Measure.ADOPTED, adopted);
            }
        }
    }

    /** Expected: six of nine must be right about a good proposal, and six wrong about a bad one to adopt it. */
    @Test
    void twoThirdsOfAJuryAreRightAsOftenAsTheClosedFormSays() {
        double right =
                (Jury.ofEqual(9, P).atLeast(6) + 1 - Jury.ofEqual(9, 1 - P).atLeast(6)) / 2;
        near(jury(9, Procedures.TWO_THIRDS), Measure.RIGHT, right);
    }

    /** Expected: one member decides, so the competence of one. */
    @Test
    void aPrincipalWhoDecidesIsAsRightAsOneMember() {
        TeamModel model = TeamModel.jury(5, P).toBuilder()
                .roles(List.of(
                        SimulatedRole.builder()
                                .name("principal")
                                .group(StakeholderGroup.ADMINISTRATOR)
                                .addOffices(Office.PRINCIPAL)
                                .build(),
                        SimulatedRole.of("teacher", StakeholderGroup.TEACHER, 4, 0)))
                .build();
        near(run(model, Procedures.PRINCIPAL), Measure.RIGHT, P);
    }

    /** Expected: all show what the principal shows on an open ballot, and what they think on a secret one. */
    @Test
    void fullPressureMakesAShowOfHandsTheLeadersDecisionAndLeavesSecretBallotsAlone() {
        TeamModel model = TeamModel.jury(5, P).toBuilder()
                .roles(List.of(
                        SimulatedRole.builder()
                                .name("principal")
                                .group(StakeholderGroup.ADMINISTRATOR)
                                .leads(true)
                                .voice(0)
                                .build(),
                        SimulatedRole.of("teacher", StakeholderGroup.TEACHER, 4, 0)))
                .pressure(1)
                .build();
        near(run(model, Procedures.SHOW_OF_HANDS), Measure.RIGHT, P);
        near(
                run(model, Procedures.SECRET_BALLOT),
                Measure.RIGHT,
                Jury.ofEqual(5, P).majority());
    }

    @Test
    void theSameSeedGivesTheSameBytesOnOneTwoAndSevenThreads() {
        ProtocolExperiment experiment = ProtocolExperiment.withDefaults().withTeams(90);
        String alone = experiment.withExecutor(Runnable::run).of(3).toCsv();
        for (int threads : new int[] {1, 2, 7}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                assertThat(experiment.withExecutor(pool).of(3).toCsv()).isEqualTo(alone);
            } finally {
                pool.shutdown();
            }
        }
        assertThat(experiment.of(4).toCsv()).isNotEqualTo(alone);
        assertThat(alone.lines().findFirst())
                .hasValueSatisfying(head -> assertThat(head)
                        .isEqualTo("procedure,measure,compared with,value,lower,upper,level,n,unit,method"));
        int procedures = Procedures.all().size();
        assertThat(alone.lines()).hasSize(1 + procedures * 10 + procedures * 4 + (procedures - 1) * 10);
        assertThat(alone).doesNotContain("NaN").contains("\"majority, show of hands\",adopted,,0.");
    }

    @Test
    void whoIsAskedSpeaksAndIsHeardAndWhoIsNotStaysSilent() {
        TeamModel mute = TeamModel.builder()
                .roles(List.of(SimulatedRole.of("teacher", StakeholderGroup.TEACHER, 7, 0)))
                .askedVoice(1)
                .attendance(1)
                .concerns(1)
                .build();
        ExperimentResult open = run(mute, Procedures.SECRET_BALLOT);
        assertThat(value(open, Measure.SILENT)).isEqualTo(1);
        assertThat(value(open, Measure.HEARD)).isZero();
        assertThat(value(open, Measure.ROUNDS)).isEqualTo(1);
        assertThat(value(open, Measure.MINUTES)).isEqualTo(8);
        ExperimentResult asked = run(mute, Procedures.SECRET_BALLOT.inTurn());
        assertThat(value(asked, Measure.SILENT)).isZero();
        assertThat(value(asked, Measure.HEARD)).isEqualTo(1);
        assertThat(value(asked, Measure.MINUTES)).isEqualTo(8 + 7 * 2 + 7 * 4);
    }

    @Test
    void whoShowsAConcernOnAnOpenBallotIsAskedForItInTheNextRound() {
        TeamModel mute = TeamModel.builder()
                .roles(List.of(SimulatedRole.of("teacher", StakeholderGroup.TEACHER, 7, 0)))
                .attendance(1)
                .concerns(1)
                .mendable(1)
                .harm(10)
                .dilution(0)
                .twoValued(true)
                .error(0.01)
                .build();
        ExperimentResult once = run(mute, Procedure.of("once", Protocols.FIST_TO_FIVE_CLASSIC, 1));
        assertThat(value(once, Measure.HEARD)).isZero();
        assertThat(value(once, Measure.ADOPTED)).isZero();
        ExperimentResult twice = run(mute, Procedure.of("twice", Protocols.FIST_TO_FIVE_CLASSIC, 2));
        assertThat(value(twice, Measure.HEARD)).isEqualTo(1);
        assertThat(value(twice, Measure.RIGHT)).isEqualTo(1);
        assertThat(value(twice, Measure.ADOPTED)).isBetween(0.45, 0.55);
        ExperimentResult secret = run(
                mute, Procedure.of("secret", Protocols.FIST_TO_FIVE_CLASSIC, 2).bySecretBallot());
        assertThat(value(secret, Measure.HEARD)).isZero();
    }

    @Test
    void withoutQuorumNothingIsDecidedAndTheTeamGivesUp() {
        ExperimentResult none =
                run(TeamModel.builder().attendance(0.05).build(), Procedures.SHOW_OF_HANDS, Procedures.CONSENT);
        for (String procedure : none.procedures()) {
            assertThat(none.estimate(procedure, Measure.SILENT)
                            .value()
                            .orElseThrow()
                            .value())
                    .isEqualTo(1);
            assertThat(none.estimate(procedure, Measure.ADOPTED)
                            .value()
                            .orElseThrow()
                            .value())
                    .isZero();
            assertThat(none.estimate(procedure, Measure.ROUNDS)
                            .value()
                            .orElseThrow()
                            .value())
                    .isEqualTo(12);
            assertThat(none.estimate(procedure, Measure.MINUTES)
                            .value()
                            .orElseThrow()
                            .value())
                    .isEqualTo(96);
        }
    }

    /**
     * Expected: all seven see a good proposal above −0.1 in one case, and it is adopted; else, and for a bad one, the
     * authority is right with the competence of a member.
     */
    @Test
    void whereTheLadderEscalatesTheAuthorityDecides() {
        TeamModel torn =
                TeamModel.jury(7, 0.8).toBuilder().outrage(0.1).askedVoice(1).build();
        ExperimentResult consent = run(torn, Procedures.CONSENT);
        double unopposed = Math.pow(Distributions.normalProbability(1.1 / torn.error()), 7);
        double bad = Math.pow(Distributions.normalProbability(-0.9 / torn.error()), 7);
        near(consent, Measure.ESCALATED, 1 - (unopposed + bad) / 2);
        near(consent, Measure.RIGHT, (unopposed + (1 - unopposed) * 0.8 + (1 - bad) * 0.8) / 2);
    }

    @Test
    void aTimeBoxThatRunsOutLeadsToTheNextStep() {
        Step.Builder talk = Step.builder();
        talk.name("talk").protocol(new Consensus(0)).maxRounds(9).schoolDays(4);
        Ladder.Builder ladder = Ladder.builder();
        ladder.name("boxed").addSteps(talk.build(), Step.of("vote", Protocols.MAJORITY));
        ExperimentResult boxed = run(TeamModel.jury(5, P), Procedure.of(ladder.build()));
        near(boxed, Measure.RIGHT, Jury.ofEqual(5, P).majority());
        assertThat(value(boxed, Measure.ROUNDS)).isBetween(1.5, 2.0);
        Ladder.Builder only = Ladder.builder();
        only.name("only").addSteps(talk.build());
        assertThat(value(run(TeamModel.jury(5, P), Procedure.of(only.build())), Measure.ROUNDS))
                .isEqualTo(1);
    }

    @Test
    void differencesArePairedTeamByTeam() {
        ExperimentResult both = run(TeamModel.withDefaults(), Procedures.SHOW_OF_HANDS, Procedures.CONSENT);
        String hands = Procedures.SHOW_OF_HANDS.name();
        String consent = Procedures.CONSENT.name();
        for (Measure measure : Measure.values()) {
            double difference = both.difference(consent, hands, measure)
                    .value()
                    .orElseThrow()
                    .value();
            double a = both.estimate(consent, measure).value().orElseThrow().value();
            double b = both.estimate(hands, measure).value().orElseThrow().value();
            assertThat(difference).as(measure.toString()).isCloseTo(a - b, within(1e-9));
            Estimate none = both.difference(hands, hands, measure).value().orElseThrow();
            assertThat(none.value()).isZero();
            assertThat(none.upper()).isZero();
        }
        Estimate paired =
                both.difference(consent, hands, Measure.SATISFACTION).value().orElseThrow();
        double apart = Math.hypot(
                both.estimate(consent, Measure.SATISFACTION)
                        .value()
                        .orElseThrow()
                        .standardError()
                        .orElseThrow(),
                both.estimate(hands, Measure.SATISFACTION)
                        .value()
                        .orElseThrow()
                        .standardError()
                        .orElseThrow());
        assertThat(paired.standardError().orElseThrow()).isLessThan(apart);
    }

    /** Expected: roles weighted by members make the mean; the least satisfied is below it. */
    @Test
    void satisfactionIsToldByRole() {
        ExperimentResult all = run(TeamModel.withDefaults(), Procedures.CONSENSUS);
        String consensus = Procedures.CONSENSUS.name();
        double[] members = {1, 1, 6, 2};
        double mean = 0;
        for (int r = 0; r < 4; r++) {
            mean += members[r]
                    / 10
                    * all.satisfaction(consensus, all.roles().get(r))
                            .value()
                            .orElseThrow()
                            .value();
        }
        assertThat(mean).isCloseTo(value(all, Measure.SATISFACTION), within(1e-9));
        assertThat(value(all, Measure.LEAST_SATISFIED)).isBetween(0.0, mean);
        assertThat(all.teams()).isEqualTo(1_000);
    }

    @Test
    void withoutConcernsNobodyCanBeHeard() {
        ExperimentResult none = jury(3, Procedures.SECRET_BALLOT);
        assertThat(none.estimate(Procedures.SECRET_BALLOT.name(), Measure.HEARD).value())
                .isEmpty();
        assertThat(none.toCsv()).doesNotContain("concerns heard");
        assertThat(Measure.HEARD.unit()).isEqualTo("share of members with a concern");
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        ProtocolExperiment experiment = ProtocolExperiment.withDefaults();
        assertThatThrownBy(() -> experiment.withTeams(1)).hasMessageContaining("teams is 1");
        assertThatThrownBy(() -> experiment.withProcedures(List.of())).hasMessageContaining("procedures");
        assertThatThrownBy(() -> experiment.withProcedures(List.of(Procedures.CONSENT, Procedures.CONSENT)))
                .hasMessageContaining("procedures");
        Step.Builder faculty = Step.builder();
        faculty.name("faculty").protocol(Protocols.MAJORITY).body("faculty");
        Ladder.Builder ladder = Ladder.builder();
        ladder.name("larger").addSteps(faculty.build());
        assertThatThrownBy(() -> Procedure.of(ladder.build())).hasMessageContaining("is of the faculty");
        Step.Builder ratify = Step.builder();
        ratify.name("ratify").protocol(Protocols.MAJORITY).ratifies(true);
        ladder.steps(List.of(Step.of("vote", Protocols.MAJORITY), ratify.build()));
        assertThatThrownBy(() -> Procedure.of(ladder.build())).hasMessageContaining("step ratify");
        assertThatThrownBy(() -> TeamModel.jury(3, 0.5)).hasMessageContaining("competence is 0.5");
        assertThatThrownBy(() -> TeamModel.jury(3, 1)).hasMessageContaining("competence is 1.0");
        assertThatThrownBy(() -> TeamModel.builder().pressure(2).build()).hasMessageContaining("pressure");
        assertThatThrownBy(() -> TeamModel.builder().harm(-1).build()).hasMessageContaining("harm is -1.0");
        assertThatThrownBy(() -> TeamModel.builder().roles(List.of()).build()).hasMessageContaining("roles");
        assertThatThrownBy(() -> TeamModel.jury(1_001, 0.6)).hasMessageContaining("1001 members");
        SimulatedRole two = SimulatedRole.of("leader", StakeholderGroup.TEACHER, 2, 1).toBuilder()
                .leads(true)
                .build();
        assertThatThrownBy(() -> TeamModel.builder().roles(List.of(two)).build())
                .hasMessageContaining("2 members lead");
        ExperimentResult result = run(TeamModel.jury(3, P), Procedures.SECRET_BALLOT);
        assertThatThrownBy(() -> result.estimate("lottery", Measure.RIGHT))
                .hasMessageContaining("no procedure lottery");
        assertThatThrownBy(() -> result.satisfaction(Procedures.SECRET_BALLOT.name(), "coach"))
                .hasMessageContaining("no role coach");
    }

    private static ExperimentResult jury(int members, Procedure procedure) {
        return run(TeamModel.jury(members, P), procedure);
    }

    private static ExperimentResult run(TeamModel model, Procedure... procedures) {
        return ProtocolExperiment.withDefaults()
                .withTeams(1_000)
                .withModel(model)
                .withProcedures(List.of(procedures))
                .of(1785);
    }

    /** Within four standard errors; the seed is fixed. */
    private static void near(ExperimentResult found, Measure measure, double exact) {
        assertThat(value(found, measure))
                .as(found.procedures().toString())
                .isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / found.teams())));
    }

    private static double value(ExperimentResult found, Measure measure) {
        Measured<Estimate> estimate = found.estimate(found.procedures().get(0), measure);
        return estimate.value().orElseThrow().value();
    }
}

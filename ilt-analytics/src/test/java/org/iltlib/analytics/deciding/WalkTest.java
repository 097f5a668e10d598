package org.iltlib.analytics.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.iltlib.analytics.deciding.SimulatedTeam.Event;
import org.iltlib.analytics.deciding.Walk.Trial;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

/** One sitting, worked out here by the sentences of {@link TeamModel}, for forty teams each. */
class WalkTest {
    private static final int TEAMS = 40;

    @Test
    void membersMoveTowardsTheMeanOfWhatWasSaidByThePersuasion() {
        TeamModel model = teachers(5, 1).toBuilder()
                .concerns(0)
                .attendance(1)
                .persuasion(0.25)
                .build();
        for (int seed = 0; seed < TEAMS; seed++) {
            SimulatedTeam team = SimulatedTeam.draw(model, SplitMix.of(seed));
            double mean = IntStream.range(0, 5).mapToDouble(i -> team.view[i]).sum() / 5;
            check(model, team, Procedures.SECRET_BALLOT, i -> 0.75 * team.view[i] + 0.25 * mean, i -> true, team.gain);
        }
    }

    @Test
    void mendingTakesTheHarmAwayAndDilutesTheGainForAll() {
        TeamModel model = teachers(4, 1).toBuilder()
                .concerns(1)
                .attendance(1)
                .mendable(1)
                .dilution(0.2)
                .build();
        for (int seed = 0; seed < TEAMS; seed++) {
            SimulatedTeam team = SimulatedTeam.draw(model, SplitMix.of(seed));
            double mean = IntStream.range(0, 4).mapToDouble(i -> team.view[i]).sum() / 4;
            Trial trial = check(
                    model,
                    team,
                    Procedures.SECRET_BALLOT,
                    i -> 0.7 * team.view[i] + 0.3 * mean - 0.8,
                    i -> true,
                    team.gain - 0.8,
                    0.5);
            assertThat(value(trial, Measure.HEARD)).isEqualTo(1);
            assertThat(value(trial, Measure.MINUTES)).isEqualTo(8 + 4 * (2 + 4));
        }
    }

    @Test
    void aConcernThatIsNotToldStaysInTheTextAndHurts() {
        TeamModel model = teachers(5, 0).toBuilder().concerns(1).attendance(1).build();
        for (int seed = 0; seed < TEAMS; seed++) {
            SimulatedTeam team = SimulatedTeam.draw(model, SplitMix.of(seed));
            double harm = IntStream.range(0, 5).mapToDouble(i -> team.harm[i]).sum() / 5;
            assertThat(DoubleStream.of(team.harm)).allMatch(each -> each >= 0.75 && each <= 2.25);
            check(
                    model,
                    team,
                    Procedures.SECRET_BALLOT,
                    i -> team.view[i] - team.harm[i],
                    i -> true,
                    team.gain - harm,
                    -0.5);
        }
    }

    @Test
    void whoIsAbsentNeitherHearsNorVotes() {
        TeamModel model = teachers(7, 1).toBuilder()
                .concerns(0)
                .attendance(0.75)
                .persuasion(1)
                .build();
        int met = 0;
        for (int seed = 0; seed < TEAMS; seed++) {
            SimulatedTeam team = SimulatedTeam.draw(model, SplitMix.of(seed));
            boolean[] here = new boolean[7];
            int count = 0;
            double sum = 0;
            for (int i = 0; i < 7; i++) {
                here[i] = team.happens(0.75, Event.ATTENDS, 0, i);
                count += here[i] ? 1 : 0;
                sum += here[i] ? team.view[i] : 0;
            }
            if (count > 3) {
                met++;
                double mean = sum / count;
                check(
                        model,
                        team,
                        Procedures.SECRET_BALLOT,
                        i -> here[i] ? mean : team.view[i],
                        i -> here[i],
                        team.gain);
            }
        }
        assertThat(met).isGreaterThan(TEAMS / 2);
    }

    @Test
    void underPressureMembersShowAValueBetweenTheirOwnAndTheLeaders() {
        TeamModel model = TeamModel.builder()
                .roles(List.of(
                        SimulatedRole.builder()
                                .name("principal")
                                .group(StakeholderGroup.ADMINISTRATOR)
                                .leads(true)
                                .voice(0.5)
                                .build(),
                        SimulatedRole.of("teacher", StakeholderGroup.TEACHER, 4, 0.5)))
                .concerns(0)
                .attendance(1)
                .persuasion(0)
                .pressure(0.8)
                .build();
        int changed = 0;
        for (int seed = 0; seed < TEAMS; seed++) {
            SimulatedTeam team = SimulatedTeam.draw(model, SplitMix.of(seed));
            Trial open = new Walk(model, Procedures.SHOW_OF_HANDS, team, SimulatedTeam.seats(model)).run();
            Trial secret = new Walk(model, Procedures.SECRET_BALLOT, team, SimulatedTeam.seats(model)).run();
            int yes = 0;
            int no = 0;
            for (int i = 0; i < 5; i++) {
                double pull = i == 0 ? 0 : 0.8 * (1 - team.voice[i]);
                double shown = (1 - pull) * team.view[i] + pull * team.view[0];
                yes += shown > 0.1 ? 1 : 0;
                no += shown < -0.1 ? 1 : 0;
            }
            assertThat(value(open, Measure.ADOPTED)).isEqualTo(yes > no ? 1 : 0);
            changed += value(open, Measure.ADOPTED) == value(secret, Measure.ADOPTED) ? 0 : 1;
        }
        assertThat(changed).isPositive();
    }

    @Test
    void newcomersHaveAShareOfTheVoiceOfTheirRole() {
        TeamModel model =
                teachers(10, 0.6).toBuilder().mostYears(4).newcomerYears(2).build();
        int newcomers = 0;
        for (int seed = 0; seed < 500; seed++) {
            for (double voice : SimulatedTeam.draw(model, SplitMix.of(seed)).voice) {
                assertThat(voice).isIn(0.6, 0.3);
                newcomers += voice == 0.3 ? 1 : 0;
            }
        }
        assertThat(newcomers / 5_000.0).isCloseTo(0.4, within(4 * Math.sqrt(0.4 * 0.6 / 5_000)));
    }

    /** Nobody dares, so nobody blocks; somebody stands aside, so nothing is adopted. */
    @Test
    void whoDoesNotDareStandsAside() {
        TeamModel model = teachers(5, 0).toBuilder()
                .twoValued(true)
                .gain(5)
                .error(0.1)
                .concerns(0)
                .attendance(1)
                .build();
        for (int seed = 0; seed < TEAMS; seed++) {
            SimulatedTeam team = SimulatedTeam.draw(model, SplitMix.of(seed));
            Procedure consent = Procedure.of("consent, open floor", Protocols.CONSENT, 3);
            Trial meek = new Walk(model, consent, team, SimulatedTeam.seats(model)).run();
            assertThat(value(meek, Measure.ADOPTED)).isEqualTo(1);
            Trial brave = new Walk(
                            model.toBuilder().askedVoice(1).build(), consent.inTurn(), team, SimulatedTeam.seats(model))
                    .run();
            assertThat(value(brave, Measure.ADOPTED)).isEqualTo(team.gain > 0 ? 1 : 0);
        }
    }

    private static Trial check(
            TeamModel model,
            SimulatedTeam team,
            Procedure procedure,
            IntToDoubleFunction felt,
            IntPredicate votes,
            double worth) {
        return check(model, team, procedure, felt, votes, worth, 0);
    }

    /** What being heard, or not, adds to satisfaction comes last. */
    private static Trial check(
            TeamModel model,
            SimulatedTeam team,
            Procedure procedure,
            IntToDoubleFunction felt,
            IntPredicate votes,
            double worth,
            double process) {
        int n = model.members();
        int yes = 0;
        int no = 0;
        for (int i = 0; i < n; i++) {
            double own = felt.applyAsDouble(i);
            yes += votes.test(i) && own > 0.1 ? 1 : 0;
            no += votes.test(i) && own < -0.1 ? 1 : 0;
        }
        boolean adopted = yes > no;
        double total = 0;
        double least = 1;
        for (int i = 0; i < n; i++) {
            double own = felt.applyAsDouble(i);
            double satisfaction = 1 / (1 + Math.exp(-((adopted ? own : -own) + process)));
            total += satisfaction / n;
            least = Math.min(least, satisfaction);
        }
        Trial trial = new Walk(model, procedure, team, SimulatedTeam.seats(model)).run();
        assertThat(value(trial, Measure.ADOPTED)).isEqualTo(adopted ? 1 : 0);
        assertThat(value(trial, Measure.RIGHT)).isEqualTo(adopted == worth > 0 ? 1 : 0);
        assertThat(value(trial, Measure.GAIN)).isCloseTo(adopted ? worth : 0, within(1e-9));
        assertThat(value(trial, Measure.SATISFACTION)).isCloseTo(total, within(1e-9));
        assertThat(value(trial, Measure.LEAST_SATISFIED)).isCloseTo(least, within(1e-9));
        assertThat(trial.byRole().get(0)).isCloseTo(total, within(1e-9));
        return trial;
    }

    private static double value(Trial trial, Measure measure) {
        return trial.values().getOrDefault(measure, Double.NaN);
    }

    private static TeamModel teachers(int members, double voice) {
        return TeamModel.builder()
                .roles(List.of(SimulatedRole.of("teacher", StakeholderGroup.TEACHER, members, voice)))
                .newcomerVoice(0.5)
                .newcomerYears(0)
                .build();
    }
}

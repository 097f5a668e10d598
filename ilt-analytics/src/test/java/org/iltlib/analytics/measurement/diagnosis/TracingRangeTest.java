package org.iltlib.analytics.measurement.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences so long or so telling that the weight of one state leaves the range of numbers, and models that stay open. */
class TracingRangeTest {
    private static byte[] rightThenWrong(int right, int wrong) {
        byte[] answers = new byte[right + wrong];
        java.util.Arrays.fill(answers, 0, right, (byte) 1);
        return answers;
    }

    /** By brute force over the answer at which the skill is first had, in logarithms. */
    private static double[] brute(byte[] answers, double known, double learning, double error) {
        double[] logs = new double[answers.length + 1];
        for (int first = 0; first <= answers.length; first++) {
            double log = first == 0 ? Math.log(known) : Math.log1p(-known);
            for (int t = 0; t < answers.length; t++) {
                boolean expected = (t >= first) == (answers[t] == 1);
                log += expected ? Math.log1p(-error) : Math.log(error);
                log += t > 0 && t < first ? Math.log1p(-learning) : 0;
                log += t > 0 && t == first ? Math.log(learning) : 0;
            }
            logs[first] = log;
        }
        double most = java.util.Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        double had = 0;
        for (int first = 0; first < logs.length; first++) {
            sum += Math.exp(logs[first] - most);
            had += Math.exp(logs[first] - most) * (answers.length - first);
        }
        return new double[] {most + Math.log(sum), had / sum};
    }

    @ParameterizedTest
    @CsvSource({
        "40, 60, 0.5, 0.1, 1e-9",
        "40, 40, 0.5, 0.1, 1e-9",
        "36, 60, 0.5, 0.1, 1e-9",
        "30, 60, 0.5, 0.1, 1e-9",
        "200, 250, 0.1, 0.02, 0.02",
        "5, 3, 0.3, 0.1, 0.2"
    })
    void noWeightIsLost(int right, int wrong, double known, double learning, double error) {
        byte[] answers = rightThenWrong(right, wrong);
        double[] expected = brute(answers, known, learning, error);
        TracingSums sums = KnowledgeTracing.sums(
                SkillModel.of(known, learning, error, error), Attempts.of(new byte[][] {answers}));
        assertThat(sums.logLikelihood()).isCloseTo(expected[0], within(1e-9 * Math.abs(expected[0])));
        assertThat(sums.had()).isCloseTo(expected[1], within(1e-7));
        assertThat(sums.had() + sums.lacked()).isCloseTo(right + wrong, within(1e-7));
    }

    /** Known at first, forgotten once after the last right answer, and never learnt again: all else is far less likely. */
    @Test
    void aRareLossThatExplainsAllIsNotLost() {
        SkillModel model = SkillModel.builder()
                .known(0.5)
                .learning(0.1)
                .guess(1e-9)
                .slip(1e-9)
                .forgetting(1e-300)
                .build();
        TracingSums sums = KnowledgeTracing.sums(model, Attempts.of(new byte[][] {rightThenWrong(40, 60)}));
        assertThat(sums.logLikelihood()).isCloseTo(Math.log(0.5) + Math.log(1e-300) + 59 * Math.log(0.9), within(1e-6));
        assertThat(sums.forgot()).isCloseTo(1, within(1e-6));
        assertThat(sums.had()).isCloseTo(40, within(1e-6));
    }

    @Test
    void endsAsLikelyWithOtherChancesLeaveTheModelOpen() {
        SkillModel one = SkillModel.of(0.5, 0.1, 0.2, 0.1);
        SkillModel other = SkillModel.of(0.3, 0.3, 0.2, 0.1);
        TracingFit open = new TracingFit(
                List.of(new TracingFit.End(one, -100, true), new TracingFit.End(other, -100.000001, true)));
        assertThat(open.isOpen()).isTrue();
        TracingFit settled =
                new TracingFit(List.of(new TracingFit.End(one, -100, true), new TracingFit.End(other, -101, true)));
        assertThat(settled.isOpen()).isFalse();
    }
}

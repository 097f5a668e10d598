package org.iltlib.analytics.measurement.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class TracingProperties {

    /** Adding answers one at a time gives the same bits as tracing them all. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void incrementalEqualsBatch(
            @ForAll @Size(max = 30) List<Boolean> answers,
            @ForAll @DoubleRange(max = 1) double known,
            @ForAll @DoubleRange(max = 1) double learning,
            @ForAll @DoubleRange(max = 0.5) double guess,
            @ForAll @DoubleRange(max = 0.5) double slip,
            @ForAll @DoubleRange(max = 1) double forgetting) {
        SkillModel model = SkillModel.of(known, learning, guess, slip).toBuilder()
                .forgetting(forgetting)
                .build();
        List<SkillState> batch = model.trace(answers);
        SkillState state = model.start();
        for (int i = 0; i < answers.size(); i++) {
            state = state.after(answers.get(i));
            assertThat(batch.get(i)).isEqualTo(state);
            assertThat(state.chance()).isBetween(0.0, 1.0);
            assertThat(state.right()).isBetween(0.0, 1.0 + 1e-12);
        }
    }

    /** A step of EM never makes the answers less likely; the chance of the last state agrees with the sums. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aStepNeverMakesTheAnswersLessLikely(
            @ForAll @Size(min = 1, max = 8) List<@Size(min = 1, max = 12) List<Boolean>> students,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double known,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double learning,
            @ForAll @DoubleRange(min = 0.05, max = 0.45) double guess,
            @ForAll @DoubleRange(min = 0.05, max = 0.45) double slip) {
        SkillModel model = SkillModel.of(known, learning, guess, slip);
        byte[][] rows = new byte[students.size()][];
        double logLikelihood = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new byte[students.get(i).size()];
            SkillState state = model.start();
            for (int t = 0; t < rows[i].length; t++) {
                boolean right = students.get(i).get(t);
                rows[i][t] = (byte) (right ? 1 : 0);
                logLikelihood += Math.log(right ? state.right() : 1 - state.right());
                state = state.after(right);
            }
        }
        Attempts attempts = Attempts.of(rows);
        TracingSums sums = KnowledgeTracing.sums(model, attempts);
        assertThat(sums.logLikelihood()).isCloseTo(logLikelihood, within(1e-9));
        SkillModel next = sums.next(model, KnowledgeTracing.MOST_ERROR);
        assertThat(KnowledgeTracing.sums(next, attempts).logLikelihood())
                .isGreaterThanOrEqualTo(sums.logLikelihood() - 1e-9);
    }
}

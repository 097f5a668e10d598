package org.iltlib.analytics.measurement.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Finds the {@link SkillModel} under which the answers are likeliest, by EM with squared extrapolation from five fixed
 * starts; the likeliest end wins. Starts that have come within 0.01 of one another go on together. Guess and slip stay below one half, for otherwise having and lacking the skill could
 * change places. Immutable.
 *
 * <p>A step takes time in proportion to the answers of different sequences. Two models may be almost equally likely and
 * far apart: compare log-likelihoods, not numbers, and see {@link TracingFit#ends} and {@link TracingFit#isOpen}.
 *
 * @param forgetting whether a skill may be lost
 * @param steps the most steps of a start
 * @param tolerance the largest change of a chance in the last step; above 0
 */
public record KnowledgeTracing(boolean forgetting, int steps, double tolerance) {
    /** The largest guess and slip: just below one half. */
    public static final double MOST_ERROR = 0.499999;

    private static final double COARSE = 1e-4;
    private static final double NEAR = 0.01;

    private static final double[][] STARTS = {
        {0.3, 0.12, 0.2, 0.08, 0.02},
        {0.5, 0.3, 0.1, 0.1, 0.05},
        {0.1, 0.05, 0.3, 0.2, 0.02},
        {0.7, 0.2, 0.35, 0.05, 0.1},
        {0.2, 0.4, 0.15, 0.3, 0.02}
    };

    /** Checks the numbers. */
    public KnowledgeTracing {
        Checks.positive(steps, "steps");
        Checks.require(tolerance > 0, "tolerance is %s. Expected above 0.", tolerance);
    }

    /** Without forgetting; 2,000 steps, 1e-9. */
    public static KnowledgeTracing withDefaults() {
        return new KnowledgeTracing(false, 2_000, 1e-9);
    }

    /** A copy in which a skill may be lost. */
    public KnowledgeTracing withForgetting() {
        return new KnowledgeTracing(true, steps, tolerance);
    }

    /** A copy with at most so many steps from each start. */
    public KnowledgeTracing withSteps(int steps) {
        return new KnowledgeTracing(forgetting, steps, tolerance);
    }

    /** A copy with that tolerance. */
    public KnowledgeTracing withTolerance(double tolerance) {
        return new KnowledgeTracing(forgetting, steps, tolerance);
    }

    /** The likeliest model; missing if fewer than ten students gave two answers or more, or all answers are the same. */
    public Measured<TracingFit> of(Attempts attempts) {
        if (attempts.followed() < 10) {
            return Measured.missing(
                    MissingReason.TOO_FEW, attempts.followed() + " students with two answers or more; 10 are needed");
        } else if (isOneSided(attempts)) {
            return Measured.missing(MissingReason.UNDEFINED, "all answers are the same");
        }
        ForwardBackward pass = new ForwardBackward(attempts, forgetting, MOST_ERROR);
        List<double[]> near = new ArrayList<>();
        List<TracingFit.End> found = new ArrayList<>();
        List<TracingFit.End> ends = new ArrayList<>();
        for (double[] start : STARTS) {
            double[] point = start.clone();
            pass.repair(point);
            new Squared().run(pass, point, steps, Math.max(tolerance, COARSE));
            int known = place(point, near);
            if (known < 0) {
                near.add(point);
                found.add(climb(attempts, point));
            }
            ends.add(found.get(known < 0 ? found.size() - 1 : known));
        }
        return Measured.of(new TracingFit(List.copyOf(ends)));
    }

    /** The place of a point that lies as near as makes no difference, or −1. */
    private static int place(double[] point, List<double[]> near) {
        for (int i = 0; i < near.size(); i++) {
            double most = 0;
            for (int j = 0; j < point.length; j++) {
                most = Math.max(most, Math.abs(point[j] - near.get(i)[j]));
            }
            if (most < NEAR) {
                return i;
            }
        }
        return -1;
    }

    /** The likeliest model that is found from that one alone. */
    public TracingFit.End from(SkillModel start, Attempts attempts) {
        double[] point = {start.known(), start.learning(), start.guess(), start.slip(), start.forgetting()};
        return climb(attempts, point);
    }

    private TracingFit.End climb(Attempts attempts, double[] start) {
        ForwardBackward pass = new ForwardBackward(attempts, forgetting, MOST_ERROR);
        double[] point = start.clone();
        pass.repair(point);
        Squared climb = new Squared();
        climb.run(pass, point, steps, tolerance);
        pass.gather(point);
        return new TracingFit.End(model(point), pass.logLikelihood, climb.atRest());
    }

    /**
     * The sums of the answers under that model: what one step of EM needs. They add over parts of the data.
     *
     * @throws IllegalArgumentException if an answer is impossible under the model
     */
    public static TracingSums sums(SkillModel model, Attempts attempts) {
        ForwardBackward pass = new ForwardBackward(attempts, model.forgetting() > 0, MOST_ERROR);
        pass.gather(new double[] {model.known(), model.learning(), model.guess(), model.slip(), model.forgetting()});
        Checks.require(
                Double.isFinite(pass.logLikelihood),
                "An answer is impossible under %s. Maybe a guess or slip of 0, or learning of 0 or 1.",
                model);
        return TracingSums.builder()
                .logLikelihood(pass.logLikelihood)
                .students((double) attempts.students())
                .knownAtFirst(pass.first)
                .lackedBefore(pass.lackedBefore)
                .learned(pass.learned)
                .hadBefore(pass.hadBefore)
                .forgot(pass.forgot)
                .lacked(pass.lacked)
                .guessed(pass.guessed)
                .had(pass.had)
                .slipped(pass.slipped)
                .build();
    }

    private static boolean isOneSided(Attempts attempts) {
        boolean right = false;
        boolean wrong = false;
        for (byte[] sequence : attempts.sequences) {
            for (byte answer : sequence) {
                right |= answer == 1;
                wrong |= answer == 0;
            }
        }
        return !(right && wrong);
    }

    private static SkillModel model(double[] point) {
        return SkillModel.builder()
                .known(point[0])
                .learning(point[1])
                .guess(point[2])
                .slip(point[3])
                .forgetting(point[4])
                .build();
    }
}

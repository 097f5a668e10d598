package org.iltlib.analytics.progress.rule;

import java.util.OptionalDouble;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * So many probes in a row behind the aim line: intensify; so many ahead: raise the goal. A probe on the line ends both
 * runs. A probe on the day on which the aim line begins is not counted, for there the line is the student's own score.
 * Feeding is O(1).
 *
 * <p>Easy and noisy: of students who grow exactly as needed, three in a row behind within nine weeks are seen in 46 of a
 * hundred. The error rates are told for looks after every probe, and are exact for independent noise.
 *
 * @param behind how many behind, at least 1
 * @param ahead how many ahead, at least 1
 * @param minimum the fewest probes, at least 1
 */
public record RunRule(int behind, int ahead, int minimum) implements ProgressRule, KnownChances {
    /** Checks the numbers. */
    public RunRule {
        Checks.positive(behind, "behind");
        Checks.positive(ahead, "ahead");
        Checks.positive(minimum, "minimum");
    }

    /** So many behind or ahead, from that many probes on. */
    public static RunRule of(int behind, int ahead) {
        return new RunRule(behind, ahead, behind);
    }

    /** A copy that is silent before that many probes. */
    public RunRule withMinimum(int minimum) {
        return new RunRule(behind, ahead, minimum);
    }

    @Override
    public String name() {
        return behind + " in a row behind";
    }

    @Override
    public Looks looks() {
        return Looks.AFTER_EVERY_PROBE;
    }

    @Override
    public RuleTracker start() {
        return new Tracker();
    }

    /** Independent signs: a chain whose state is the length of the run behind. O(probes × behind). */
    @Override
    public OptionalDouble intensifies(MonitoringPlan plan, double surplus) {
        double[] run = new double[behind + 1];
        run[0] = 1;
        double alarmed = 0;
        int probes = plan.weeks().size();
        for (int i = 0; i < probes; i++) {
            double week = plan.weeks().get(i);
            if (week > 0) {
                OptionalDouble p = plan.noise().below(-surplus * week);
                if (p.isEmpty()) {
                    return p;
                }
                step(run, p.getAsDouble());
            }
            boolean looked = plan.looks() == Looks.AFTER_EVERY_PROBE || i == probes - 1;
            if (looked && i + 1 >= minimum) {
                alarmed += run[behind];
                run[behind] = 0;
            }
        }
        return OptionalDouble.of(alarmed);
    }

    private void step(double[] run, double p) {
        double all = 0;
        for (double state : run) {
            all += state;
        }
        run[behind] = (run[behind] + run[behind - 1]) * p;
        for (int length = behind - 1; length > 0; length--) {
            run[length] = run[length - 1] * p;
        }
        run[0] = all * (1 - p);
    }

    private final class Tracker implements RuleTracker {
        private int run;
        private boolean isBehind;

        @Override
        public void add(double week, double distance) {
            if (!(week > 0)) {
                return;
            }
            boolean behindNow = distance < 0;
            run = !(distance < 0 || distance > 0) ? 0 : run > 0 && behindNow == isBehind ? run + 1 : 1;
            isBehind = behindNow;
        }

        @Override
        public Advice advice() {
            return isBehind && run >= behind
                    ? Advice.INTENSIFY
                    : !isBehind && run >= ahead ? Advice.RAISE_GOAL : Advice.CONTINUE;
        }

        @Override
        public Explanation why() {
            return run == 0
                    ? Explanation.of("The last probe that counts lies on the aim line, or none counts yet.")
                    : Explanation.of(
                            "The last %d probe(s) in a row lie %s the aim line. The rule: %d behind intensify, %d ahead"
                                    + " raise the goal.",
                            run, isBehind ? "behind" : "ahead of", behind, ahead);
        }
    }
}

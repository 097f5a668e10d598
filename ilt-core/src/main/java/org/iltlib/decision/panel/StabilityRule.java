package org.iltlib.decision.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Fraction;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * When the answers about an item no longer move from one round to the next. Only those who answered in both rounds count;
 * if there are none, nothing is stable. Source: H. A. von der Gracht (2012), doi 10.1016/j.techfore.2012.04.013, which
 * lists the measures in use.
 */
public sealed interface StabilityRule {
    /** The written form, tagged {@code stability}; shares are exact texts such as 3/20. */
    static Form<StabilityRule> form() {
        return Forms.<StabilityRule>family("stability")
                .when(
                        "changedAtMost",
                        ChangedAtMost.class,
                        Form.of("most", Fraction.FORM, ChangedAtMost::most, ChangedAtMost::new))
                .when(
                        "sameMedian",
                        SameMedian.class,
                        Form.of("type", QuantileType.FORM, SameMedian::type, SameMedian::new))
                .when(
                        "kappaAtLeast",
                        KappaAtLeast.class,
                        Form.of("least", Fraction.FORM, KappaAtLeast::least, KappaAtLeast::new));
    }

    /**
     * Whether the answers are stable.
     *
     * @param pairs for each who answered twice: the earlier answer, the later answer
     */
    boolean isStable(List<Answers> pairs);

    /** In words. */
    String words();

    /**
     * What one panelist answered about an item in two rounds.
     *
     * @param before in the earlier round
     * @param now in the later one
     */
    record Answers(int before, int now) {
        /** Pairs the answers of those who answered in both rounds, in order of their labels. */
        static List<Answers> pair(Map<String, Integer> before, Map<String, Integer> now) {
            List<Answers> pairs = new ArrayList<>();
            new TreeMap<>(now).forEach((panelist, answer) -> {
                Integer earlier = before.get(panelist);
                if (earlier != null) {
                    pairs.add(new Answers(earlier, answer));
                }
            });
            return pairs;
        }
    }

    /**
     * At most that share changed their answer.
     *
     * @param most the share
     */
    record ChangedAtMost(Fraction most) implements StabilityRule {
        @Override
        public boolean isStable(List<Answers> pairs) {
            long changed =
                    pairs.stream().filter(pair -> pair.before() != pair.now()).count();
            return !pairs.isEmpty() && most.compareShare(changed, pairs.size()) <= 0;
        }

        @Override
        public String words() {
            return "at most " + most + " change their answer";
        }
    }

    /**
     * The median is the same.
     *
     * @param type how it is read off
     */
    record SameMedian(QuantileType type) implements StabilityRule {
        @Override
        public boolean isStable(List<Answers> pairs) {
            return !pairs.isEmpty()
                    && type.median(pairs.stream().map(Answers::before).sorted().toList())
                            .equals(type.median(
                                    pairs.stream().map(Answers::now).sorted().toList()));
        }

        @Override
        public String words() {
            return "the median does not change";
        }
    }

    /**
     * Cohen's kappa between the rounds is at least so much: the agreement beyond what the two distributions would bring
     * by chance. If all give one and the same answer in both rounds, kappa is not defined and the answers are stable.
     * Source: J. Cohen (1960), doi 10.1177/001316446002000104.
     *
     * @param least the least kappa
     */
    record KappaAtLeast(Fraction least) implements StabilityRule {
        @Override
        public boolean isStable(List<Answers> pairs) {
            if (pairs.isEmpty()) {
                return false;
            }
            long n = pairs.size();
            Map<Integer, Long> before = new TreeMap<>();
            Map<Integer, Long> now = new TreeMap<>();
            long same = 0;
            for (Answers pair : pairs) {
                before.merge(pair.before(), 1L, Long::sum);
                now.merge(pair.now(), 1L, Long::sum);
                same += pair.before() == pair.now() ? 1 : 0;
            }
            long chance = 0;
            for (Map.Entry<Integer, Long> answer : before.entrySet()) {
                chance += answer.getValue() * now.getOrDefault(answer.getKey(), 0L);
            }
            if (chance == n * n) {
                return true;
            }
            Rational kappa = Rational.of(same * n - chance, n * n - chance);
            return kappa.compareTo(Rational.of(least.numerator(), least.denominator())) >= 0;
        }

        @Override
        public String words() {
            return "kappa between the rounds is at least " + least;
        }
    }
}

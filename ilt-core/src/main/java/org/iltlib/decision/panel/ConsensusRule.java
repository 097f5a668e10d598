package org.iltlib.decision.panel;

import java.util.List;
import java.util.Locale;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * When a panel agrees on an item. Every share is of those who answered about that item.
 *
 * <p>Which rule is used is fixed before the first round; the rules in use differ widely. Source: H. A. von der Gracht
 * (2012), Consensus measurement in Delphi studies, doi 10.1016/j.techfore.2012.04.013.
 */
public sealed interface ConsensusRule {
    /** The written form, tagged {@code rule}; shares and distances are exact texts such as 7/10. */
    static Form<ConsensusRule> form() {
        return Forms.<ConsensusRule>family("rule")
                .when(
                        "bands",
                        Bands.class,
                        Form.of(
                                "agree",
                                Fraction.FORM,
                                Bands::agree,
                                "against",
                                Fraction.FORM,
                                Bands::against,
                                Bands::new))
                .when("fewOutside", FewOutside.class, Form.of("most", Forms.INTEGER, FewOutside::most, FewOutside::new))
                .when(
                        "fewOutsideBySize",
                        FewOutsideBySize.class,
                        Form.<FewOutsideBySize, FewOutsideBySize>built(FewOutsideBySize::new, same -> same))
                .when(
                        "spread",
                        Spread.class,
                        Form.of(
                                "most",
                                Forms.id(Rational::toString, Rational::parse),
                                Spread::most,
                                "type",
                                QuantileType.FORM,
                                Spread::type,
                                Spread::new));
    }

    /** What the panel thinks of an item. */
    enum Verdict {
        /** Agreed: in. */
        IN,
        /** Agreed: out. */
        OUT,
        /** Not agreed. */
        OPEN
    }

    /**
     * The verdict on these answers.
     *
     * @param answers rising
     * @param lowest the lowest answer of the scale
     * @param highest the highest
     */
    Verdict on(List<Integer> answers, int lowest, int highest);

    /** In words. */
    String words();

    /**
     * In if at least so many answer in the upper third of the scale and fewer than so many in the lower third; out the
     * other way round.
     *
     * @param agree the share that agrees, such as 7/10
     * @param against the share that must not be reached, such as 3/20
     */
    record Bands(Fraction agree, Fraction against) implements ConsensusRule {
        @Override
        public Verdict on(List<Integer> answers, int lowest, int highest) {
            int third = (highest - lowest + 1) / 3;
            long high =
                    answers.stream().filter(answer -> answer > highest - third).count();
            long low =
                    answers.stream().filter(answer -> answer < lowest + third).count();
            if (reaches(high, answers.size(), agree) && !reaches(low, answers.size(), against)) {
                return Verdict.IN;
            }
            return reaches(low, answers.size(), agree) && !reaches(high, answers.size(), against)
                    ? Verdict.OUT
                    : Verdict.OPEN;
        }

        private static boolean reaches(long part, long whole, Fraction share) {
            return whole > 0
                    && Math.multiplyExact(part, share.denominator()) >= Math.multiplyExact(whole, share.numerator());
        }

        @Override
        public String words() {
            return "at least " + agree + " in one outer third of the scale, fewer than " + against + " in the other";
        }
    }

    /**
     * In or out if at most so many answer outside of the third of the scale in which the median lies, and that is an
     * outer one. For 8 to 10 who answer 2 are usual, for 11 to 13 three, for 14 to 16 four.
     *
     * @param most the number outside
     */
    record FewOutside(int most) implements ConsensusRule {
        /** Checks the number. */
        public FewOutside {
            Checks.notNegative(most, "most");
        }

        @Override
        public Verdict on(List<Integer> answers, int lowest, int highest) {
            int third = (highest - lowest + 1) / 3;
            long high =
                    answers.stream().filter(answer -> answer > highest - third).count();
            long low =
                    answers.stream().filter(answer -> answer < lowest + third).count();
            if (answers.isEmpty()) {
                return Verdict.OPEN;
            }
            if (answers.size() - high <= most && high > low) {
                return Verdict.IN;
            }
            return answers.size() - low <= most && low > high ? Verdict.OUT : Verdict.OPEN;
        }

        @Override
        public String words() {
            return "at most " + most + " outside of one outer third of the scale";
        }
    }

    /**
     * As {@link FewOutside}, with the number by how many answered: 2 of 8 to 10, 3 of 11 to 13, 4 of 14 to 16; open for
     * any other number, for which none is stated.
     */
    record FewOutsideBySize() implements ConsensusRule {
        @Override
        public Verdict on(List<Integer> answers, int lowest, int highest) {
            int size = answers.size();
            return size < 8 || size > 16 ? Verdict.OPEN : new FewOutside((size - 2) / 3).on(answers, lowest, highest);
        }

        @Override
        public String words() {
            return "at most 2 of 8 to 10, 3 of 11 to 13, 4 of 14 to 16 outside of one outer third of the scale";
        }
    }

    /**
     * Agreed if the middle half of the answers spans at most so much; in if the median lies in the upper half of the
     * scale, out if in the lower, open if in the middle. The measure most sensitive to the size of a panel.
     *
     * @param most the greatest distance of the quartiles
     * @param type how quartiles are read off
     */
    record Spread(Rational most, QuantileType type) implements ConsensusRule {
        /** With quartiles of type 7. */
        public Spread(Rational most) {
            this(most, QuantileType.TYPE_7);
        }

        @Override
        public Verdict on(List<Integer> answers, int lowest, int highest) {
            if (answers.isEmpty()) {
                return Verdict.OPEN;
            }
            Rational spread = type.spread(answers);
            int side = type.median(answers).times(2).compareTo(Rational.of((long) lowest + highest));
            if (spread.compareTo(most) > 0 || side == 0) {
                return Verdict.OPEN;
            }
            return side > 0 ? Verdict.IN : Verdict.OUT;
        }

        @Override
        public String words() {
            return "quartiles at most " + most + " apart ("
                    + type.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        }
    }

    /** {@link Bands} with these shares. */
    static ConsensusRule bands(Fraction agree, Fraction against) {
        return new Bands(agree, against);
    }
}

package org.iltlib.decision.panel;

import java.util.List;
import org.iltlib.choice.Rational;

/** Quartiles of rising whole numbers, exact, of type 7: between the two nearest, in proportion. */
final class Quartiles {
    private Quartiles() {}

    static Rational first(List<Integer> rising) {
        return at(rising, 1);
    }

    static Rational median(List<Integer> rising) {
        return at(rising, 2);
    }

    static Rational third(List<Integer> rising) {
        return at(rising, 3);
    }

    private static Rational at(List<Integer> rising, long quarter) {
        long place = (rising.size() - 1) * quarter;
        int below = (int) (place / 4);
        int above = Math.min(below + 1, rising.size() - 1);
        Rational low = Rational.of(rising.get(below));
        return low.plus(Rational.of(rising.get(above)).minus(low).times(Rational.of(place % 4, 4)));
    }
}

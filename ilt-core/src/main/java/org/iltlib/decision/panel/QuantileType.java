package org.iltlib.decision.panel;

import java.util.List;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How a quartile is read off a list of answers; the types differ on small panels, so a rule names its own. Exact. Numbers
 * as in R. Source: R. J. Hyndman and Y. Fan (1996), doi 10.1080/00031305.1996.10473566.
 */
public enum QuantileType {
    /** The answer that so many reach, two middle ones averaged. */
    TYPE_2,
    /** Between the two nearest, as if the panel were drawn from a larger one: place {@code p(n + 1)}. */
    TYPE_6,
    /** Between the two nearest: place {@code 1 + p(n − 1)}; what R and most spreadsheets do. */
    TYPE_7;

    /** The written form. */
    public static final Form<QuantileType> FORM = Forms.enumOf(QuantileType.class);

    Rational first(List<Integer> rising) {
        return at(rising, 1);
    }

    Rational median(List<Integer> rising) {
        return at(rising, 2);
    }

    Rational third(List<Integer> rising) {
        return at(rising, 3);
    }

    /** How far the quartiles are apart. */
    Rational spread(List<Integer> rising) {
        return third(rising).minus(first(rising));
    }

    private Rational at(List<Integer> rising, long quarter) {
        long n = rising.size();
        if (this == TYPE_2) {
            long place = n * quarter;
            int index = (int) ((place + 3) / 4) - 1;
            Rational found = Rational.of(rising.get(index));
            return place % 4 == 0
                    ? found.plus(Rational.of(rising.get(index + 1))).dividedBy(2)
                    : found;
        }
        long place = this == TYPE_7 ? (n - 1) * quarter : Math.min(4 * (n - 1), Math.max(0, (n + 1) * quarter - 4));
        int below = (int) (place / 4);
        int above = Math.min(below + 1, rising.size() - 1);
        Rational low = Rational.of(rising.get(below));
        return low.plus(Rational.of(rising.get(above)).minus(low).times(Rational.of(place % 4, 4)));
    }
}

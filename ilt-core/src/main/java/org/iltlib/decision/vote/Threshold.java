package org.iltlib.decision.vote;

import org.iltlib.base.Minimum;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How many yes votes adopt: an exact share, whether reaching it is enough, and of what. Never met by no votes at all.
 *
 * @param minimum the share: more than 1/2, at least 2/3
 * @param base of what
 */
public record Threshold(Minimum minimum, Base base) {
    /** The written form. */
    public static final Form<Threshold> FORM = Form.of(
            "minimum",
            Minimum.FORM,
            Threshold::minimum,
            "base",
            Forms.enumOf(Base.class),
            Threshold::base,
            Threshold::new);

    /** More than half of the votes cast, abstentions not counted: 9 of 17. */
    public static final Threshold MAJORITY = new Threshold(Minimum.MAJORITY, Base.CAST);

    /** At least two thirds of the votes cast, abstentions not counted. */
    public static final Threshold TWO_THIRDS = new Threshold(Minimum.TWO_THIRDS, Base.CAST);

    /** What the yes votes are a share of. An abstention acts as a no on the last three, an absence on the last two. */
    public enum Base {
        /** Yes and no. */
        CAST("the votes cast"),
        /** Yes, no, and illegal ballots of entitled voters; blank papers are not counted (Robert's Rules). */
        CAST_WITH_ILLEGAL("the votes cast, illegal ones included"),
        /** Everybody present. */
        PRESENT("those present"),
        /** Everybody entitled to vote on this. */
        ENTITLED("those entitled to vote"),
        /** Every voting seat, vacant ones included. */
        SEATS("all voting seats");

        private final String words;

        Base(String words) {
            this.words = words;
        }

        /** In words: {@code those present}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** That share of that base. */
    public static Threshold of(Minimum minimum, Base base) {
        return new Threshold(minimum, base);
    }

    /** Whether that many yes votes of that base adopt; exact. */
    public boolean isMetBy(long yes, long of) {
        return minimum.isMetBy(yes, of);
    }

    /** Whether yes votes of that weight, of a base of that weight, adopt; exact, and never by no votes at all. */
    public boolean isMetBy(Rational yes, Rational of) {
        int comparison = yes.compareTo(share(of));
        return yes.signum() > 0 && of.signum() > 0 && (minimum.exceeded() ? comparison > 0 : comparison >= 0);
    }

    /** The share of that weight which yes votes must reach, or exceed. */
    public Rational share(Rational of) {
        return of.times(Rational.of(minimum.share().numerator(), minimum.share().denominator()));
    }

    /** The smallest number of yes votes that adopts. */
    public long needed(long of) {
        return minimum.needed(of);
    }

    /** {@code more than 1/2 of the votes cast}. */
    @Override
    public String toString() {
        return minimum + " of " + base;
    }
}

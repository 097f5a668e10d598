package org.iltlib.decision.protocol;

import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.iltlib.form.Shape;

/** An upper limit: so many, or such a share of a whole, which may be reached; or fewer than such a share. */
public sealed interface AtMost {
    /** The written form: {@code 2} for a number, {@code "1/4"} for a share, {@code "fewer than 1/2"} for less than one. */
    Form<AtMost> FORM = new Form<>() {
        private static final String FEWER = "fewer than ";

        @Override
        public Node write(AtMost value) {
            return value instanceof Count count
                    ? Forms.INTEGER.write(count.most())
                    : Forms.TEXT.write(value.toString());
        }

        @Override
        public AtMost read(Node node) {
            try {
                if (node instanceof Node.Text text && text.value().startsWith(FEWER)) {
                    return new Below(
                            Fraction.FORM.read(new Node.Text(text.value().substring(FEWER.length()))));
                }
                return node instanceof Node.Text
                        ? new Share(Fraction.FORM.read(node))
                        : new Count(Forms.INTEGER.read(node));
            } catch (FormException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new FormException("expected a number from 0 or a share such as 1/4");
            }
        }

        @Override
        public Shape shape() {
            return new Shape.Plain("whole number or share");
        }
    };

    /**
     * So many.
     *
     * @param most zero or more
     */
    record Count(int most) implements AtMost {
        /** Checks the number. */
        public Count {
            Checks.notNegative(most, "most");
        }

        @Override
        public boolean allows(long part, long whole) {
            return part <= most;
        }

        /** {@code 2}. */
        @Override
        public String toString() {
            return Integer.toString(most);
        }
    }

    /**
     * Such a share.
     *
     * @param most the share
     */
    record Share(Fraction most) implements AtMost {
        @Override
        public boolean allows(long part, long whole) {
            return most.compareShare(part, whole) <= 0;
        }

        /** {@code 1/4}. */
        @Override
        public String toString() {
            return most.toString();
        }
    }

    /**
     * Fewer than such a share, which must not be reached.
     *
     * @param share the share, more than zero
     */
    record Below(Fraction share) implements AtMost {
        /** Refuses zero, below which there is nothing. */
        public Below {
            Checks.require(
                    share.numerator() > 0, "The limit is fewer than 0. Nothing is below it. Maybe AtMost.of(0).");
        }

        @Override
        public boolean allows(long part, long whole) {
            return part == 0 || share.compareShare(part, whole) < 0;
        }

        @Override
        public String inWords() {
            return toString();
        }

        /** {@code fewer than 1/2}. */
        @Override
        public String toString() {
            return "fewer than " + share;
        }
    }

    /** So many. */
    static AtMost of(int most) {
        return new Count(most);
    }

    /** Such a share. */
    static AtMost of(Fraction share) {
        return new Share(share);
    }

    /** Fewer than such a share. */
    static AtMost fewerThan(Fraction share) {
        return new Below(share);
    }

    /** In words: {@code at most 1/4} or {@code fewer than 1/2}. */
    default String inWords() {
        return "at most " + this;
    }

    /** Whether that part of that whole is within the limit; exact. Nothing of nothing is. */
    boolean allows(long part, long whole);
}

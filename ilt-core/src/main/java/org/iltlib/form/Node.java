package org.iltlib.form;

import com.google.common.base.Preconditions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of a written value: text, number, flag, nothing, a list, or named fields. The neutral form between a typed
 * value and its JSON; immutable.
 *
 * <p>Two nodes are equal when their canonical JSON is equal: the order of fields does not matter, and 1 equals 1.0.
 */
public sealed interface Node {

    /** A text. */
    record Text(String value) implements Node {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A number, exact; kept without trailing zeros, so that equal numbers are equal nodes. A few characters such as
     * {@code 1e999999999} would fill a gigabyte as soon as somebody computes with them, so there are limits far beyond
     * anything counted or measured.
     *
     * @param value zero, or of up to {@value #MOST_DIGITS} digits and of an absolute size from
     *     10<sup>-{@value #LARGEST_EXPONENT}</sup> up to but not including 10<sup>{@value #LARGEST_EXPONENT}+1</sup>
     */
    record Numeral(BigDecimal value) implements Node {
        /** The most digits, zeros at either end not counted. */
        public static final int MOST_DIGITS = 1_000;

        /** The largest exponent of ten, the smallest with a minus. */
        public static final int LARGEST_EXPONENT = 9_999;

        /**
         * Strips trailing zeros.
         *
         * @throws IllegalArgumentException if the value has too many digits, or is too large or too near to zero
         */
        public Numeral {
            long exponent = value.precision() - (long) value.scale() - 1;
            Preconditions.checkArgument(
                    value.signum() == 0 || Math.abs(exponent) <= LARGEST_EXPONENT,
                    "The number is of the order of 10^%s. Expected at most 10^%s, and at least 10^-%s.",
                    exponent,
                    LARGEST_EXPONENT,
                    LARGEST_EXPONENT);
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            Preconditions.checkArgument(
                    value.precision() <= MOST_DIGITS,
                    "The number has %s digits. Expected at most %s. Maybe round it.",
                    value.precision(),
                    MOST_DIGITS);
        }

        /** The numeral of an integer. */
        public static Numeral of(long value) {
            return new Numeral(BigDecimal.valueOf(value));
        }

        /**
         * The numeral of a double: the shortest decimal (of at most 17 digits) that reads back to the same double; of
         * several, the nearest to it, and of two as near, the even one, as ECMAScript and RFC 8785 have it.
         * Does not use {@link Double#toString(double)}, whose result differs between Java versions.
         *
         * @throws IllegalArgumentException if the value is infinite or not a number
         */
        public static Numeral of(double value) {
            Preconditions.checkArgument(
                    Double.isFinite(value), "Expected a finite number, got %s. Maybe use Measured.missing.", value);
            BigDecimal exact = new BigDecimal(value);
            // Any decimal of 15 digits survives the way into a normal double and back; subnormal ones hold fewer.
            int fewest = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15;
            for (int digits = fewest; digits < 17; digits++) {
                BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                if (nearest.doubleValue() == value) {
                    return new Numeral(nearest);
                }
                // Above a power of two the doubles lie twice as far apart as below: the next decimal may still read
                // back when the nearest, on the narrow side, does not.
                BigDecimal next = exact.round(new MathContext(digits, RoundingMode.UP));
                if (next.doubleValue() == value) {
                    return new Numeral(next);
                }
            }
            return new Numeral(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Node {}

    /** An explicit JSON {@code null}; ours never write it, but foreign documents do, and nothing is dropped. */
    record Nothing() implements Node {}

    /** An ordered list. */
    record Items(List<Node> values) implements Node {
        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Named fields; they keep the order in which they were given, but equality ignores it. */
    record Fields(Map<String, Node> values) implements Node {
        /** Copies the map, keeping its order. */
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The field of that name, if there is one and it is not {@link Nothing}. */
        public Optional<Node> find(String name) {
            return Optional.ofNullable(values.get(name)).filter(node -> !(node instanceof Nothing));
        }

        /** A copy in which that field has that value; for upcasters. */
        public Fields with(String name, Node value) {
            Map<String, Node> copy = new LinkedHashMap<>(values);
            copy.put(name, value);
            return new Fields(copy);
        }

        /**
         * The value of that field; for upcasters. A form for which nothing may be written reads a field that is not
         * there.
         *
         * @throws FormException if the field is not there or has another form
         */
        public <A> A read(String name, Form<A> form) {
            return Simple.field(this, name, form);
        }

        /** A copy in which that field has another name, the same fields if it is not there; for upcasters. */
        public Fields renamed(String name, String newName) {
            Map<String, Node> copy = new LinkedHashMap<>(values);
            Node value = copy.remove(name);
            if (value != null) {
                copy.put(newName, value);
            }
            return new Fields(copy);
        }

        /** A copy without that field; for upcasters. */
        public Fields without(String name) {
            Map<String, Node> copy = new LinkedHashMap<>(values);
            copy.remove(name);
            return new Fields(copy);
        }
    }
}

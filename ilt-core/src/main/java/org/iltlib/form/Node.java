package org.iltlib.form;

import com.google.common.base.Preconditions;
import java.math.BigDecimal;
import java.math.MathContext;
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

    /** A number, exact; kept without trailing zeros, so that equal numbers are equal nodes. */
    record Numeral(BigDecimal value) implements Node {
        /** Strips trailing zeros. */
        public Numeral {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /** The numeral of an integer. */
        public static Numeral of(long value) {
            return new Numeral(BigDecimal.valueOf(value));
        }

        /**
         * The numeral of a double: the shortest decimal (of at most 17 digits) that reads back to the same double.
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
                BigDecimal rounded = exact.round(new MathContext(digits));
                if (rounded.doubleValue() == value) {
                    return new Numeral(rounded);
                }
            }
            return new Numeral(exact.round(new MathContext(17)));
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

        /** A copy without that field; for upcasters. */
        public Fields without(String name) {
            Map<String, Node> copy = new LinkedHashMap<>(values);
            copy.remove(name);
            return new Fields(copy);
        }
    }
}

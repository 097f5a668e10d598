package org.iltlib.analytics.impact.match;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * Who was treated and who might serve for comparison, with what was known of them before the treatment began. There is no
 * place for an outcome here, by choice: who chooses peers by outcomes finds the effect that they wish for. Immutable;
 * arrays are copied.
 *
 * <p>An unknown input is {@code NaN}: the row is left out, and the result says how many were.
 */
public final class Candidates {
    private final boolean[] treated;
    private final List<Input> inputs;
    private final List<Key> keys;

    /** A named column. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Input(String name, double[] values) {}

    /** A named column of codes that must be equal. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Key(String name, int[] codes) {}

    private Candidates(boolean[] treated, List<Input> inputs, List<Key> keys) {
        this.treated = treated;
        this.inputs = inputs;
        this.keys = keys;
    }

    /** Candidates of whom nothing is known but who was treated. */
    public static Candidates of(boolean[] treated) {
        return new Candidates(treated.clone(), List.of(), List.of());
    }

    /**
     * A copy with this input, such as an earlier score. Only what was fixed before the treatment began belongs here.
     *
     * @param values one a row, {@code NaN} where unknown
     * @throws IllegalArgumentException if there is not one value a row, one is infinite, or the name is taken
     */
    public Candidates with(String name, double[] values) {
        fresh(name, values.length);
        for (double value : values) {
            Checks.require(
                    !Double.isInfinite(value),
                    "%s holds %s. Expected a number, or NaN where it is unknown.",
                    name,
                    value);
        }
        List<Input> longer = new ArrayList<>(inputs);
        longer.add(new Input(name, values.clone()));
        return new Candidates(treated, List.copyOf(longer), keys);
    }

    /**
     * A copy in which only rows with the same code are compared: the same grade, the same district. With {@link
     * EntropyBalancing} such codes are not used.
     *
     * @throws IllegalArgumentException if there is not one code a row, or the name is taken
     */
    public Candidates exactly(String name, int[] codes) {
        fresh(name, codes.length);
        List<Key> longer = new ArrayList<>(keys);
        longer.add(new Key(name, codes.clone()));
        return new Candidates(treated, inputs, List.copyOf(longer));
    }

    private void fresh(String name, int length) {
        Checks.text(name, "name");
        Checks.require(
                length == treated.length,
                "%s has %s values for %s rows. Expected one a row. Maybe they come from different files.",
                name,
                length,
                treated.length);
        Checks.require(
                inputs.stream().noneMatch(known -> known.name().equals(name))
                        && keys.stream().noneMatch(known -> known.name().equals(name)),
                "There is an input \"%s\" already. Maybe it was added twice.",
                name);
    }

    /** How many rows there are, with those that will be left out. */
    public int rows() {
        return treated.length;
    }

    /** Whether that row was treated. */
    public boolean treated(int row) {
        return treated[row];
    }

    /** The names of the inputs, in order. */
    public List<String> names() {
        return inputs.stream().map(Input::name).toList();
    }

    List<Input> inputs() {
        return inputs;
    }

    List<Key> keys() {
        return keys;
    }
}

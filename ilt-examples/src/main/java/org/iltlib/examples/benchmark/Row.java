package org.iltlib.examples.benchmark;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param work what was done
 * @param value the ratio of our rate to the other's, or milliseconds
 * @param reach what the value should reach: a ratio at least, milliseconds below
 * @param unit empty for a ratio, otherwise {@code ms}
 * @param figures absolute figures of this machine
 */
public record Row(String work, double value, double reach, String unit, String figures) {

    static Row of(String work, double reach, Duel duel, String other) {
        return new Row(
                work,
                duel.ratio(),
                reach,
                "",
                String.format(Locale.ROOT, "%,.0f entries/s, %s %,.0f", duel.ours(), other, duel.bare()));
    }

    /** A row with more to say. */
    Row with(String more) {
        return new Row(work, value, reach, unit, figures + "; " + more);
    }

    /** Whether it reaches what it should. */
    public boolean isReached() {
        return unit.isEmpty() ? value >= reach : value < reach;
    }

    /** The line. */
    @Override
    public String toString() {
        String shown = String.format(Locale.ROOT, unit.isEmpty() ? "%.2f" : "%.1f " + unit, value);
        String wanted = (unit.isEmpty() ? ">= " : "< ")
                + String.format(Locale.ROOT, unit.isEmpty() ? "%.1f" : "%.0f " + unit, reach);
        return String.format(
                Locale.ROOT, "%-66s %8s  %-8s %-5s  %s", work, shown, wanted, isReached() ? "ok" : "short", figures);
    }
}

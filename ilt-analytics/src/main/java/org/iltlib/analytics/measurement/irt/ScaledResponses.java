package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.iltlib.analytics.internal.PatternOrder;
import org.iltlib.base.Checks;
import org.iltlib.evidence.response.ResponseTable;

/** The different patterns of responses of a table to the items of a scale. */
final class ScaledResponses {
    private final List<ItemCurve> curves = new ArrayList<>();
    private final byte[][] columns;
    private final PatternOrder order;

    ScaledResponses(List<ItemCurve> known, ResponseTable table) {
        List<byte[]> full = new ArrayList<>();
        for (ItemCurve curve : known) {
            table.findItem(curve.item()).ifPresent(item -> {
                Checks.require(
                        table.largest(item) <= curve.maximum(),
                        "Item \"%s\" gave up to %s points. Expected at most %s.",
                        curve.item(),
                        table.largest(item),
                        curve.maximum());
                curves.add(curve);
                full.add(table.codes(item));
            });
        }
        Checks.require(
                !curves.isEmpty(),
                "The table has none of the items of the scale, such as \"%s\".",
                known.get(0).item());
        order = new PatternOrder(full.toArray(byte[][]::new), table.students());
        columns = new byte[full.size()][];
        for (int item = 0; item < columns.length; item++) {
            columns[item] = order.distinct(full.get(item));
        }
    }

    List<ItemCurve> curves() {
        return curves;
    }

    int patterns() {
        return order.patterns();
    }

    int patternOf(int row) {
        return order.patternOf(row);
    }

    byte[][] columns() {
        return columns;
    }

    int[] categories() {
        return curves.stream().mapToInt(ItemCurve::categories).toArray();
    }

    byte[] codes(int pattern) {
        byte[] codes = new byte[columns.length];
        for (int item = 0; item < codes.length; item++) {
            codes[item] = columns[item][pattern];
        }
        return codes;
    }

    boolean isEmpty(int pattern) {
        for (byte[] column : columns) {
            if (column[pattern] >= 0) {
                return false;
            }
        }
        return true;
    }

    <T> List<T> each(Function<byte[], T> function) {
        List<T> list = new ArrayList<>(patterns());
        for (int pattern = 0; pattern < patterns(); pattern++) {
            list.add(function.apply(codes(pattern)));
        }
        return list;
    }
}

package org.iltlib.evidence.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is kept is the double that parsing gives; the reference is {@link Double#parseDouble} of the same text. */
class DecimalsProperties {

    @Property(tries = 5000)
    void aWholeNumberOverAPowerOfTenIsTheDoubleThatParsingGives(
            @ForAll @LongRange(min = -(1L << 53), max = 1L << 53) long digits, @ForAll @IntRange(max = 22) int scale) {
        double power = Double.parseDouble("1e" + scale);
        assertThat(digits / power)
                .isEqualTo(Double.parseDouble(BigDecimal.valueOf(digits, scale).toPlainString()));
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> plain = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                .ofScale(3)
                .map(number -> number.stripTrailingZeros().toPlainString());
        Arbitrary<String> odd = Arbitraries.of(
                "0",
                "-0",
                "+7",
                "1.",
                ".5",
                "-.25",
                "2147483647",
                "-2147483648",
                "2147483616",
                "99999999999",
                "1e3",
                "1E-4",
                "0.1",
                "450.5000",
                "0.000000001",
                "0.0000000001",
                "123456.789",
                "9007199254740993",
                "007");
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, plain),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().map(String::valueOf)),
                net.jqwik.api.Tuple.of(1, odd),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 11).map(reason -> "?" + reason)));
    }

    @Property(tries = 2000)
    void everyNumberAndEveryReasonIsGivenBack(@ForAll("cells") List<String> cells) {
        Decimals.Growing growing = new Decimals.Growing();
        for (String cell : cells) {
            if (cell.startsWith("?")) {
                growing.missing(Integer.parseInt(cell.substring(1)));
            } else {
                byte[] text = Texts.encoded("<" + cell + ">");
                assertThat(growing.read(text, 1, text.length - 1)).as(cell).isTrue();
            }
            assertThat(growing.commit()).isEqualTo(!cell.startsWith("?"));
        }
        Decimals column = growing.freeze();
        assertThat(column.size()).isEqualTo(cells.size());
        List<Integer> backwards = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            backwards.add(0, row);
            check(column, row, cells.get(row));
        }
        Decimals turned = column.select(backwards.stream().mapToInt(i -> i).toArray());
        for (int row = 0; row < cells.size(); row++) {
            check(turned, cells.size() - 1 - row, cells.get(row));
        }
    }

    private static void check(Decimals column, int row, String cell) {
        if (cell.startsWith("?")) {
            assertThat(column.reserved(row)).isEqualTo(Integer.parseInt(cell.substring(1)));
        } else {
            assertThat(column.reserved(row)).isNegative();
            assertThat(Double.doubleToRawLongBits(column.get(row)))
                    .as(cell)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(cell)));
        }
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return numbers().list().ofMaxSize(200);
    }
}

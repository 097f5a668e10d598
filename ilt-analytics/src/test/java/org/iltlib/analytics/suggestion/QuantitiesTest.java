package org.iltlib.analytics.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3/4|fraction",
                "0.25|decimal",
                "9:30|time",
                "$4.50|money",
                "35%|percentage",
                "7|number of 1 digit",
                "37|number of 2 digits",
                "1,250,000|number of 7 digits",
                "123456789|number of 7 digits",
                "x|variable",
                "÷|division",
                "×|multiplication",
                "=|equation",
                "≤|comparison",
                "√|root",
                "°|degree",
                "^|power",
                "-5|negative number",
                "\\frac|fraction",
                "\\sqrt|root",
                "\\times|multiplication",
                "\\div|division",
                "\\leq|comparison"
            })
    void oneQuantityIsOfOneSort(String text, String sort) {
        assertThat(Quantities.of(text)).containsExactly(Map.entry(sort, 1));
    }

    @Test
    void anExpressionIsTakenApart() {
        assertThat(Quantities.of("24 ÷ 6 - 1 + x = 3 * 2"))
                .isEqualTo(Map.of(
                        "number of 2 digits", 1,
                        "number of 1 digit", 4,
                        "division", 1,
                        "subtraction", 1,
                        "addition", 1,
                        "variable", 1,
                        "equation", 1,
                        "multiplication", 1));
    }

    @Test
    void wordsPunctuationAndBoldPrintAreNone() {
        assertThat(Quantities.of("**Bold** I have a well-known friend's book.\n* A list \\text"))
                .isEmpty();
    }

    @Test
    void endsOfTextAreNoTrouble() {
        for (String end : new String[] {"3.", "3,", "3:", "3/", "-", "*", "\\", "$", "3,00", "3:1"}) {
            assertThat(Quantities.of(end).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isLessThanOrEqualTo(2);
        }
    }
}

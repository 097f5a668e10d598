package org.iltlib.examples.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.junit.jupiter.api.Test;

class StarsTest {
    private final Stars stars = new Stars(new Story());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int end() {
        return stars.end(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void rightValuesEndWithZeroAndSayNothing() {
        stars.check("seats", 10, 10);
        stars.check("share", "0.9444", 17.0 / 18);
        stars.check("share", "0.65", Measured.of(0.65));
        assertThat(end()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("★ seats: 10", "3 of 3 exact values are right.");
    }

    @Test
    void aValueThatIsOffEndsWithOneAndTheLineThatIsOff() {
        stars.check("seats", 10, 11);
        stars.check("share", "0.9444", 0.94446);
        stars.check("mean", "3.7", Measured.<Double>missing(MissingReason.UNDEFINED, "no votes"));
        stars.check("rate", "0.5", Double.NaN);
        stars.check("quorum", 6, 6);
        assertThat(end()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .first()
                .isEqualTo("off: seats is 11. Expected 10.");
        assertThat(stars.told()).isEqualTo(5);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 of 5 exact values are right.");
    }

    @Test
    void aNumberIsHeldToTheDecimalsThatAreWritten() {
        stars.check("halfway", "0.65", 0.6549);
        stars.check("halfway", "0.65", 0.6551);
        assertThat(stars.off()).containsExactly("off: halfway is 0.6551. Expected 0.65.");
    }
}

package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DistrictAndSchoolTest {
    private interface Main {
        int run(String[] args, PrintStream out, PrintStream err);
    }

    private record Ran(int code, String out, String err) {}

    private static Ran run(Main main, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void assertRight(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("exact values are right.").doesNotContain("off:");
    }

    @Test
    void everyExactValueOfMapleGroveIsRight() {
        assertRight(run(MapleGrove::run));
    }

    @Test
    void everyExactValueOfRiverbendIsRight() {
        assertRight(run(Riverbend::run));
    }

    @Test
    void anotherSeedTellsOtherDataWithTheSameExactValues() {
        Ran other = run(MapleGrove::run, "--seed", "7");
        assertRight(other);
        assertThat(other.out()).isNotEqualTo(run(MapleGrove::run).out());
    }

    @Test
    void aWrongOptionIsOneLineAndCodeTwo() {
        for (Main main : new Main[] {MapleGrove::run, Riverbend::run}) {
            Ran ran = run(main, "--sead", "7");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err().lines()).singleElement().asString().contains("--sead");
            assertThat(ran.out()).isEmpty();
        }
    }
}

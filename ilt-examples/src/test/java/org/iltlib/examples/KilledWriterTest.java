package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Short rounds always; with the system property {@code ilt.long}, 200 rounds and 20 kills of the server. */
class KilledWriterTest {
    static {
        // That the killed server cannot be stopped in order is no news.
        System.setProperty("org.slf4j.simpleLogger.log.io.zonky", "off");
    }

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int code = CrashTest.run(
                args,
                new PrintStream(written, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = written.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void nothingIsLostAndNothingTornWhenWritersAndTheServerAreKilled() {
        boolean all = Boolean.getBoolean("ilt.long");
        String rounds = all ? "200" : "2";
        String kills = all ? "20" : "1";
        assertThat(run("--rounds", rounds, "--server-kills", kills))
                .as(out + err)
                .isZero();
        List<String> lines = out.lines().toList();
        assertThat(lines.get(lines.size() - 1)).isEqualTo(rounds + " rounds, 0 lost, 0 torn");
        assertThat(out)
                .contains("H2 file: " + rounds + " writers killed")
                .contains("SQLite: " + rounds + " writers killed")
                .contains("the server " + kills + " times");
    }

    @Test
    void optionsThatCannotBeUsedAreRefusedInOneLine() {
        assertThat(run()).isEqualTo(2);
        assertThat(err).contains("--rounds is missing").hasLineCount(1);
        assertThat(run("--rounds", "-1")).isEqualTo(2);
        assertThat(err).contains("Expected 0 to 50000");
        assertThat(run("--rounds", "1", "--store", "oracle")).isEqualTo(2);
        assertThat(err).contains("Expected one of [h2, postgresql, sqlite] or all");
        assertThat(run("--rounds", "1", "--store", "h2", "--server-kills", "1")).isEqualTo(2);
        assertThat(err).contains("needs a server");
        assertThat(run("--rounds", "0", "--help")).isZero();
        assertThat(out).contains("--server-kills K");
    }
}

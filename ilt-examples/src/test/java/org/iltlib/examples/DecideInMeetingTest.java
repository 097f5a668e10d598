package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideInMeetingTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int code = DecideInMeeting.run(
                args,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void theMeetingIsPlayedRecordedReadBackAndReplayedToTheSameBytes() {
        assertThat(run()).isZero();
        assertThat(err).isEmpty();
        assertThat(out)
                .contains("p-005 stepped back: my sister sells the cameras for it.")
                .contains("p-106 stands in for p-006: alternate.")
                .contains("Blocked by consensus", "Needs another round by consensus", "began round 2")
                .contains("revealed the seeds of the lot")
                .contains("Decided by the faculty")
                .contains("read back and replayed: the same bytes");
        String first = out;
        assertThat(run()).isZero();
        assertThat(out).isEqualTo(first);
    }

    @Test
    void eachSideOfTheTieCommitsToASeedBeforeTheVote() {
        run("--seed", "geese", "--other-seed", "frost");
        String vote = out.substring(out.indexOf("began the next step"));
        assertThat(vote)
                .contains("p-002 committed to a seed", "p-003 committed to a seed", "p-002: yes", "p-003: no")
                .contains("revealed the seeds of the lot: geese, frost");
        assertThat(vote.indexOf("p-003 committed")).isLessThan(vote.indexOf("p-001: yes"));
    }

    @Test
    void theMinutesOfTheFacultyTellNobodysVote() {
        run();
        String faculty = out.substring(out.indexOf("Decided by the faculty"));
        assertThat(faculty)
                .contains("p-201 handed in an envelope.", "8 yes of 12")
                .doesNotContain("p-201: ");
    }

    @Test
    void anotherSeedMayEndTheTieOtherwiseAndThenTheFacultyIsNotAsked() {
        boolean rejected = false;
        for (int i = 0; i < 20 && !rejected; i++) {
            assertThat(run("--seed", "seed " + i)).isZero();
            rejected = !out.contains("Decided by the faculty");
        }
        assertThat(rejected).isTrue();
        assertThat(out).contains("rejected by consensus, then a vote, then the faculty");
    }

    @Test
    void meetingsAreAddedToAStoreThatIsKept() {
        String address = "jdbc:h2:" + folder.resolve("lincoln");
        assertThat(run("--store", address)).isZero();
        assertThat(out).contains("Recorded as entry 3");
        assertThat(run("--store", address)).isZero();
        assertThat(out).contains("Minutes of meeting-4-proceedings", "Recorded as entry 6");
        assertThat(Files.exists(folder.resolve("lincoln.mv.db"))).isTrue();
    }

    @Test
    void optionsThatCannotBeUsedAreOneLineAndTwo() {
        assertThat(run("--place", "x")).isEqualTo(2);
        assertThat(err).startsWith("Unknown option \"--place\".");
        assertThat(run("--seed", " ")).isEqualTo(2);
        assertThat(run("--other-seed", " ")).isEqualTo(2);
        assertThat(run("--store", "floppy:a")).isEqualTo(2);
        assertThat(err).startsWith("No store is known for \"floppy:\"").hasLineCount(1);
        assertThat(run("--help")).isZero();
        assertThat(out).startsWith("DecideInMeeting [--store mem:]");
    }
}

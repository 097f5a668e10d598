package org.iltlib.choice.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.SharedFiles;
import org.junit.jupiter.api.Test;

class BallotFilesTest {
    private static final String SOC =
            "# TITLE: t\n# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: a\n";

    @Test
    void prefLibFilesComeBackAsTheyWere() {
        RankedElection election = RankedElection.of(
                "plan",
                Profile.builder(List.of("a", "b", "c"))
                        .add(Ranking.parse("0>1=2"), 4)
                        .add(Ranking.parse("2"), 2)
                        .build());
        String text = PrefLib.write(election);
        RankedElection back = read(text);
        assertThat(text).contains("# DATA TYPE: toi", "4: 1, {2, 3}", "# NUMBER VOTERS: 6");
        assertThat(PrefLib.write(back)).isEqualTo(text);
        assertThat(back.title()).isEqualTo("plan");
        assertThat(back.seats()).isEqualTo(1);
    }

    @Test
    void tablesOfRanksComeBackAsTheyWere() {
        RankedElection election = RankedElection.of(
                "",
                Profile.builder(List.of("a", "b, the second", "c"))
                        .add(Ranking.parse("0>1=2"), 2)
                        .add(Ranking.parse("2>>0"), 1)
                        .add(Ranking.parse(""), 1)
                        .build());
        String text = RankedCsv.write(election);
        assertThat(text).isEqualTo("Ballot,\"a\",\"b, the second\",\"c\"\nb1,1,2,2\nb2,1,2,2\nb3,3,,1\nb4,,,\n");
        Profile back = RankedCsv.generic().read(stream(text)).profile();
        assertThat(back.ranking(0)).isEqualTo(Ranking.parse("0>1=2"));
        assertThat(back.ranking(1)).isEqualTo(Ranking.parse("2>>0"));
        assertThat(back.blankWeight()).isEqualTo(1);
        assertThat(RankedCsv.write(RankedElection.of("", back))).isEqualTo(text);
        assertThat(RankedCsv.generic()
                        .withFirstVoteColumn(2)
                        .read(stream("7,a\n1,1\n"))
                        .profile()
                        .alternatives())
                .containsExactly("a");
    }

    @Test
    void tablesOfNamesAreReadByTheirLabels() {
        RankLabels labels = new RankLabels("overvote", "undervote", "UWI", false, "|", true, true);
        String text = "id,1,2,3\n1,a,overvote,b\n2,undervote,b|c,a\n3,a,a,b\n4,UWI\n";
        RankedCsv layout = RankedCsv.ranksAcross(List.of("a", "b", "c"));
        Profile strict = layout.withLabels(labels).read(stream(text)).profile();
        assertThat(strict.ranking(0)).isEqualTo(Ranking.of(0));
        assertThat(strict.weight(0)).isEqualTo(2);
        assertThat(strict.ranking(1)).isEqualTo(Ranking.parse(">1=2>0"));
        assertThat(strict.alternatives()).endsWith("UWI");
        RankLabels lenient = new RankLabels("overvote", "undervote", "UWI", true, "|", false, false);
        Profile loose = layout.withLabels(lenient).read(stream(text)).profile();
        assertThat(loose.ranking(0)).isEqualTo(Ranking.of(0, 1));
        assertThat(loose.ranking(2)).isEqualTo(Ranking.of(3));
        assertThatThrownBy(() -> layout.read(stream(text))).hasMessage("Line 2: There is no alternative \"overvote\".");
    }

    @Test
    void brokenTablesNameTheLine() {
        assertThatThrownBy(() -> RankedCsv.generic().read(stream(""))).hasMessage("Line 1: The file is empty.");
        assertThatThrownBy(() -> RankedCsv.generic().read(stream("id\nx\n"))).hasMessageContaining("no alternative");
        assertThatThrownBy(() -> RankedCsv.generic().read(stream("a,b\n1,2\n1,0\n")))
                .hasMessageStartingWith("Line 3: Found \"0\"");
        assertThatThrownBy(() -> RankedCsv.generic().read(stream("a,b\n1,2,3\n")))
                .hasMessageStartingWith("Line 2: 3 cells");
        assertThatThrownBy(() -> RankedCsv.ranksAcross(List.of("a", "b")).read(stream("id,1\nx,\"a\ny,b\nz,b\n")))
                .isInstanceOf(FormatException.class)
                .hasMessage("Line 2: a quotation mark is never closed. Maybe the file was cut short.");
        assertThatThrownBy(() ->
                        RankedCsv.generic().read(new ByteArrayInputStream(new byte[] {'a', '\n', (byte) 0xe9})))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void categoriesAndBudgetsComeBackAsTheyWere() throws IOException {
        GradeProfile grades = GradeProfile.builder(List.of("a", "b", "c"), 2)
                .add(3, 2, 1, 1)
                .add(1, 0, -1, 2)
                .build();
        String text = PrefLib.writeCategories("t", grades);
        assertThat(text).contains("3: 1, {2, 3}, {}", "1: 3, {}, 1", "# NUMBER CATEGORIES: 3");
        GradeProfile back = PrefLib.readCategories(stream(text));
        assertThat(PrefLib.writeCategories("t", back)).isEqualTo(text);
        for (String name : List.of("Netherlands_Assen_2024.pb", "Poland_Czestochowa_2024_Podjasnogorska.pb")) {
            Pabulib.Instance instance;
            try (InputStream in = SharedFiles.open("pabulib/" + name)) {
                instance = Pabulib.read(in);
            }
            String written = Pabulib.write(instance);
            Pabulib.Instance again = Pabulib.read(stream(written));
            assertThat(Pabulib.write(again)).isEqualTo(written);
            assertThat(again.selected()).isEqualTo(instance.selected());
            assertThat(again.profile().voters()).isEqualTo(instance.profile().voters());
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theOlderLayoutIsRead() {
        RankedElection old = read("3\n1,a\n2,b\n3,c\n5,5,2\n3,1,2,3\n2,{2,3},1\n");
        assertThat(old.profile().alternatives()).containsExactly("a", "b", "c");
        assertThat(old.profile().ranking(1)).isEqualTo(Ranking.parse("1=2>0"));
        assertThatThrownBy(() -> read("2\n1 a\n")).hasMessageStartingWith("Line 2: ");
    }

    @Test
    void brokenPrefLibFilesNameTheLine() {
        assertThatThrownBy(() -> read("")).hasMessage("Line 1: The file is empty.");
        assertThatThrownBy(() -> read(SOC + "3: 1, x\n")).hasMessageStartingWith("Line 5: Found 'x'");
        assertThatThrownBy(() -> read(SOC + "3: 1, 2\n3: 1, 3\n"))
                .hasMessageStartingWith("Line 6: There is no alternative");
        assertThatThrownBy(() -> read(SOC + "3: 1, 1\n"))
                .hasMessageStartingWith("Line 5: ")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> read(SOC + "3: {1, 2}\n")).hasMessageContaining("Maybe its type is toc or toi");
        assertThatThrownBy(() -> read(SOC + "3: 1\n")).hasMessageContaining("Maybe its type is soi or toi");
        assertThatThrownBy(() -> read(SOC + "3: 1, 0\n")).hasMessageContaining("no alternative 0");
        assertThatThrownBy(() -> read(SOC + "3: 1, 2,\n")).hasMessageContaining("after the comma");
        assertThatThrownBy(() -> read(SOC + "3; 1, 2\n")).hasMessageContaining("Expected ':'");
        assertThatThrownBy(() -> read(SOC + "99999999999999999999: 1, 2\n")).hasMessageContaining("64 bits");
        assertThatThrownBy(() -> read(SOC + "# NUMBER VOTERS: 4\n3: 1, 2\n"))
                .hasMessageContaining("Maybe it was cut off");
        assertThatThrownBy(() -> read("# NUMBER VOTERS: x\n"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.line()).isEqualTo(1));
        assertThatThrownBy(() -> read("# NUMBER ALTERNATIVES: 0\n1: 1\n")).isInstanceOf(FormatException.class);
    }

    @Test
    void categoriesAreGrades() {
        GradeProfile grades = PrefLib.readCategories(
                bytes("# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 3\n2: {1, 2}, {}, 3\n1: 3, {}, {}\n"));
        assertThat(grades.highest()).isEqualTo(2);
        assertThat(List.of(grades.grade(0, 0), grades.grade(0, 1), grades.grade(0, 2)))
                .containsExactly(2, 2, 0);
        assertThat(grades.grade(1, 0)).isEqualTo(-1);
        assertThatThrownBy(() -> PrefLib.readCategories(bytes("# NUMBER ALTERNATIVES: 1\n1: 1, 1\n")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> PrefLib.readCategories(bytes("# NUMBER ALTERNATIVES: 1\n1: 1, {}, {}\n")))
                .hasMessageContaining("more categories");
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // a text block hides the byte order mark and the line ends
    void bltFilesComeBackAsTheyWere() {
        RankedElection election = Blt.read(bytes("\uFEFF4 2 # two seats\n-4\n[tie 2 1 3]\n[other x]\n3 1 2=3 0\n"
                + "(id 7) 2 - 1 0\n0.5 3 0\n1/4 3 0\n2 0\n0\n\"a \\\"b\\\"\"\n\"c\"\"d\"\n\"é\"\n\"w\"\n\"Title\"\n"));
        Profile profile = election.profile();
        assertThat(profile.alternatives()).containsExactly("a \"b\"", "c\"d", "é", "w");
        assertThat(profile.inBallots(profile.totalWeight())).isEqualTo(Rational.parse("4.75"));
        assertThat(profile.inBallots(profile.blankWeight())).isEqualTo(Rational.of(2));
        assertThat(profile.ranking(0)).isEqualTo(Ranking.parse("0>1=2"));
        assertThat(profile.ranking(1)).isEqualTo(Ranking.parse("1>>0"));
        assertThat(election.withdrawn()).containsExactly(3);
        assertThat(election.tieOrder()).containsExactly(1, 0, 2);
        assertThat(election.seats()).isEqualTo(2);
        String text = Blt.write(election);
        assertThat(Blt.write(Blt.read(bytes(text)))).isEqualTo(text);
        assertThat(election.toBuilder().build()).isEqualTo(election);
    }

    @Test
    void brokenBltFilesNameTheLine() {
        assertThatThrownBy(() -> blt("")).hasMessage("Line 1: The file is empty.");
        assertThatThrownBy(() -> blt("0 1")).hasMessageStartingWith("Line 1: 0 alternatives");
        assertThatThrownBy(() -> blt("2 3")).hasMessageContaining("3 seats for 2");
        assertThatThrownBy(() -> blt("2 1\n1 3 0\n0\n")).hasMessageStartingWith("Line 2: There is no alternative 3");
        assertThatThrownBy(() -> blt("2 1\n1 1 1 0\n0\n")).hasMessageContaining("twice");
        assertThatThrownBy(() -> blt("2 1\n1 1 2 0\n")).hasMessageContaining("before the line 0");
        assertThatThrownBy(() -> blt("2 1\n1 1 2")).hasMessageContaining("within a ballot");
        assertThatThrownBy(() -> blt("2 1\n1 x 0\n0\n")).hasMessageContaining("no alternative \"x\"");
        assertThatThrownBy(() -> blt("2 1\n(1 0\n0\n")).hasMessageContaining("ballot id");
        assertThatThrownBy(() -> blt("2 1\n1/0 1 0\n0\n")).hasMessageStartingWith("Line 2: ");
        assertThatThrownBy(() -> blt("2 1\n[nick a]\n0\n")).hasMessageContaining("1 nicknames for 2");
        assertThatThrownBy(() -> blt("2 1\n[nick a")).hasMessageContaining("does not end");
        assertThatThrownBy(() -> blt("2 1\n0\n\"a\"\n")).hasMessageContaining("1 names for 2");
        assertThatThrownBy(() -> blt("2 1\n0\n\"a")).hasMessageContaining("does not end");
        assertThatThrownBy(() -> blt("2 1\n0\n\"a\" \"b\" x")).hasMessageContaining("in quotes");
        assertThatThrownBy(() -> blt("2 1\n9223372036854775807 1 0\n9 1 0\n0\n"))
                .hasMessageStartingWith("Line 3: ");
    }

    @Test
    void noBytesMakeAReaderThrowAnythingElse() throws IOException {
        byte[] base = ("3 2\n[nick a b c]\n3 a b=c 0\n(x) 2 - 1 0\n1/2 3 0\n0\n\"a\" \"b\" \"c\" \"t\"\n" + SOC
                        + "3: 1, {2}\n2,1,2\n")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = java.util.Arrays.copyOfRange(
                    base, random.nextInt(3) * random.nextInt(40), base.length - random.nextInt(40));
            for (int j = random.nextInt(5); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = base[random.nextInt(base.length)];
            }
            for (int reader = 0; reader < 4; reader++) {
                try (InputStream in = new ByteArrayInputStream(bytes)) {
                    switch (reader) {
                        case 0 -> Blt.read(in);
                        case 1 -> PrefLib.read(in);
                        case 2 -> PrefLib.readCategories(in);
                        default -> Pabulib.read(in);
                    }
                } catch (FormatException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    @Test
    void everySharedBltFileIsReadOrRefusedWithItsLine() throws IOException {
        for (String name : List.of(
                "ballots/atwood_so",
                "ballots/maemo",
                "ballots/rational",
                "ballots/fourteen-two-seats",
                "stv-rs/ballots/bigint/ballot_count_overflows",
                "stv-rs/ballots/crashes/crash")) {
            try (InputStream in = SharedFiles.open(name + ".blt")) {
                RankedElection election = Blt.read(in);
                assertThat(Blt.write(Blt.read(bytes(Blt.write(election))))).isEqualTo(Blt.write(election));
            }
        }
        assertThatThrownBy(() -> Blt.read(SharedFiles.open("stv-rs/ballots/bigint/ballot_sum_overflows.blt")))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("Line 4: ");
    }

    private static RankedElection read(String text) {
        return PrefLib.read(bytes(text));
    }

    private static RankedElection blt(String text) {
        return Blt.read(bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

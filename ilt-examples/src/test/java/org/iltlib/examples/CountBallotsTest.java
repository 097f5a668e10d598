package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountBallotsTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    @Test
    void aSmallElectionIsCountedAndToldInWords() throws Exception {
        assertThat(run(own("two-plans.blt"), "--rule", "irv")).isZero();
        assertThat(out).contains("Rule: irv", "Winner: Phonics", "Round 1", "  Tutoring: 4", "None leaves.", "Why: ");
        assertThat(run(own("two-plans.blt"), "--rule", "plurality")).isZero();
        assertThat(out).contains("Winner: Tutoring");
    }

    @Test
    void jsonHasRuleWinnersTiesAndRounds() throws Exception {
        assertThat(run(own("two-plans.blt"), "--rule", "scottish-stv", "--seats", "2", "--json"))
                .isZero();
        Node.Fields json = (Node.Fields) CanonicalJson.read(out);
        assertThat(json.find("rule")).contains(new Node.Text("scottish-stv"));
        assertThat(names(json)).containsExactly("Tutoring", "Phonics");
        assertThat(json.find("ties")).contains(new Node.Items(List.of()));
        Node.Fields first = (Node.Fields)
                ((Node.Items) json.find("rounds").orElseThrow()).values().get(0);
        assertThat(((Node.Fields) first.find("tallies").orElseThrow()).find("Tutoring"))
                .contains(new Node.Text("4"));
    }

    @Test
    void gradesAreCountedByGradeRulesAndByRankings() throws Exception {
        assertThat(run(own("three-grades.cat"), "--rule", "score", "--json")).isZero();
        assertThat(names((Node.Fields) CanonicalJson.read(out))).containsExactly("Phonics");
        assertThat(run(own("three-grades.cat"), "--rule", "majority-judgment", "--json"))
                .isZero();
        assertThat(names((Node.Fields) CanonicalJson.read(out))).containsExactly("Tutoring");
        assertThat(run(own("three-grades.cat"), "--rule", "pav", "--seats", "1"))
                .isZero();
        assertThat(out).contains("Winner: Phonics");
        assertThat(run(own("two-plans.blt"), "--rule", "star")).isEqualTo(2);
        assertThat(err).contains("needs grades");
    }

    @Test
    void whatCannotBeUsedIsOneLineAndCodeTwo() throws Exception {
        for (List<String> args : List.<List<String>>of(
                List.of(own("two-plans.blt"), "--rule", "schulz"),
                List.of(own("two-plans.blt")),
                List.<String>of(),
                List.of("nowhere.blt", "--rule", "irv"),
                List.of("nowhere.txt", "--rule", "irv"),
                List.of(own("two-plans.blt"), "--rule", "irv", "--ties", "coin"),
                List.of(own("two-plans.blt"), "--rule", "irv", "--ties", "file"),
                List.of(own("two-plans.blt"), "--rule", "scottish-stv", "--seats", "9"),
                List.of(own("two-plans.blt"), "--rule", "scottish-stv", "--seats", "two"),
                List.of(own("two-plans.blt"), "--rule", "greedy"),
                List.of(own("two-plans.blt"), "--rule", "pav", "--ties", "lot:1"),
                List.of(broken(), "--rule", "irv"))) {
            assertThat(run(args.toArray(String[]::new))).as(args.toString()).isEqualTo(2);
            assertThat(err.strip()).as(args.toString()).isNotEmpty().doesNotContain("\n");
            assertThat(out).isEmpty();
        }
        assertThat(err).contains("broken.blt: Line 2: ");
        run(own("two-plans.blt"), "--rule", "schulze");
        assertThat(err).contains("Maybe schulze-winning-votes");
    }

    @Test
    void jsonHasExactlyFourFields() throws Exception {
        for (String rule : List.of("irv", "star", "meek", "pav")) {
            assertThat(run(own("three-grades.cat"), "--rule", rule, "--json")).isZero();
            assertThat(((Node.Fields) CanonicalJson.read(out)).values())
                    .as(rule)
                    .containsOnlyKeys("rule", "winners", "ties", "rounds");
        }
    }

    @Test
    void insightTellsWhatTheResultRestsOn() throws Exception {
        assertThat(run(own("two-plans.blt"), "--rule", "irv", "--insight")).isZero();
        assertThat(out)
                .contains(
                        "Winner: Phonics",
                        "Agreement: ",
                        "Tutoring by plurality",
                        "Margin of victory: 1 ballot (",
                        "Paradox REVERSAL: not on these ballots.");
        assertThat(run(own("three-grades.cat"), "--rule", "score", "--insight")).isZero();
        assertThat(out).contains("  majority-judgment: Tutoring", "Margin of victory: ");
        assertThat(run(own("three-grades.cat"), "--rule", "star", "--insight")).isZero();
        assertThat(out).contains("Margin of victory: not known.");
        assertThat(run(own("two-plans.blt"), "--rule", "pav", "--insight")).isEqualTo(2);
        assertThat(err).contains("rules for one winner");
        assertThat(run(own("two-plans.blt"), "--rule", "irv", "--insight", "--json"))
                .isEqualTo(2);
    }

    @Test
    void hostileFilesAndNumbersAreOneLineAndCodeTwo() throws IOException {
        byte[] noise = new byte[4096];
        new java.util.Random(1).nextBytes(noise);
        List<List<String>> calls = new java.util.ArrayList<>();
        for (String ending : List.of("blt", "soc", "soi", "toc", "toi", "cat", "csv", "cvotes", "pb")) {
            Path empty = Files.createFile(folder.resolve("empty." + ending));
            Path binary = Files.write(folder.resolve("binary." + ending), noise);
            Path directory = Files.createDirectory(folder.resolve("directory." + ending));
            for (Path path : List.of(empty, binary, directory, folder.resolve("missing." + ending))) {
                calls.add(List.of(path.toString(), "--rule", ending.equals("pb") ? "greedy" : "irv"));
            }
        }
        String huge = write("huge.blt", "2 1\n99999999999999999999 1 0\n0\n\"a\"\n\"b\"\n\"t\"\n");
        String full =
                write("full.blt", "2 1\n9223372036854775807 1 0\n9223372036854775807 2 0\n0\n\"a\"\n\"b\"\n\"t\"\n");
        String plain = write("plain.blt", "2 1\n3 1 2 0\n0\n\"a\"\n\"b\"\n\"t\"\n");
        calls.add(List.of(huge, "--rule", "irv"));
        calls.add(List.of(full, "--rule", "irv"));
        for (String seats : List.of("0", "-1", "3", "99999999999", "9223372036854775808", "x")) {
            for (String rule : List.of("scottish-stv", "meek", "pav", "irv")) {
                calls.add(List.of(plain, "--rule", rule, "--seats", seats));
            }
        }
        for (List<String> args : calls) {
            assertThat(run(args.toArray(String[]::new))).as(args + " " + out).isEqualTo(2);
            assertThat(err.strip()).as(args.toString()).isNotEmpty().doesNotContain("\n");
            assertThat(out).isEmpty();
        }
    }

    @Test
    void smallestFilesAreCountedByEveryRuleForOneWinner() throws IOException {
        String one = write("one.blt", "1 1\n3 1 0\n0\n\"a \\\"quoted\\\" name\"\n\"t\"\n");
        String blank = write("blank.csv", "Id,Tutoring,Phonics\na,,\nb,,\n");
        for (String file : List.of(one, blank)) {
            for (org.iltlib.choice.single.SingleWinnerRule rule : org.iltlib.choice.single.SingleWinnerRules.all()) {
                assertThat(run(file, "--rule", rule.ruleName(), "--insight"))
                        .as(rule.ruleName() + " " + file + " " + err)
                        .isZero();
                assertThat(run(file, "--rule", rule.ruleName(), "--json"))
                        .as(rule.ruleName() + " " + err)
                        .isZero();
                CanonicalJson.read(out);
            }
        }
    }

    @Test
    void aCondorcetFileIsReadAndABlockVoteFillsItsSeats() throws IOException {
        String file = write("plans.cvotes", "Tutoring > Phonics * 4\nPhonics > Coaching * 2\nCoaching > Phonics\n");
        assertThat(run(file, "--rule", "block-vote", "--seats", "2")).as(err).isZero();
        assertThat(out).contains("Winners: Phonics, Tutoring");
        assertThat(run(file, "--rule", "condorcet")).as(err).isZero();
    }

    @Test
    void aNameInOtherLettersIsGuessed() throws Exception {
        for (String name : List.of("pav", "irv", "greedy", "star", "scottish-stv")) {
            String other = name.toUpperCase(java.util.Locale.ROOT);
            assertThat(run(own("two-plans.blt"), "--rule", other)).isEqualTo(2);
            assertThat(err).contains("\"" + other + "\"").contains("Maybe " + name + ".");
        }
        run(own("two-plans.blt"), "--rule", "Schulze");
        assertThat(err).contains("Maybe schulze-winning-votes.");
    }

    @Test
    void projectsWithCostsAreNoCommitteeUnlessSeatsAreNamed() throws IOException {
        String file = write(
                "two.pb",
                String.join(
                        "",
                        "META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;100\nvote_type;approval\n",
                        "PROJECTS\nproject_id;cost\ntutoring;60\nphonics;50\n",
                        "VOTES\nvoter_id;vote\na;tutoring,phonics\nb;phonics\n"));
        assertThat(run(file, "--rule", "pav")).isEqualTo(2);
        assertThat(err).contains("costs are not looked at", "Maybe equalshares.");
        assertThat(run(file, "--rule", "pav", "--seats", "1")).as(err).isZero();
        assertThat(out).contains("Winner: phonics");
        assertThat(run(file, "--rule", "greedy")).as(err).isZero();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void tiesFollowThePolicy() throws IOException {
        Path file = folder.resolve("tied.csv");
        Files.writeString(file, "Id,Tutoring,Phonics\na,1,2\nb,2,1\n");
        run(file.toString(), "--rule", "plurality");
        assertThat(out).contains("Winners: Tutoring, Phonics");
        run(file.toString(), "--rule", "plurality", "--ties", "order");
        assertThat(out).contains("Winner: Tutoring", "Tie: Tutoring, Phonics → Tutoring, separated by fixed order");
        run(file.toString(), "--rule", "irv", "--ties", "previous-rounds,first-preferences,head-to-head,lot:seed");
        assertThat(out).contains("separated by lot").doesNotContain("Winners");
        run(file.toString(), "--rule", "av", "--json");
        assertThat(out).contains("not separated");
        run(file.toString(), "--rule", "av", "--ties", "order");
        assertThat(out)
                .contains(
                        "Winner: Tutoring", "Tied committee: Phonics", "Tie of committees: separated by fixed order.");
    }

    @Test
    void jsonTellsEveryTieInTheSameWords() throws IOException {
        String file = write("even.csv", "Id,Tutoring,Phonics\na,1,2\nb,2,1\n");
        run(file, "--rule", "plurality", "--json");
        String both = "[\"Tutoring\",\"Phonics\"]";
        assertThat(out).contains("\"how\":\"not separated\"", "\"kept\":" + both, "\"tied\":" + both);
        run(file, "--rule", "coombs", "--ties", "previous-rounds", "--json");
        assertThat(out).contains("\"winners\":" + both, "\"how\":\"not separated\"");
        run(file, "--rule", "av", "--json");
        assertThat(out)
                .contains(
                        "\"committees\":[[\"Tutoring\"],[\"Phonics\"]]", "\"tied\":" + both, "\"kept\":[\"Tutoring\"]");
        run(file, "--rule", "av", "--ties", "order", "--json");
        assertThat(out).contains("\"committees\":", "\"how\":\"separated by fixed order\"");
    }

    @Test
    void budgetsAndCommitteesRefuseTiePoliciesThatTheyCannotFollow() throws IOException {
        String file = write(
                "two.pb",
                "META\nkey;value\nbudget;1\nPROJECTS\nproject_id;cost\na;1\nb;1\nVOTES\nvoter_id;vote\n1;a\n2;b\n");
        for (String policy : List.of("lot:1", "head-to-head", "previous-rounds,order")) {
            assertThat(run(file, "--rule", "greedy", "--ties", policy)).isEqualTo(2);
            assertThat(err).contains("Expected --ties all or --ties order");
        }
        assertThat(run(file, "--rule", "greedy", "--ties", "order")).isZero();
        assertThat(out).contains("Tie: a, b → a, separated by the order of projects");
    }

    /** By hand: two against two, equal in every round, so the order of the file decides who is excluded. */
    @Test
    void theOrderOfTheFileDecidesWhatPreviousRoundsLeaveOpen() throws IOException {
        String ballots = "2 1\n%s2 1 0\n2 2 0\n0\n\"A\"\n\"B\"\n\"t\"\n";
        for (String rule : List.of("scottish-stv", "wigm-4", "meek")) {
            assertThat(run(write("plain.blt", ballots.formatted("")), "--rule", rule))
                    .isZero();
            assertThat(out).as(rule).contains("Winner: A");
            assertThat(run(write("told.blt", ballots.formatted("[tie 2 1]\n")), "--rule", rule))
                    .as(err)
                    .isZero();
            assertThat(out).as(rule).contains("Winner: B", "separated by fixed order");
        }
    }

    @Test
    void everyRuleIsListedOnceAndFound() {
        assertThat(run("--rules")).isZero();
        assertThat(out.lines()).doesNotHaveDuplicates().contains("irv", "kemeny", "star", "meek", "pav", "greedy");
        out.lines().forEach(name -> assertThat(BallotRules.find(name)).isPresent());
        assertThat(run("--help")).isZero();
    }

    @Test
    void everySharedFileOfBallotsIsCounted() throws IOException {
        for (Path file : shared("ballots")) {
            for (String rule : List.of("borda", "schulze-winning-votes", "irv-ties-together", "seqpav")) {
                assertThat(run(file.toString(), "--rule", rule, "--json"))
                        .as(file + " " + rule + " " + err)
                        .isZero();
                assertThat(names((Node.Fields) CanonicalJson.read(out))).isNotEmpty();
            }
        }
        for (Path file : shared("pabulib")) {
            for (String rule : List.of("greedy", "equalshares/add1", "phragmen")) {
                assertThat(run(file.toString(), "--rule", rule, "--json"))
                        .as(file + " " + rule + " " + err)
                        .isZero();
            }
        }
    }

    /** Expected: the winners that the files' publishers report. */
    @Test
    void publishedBoardsAreElected() throws IOException {
        List<Path> files = shared("ballots");
        run(find(files, "maemo.blt"), "--rule", "scottish-stv", "--json");
        assertThat(names((Node.Fields) CanonicalJson.read(out)))
                .containsExactly("juiceme (Jussi Ohenoja)", "mosen (Timo Könnecke)", "eekkelund (Eetu Kahelin)");
        run(find(files, "rational.blt"), "--rule", "scottish-stv", "--json");
        assertThat(names((Node.Fields) CanonicalJson.read(out)))
                .containsExactlyInAnyOrder("LeftyGreenMario", "Dysk", "GrammarCommie", "RoninMacbeth");
        run(find(files, "burlington2009.blt"), "--rule", "irv", "--json");
        assertThat(names((Node.Fields) CanonicalJson.read(out))).containsExactly("Kiss");
        run(find(files, "burlington2009.soi"), "--rule", "condorcet", "--json");
        assertThat(names((Node.Fields) CanonicalJson.read(out))).containsExactly("Montroll");
    }

    private static String find(List<Path> files, String name) {
        return files.stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static List<Path> shared(String name) throws IOException {
        Path beside = Path.of("..", "..", "shared", "data", "decisions", name);
        Path found = Files.exists(beside)
                ? beside
                : Optional.ofNullable(System.getenv("ILT_SHARED"))
                        .map(root -> Path.of(root, "data", "decisions", name))
                        .orElse(beside);
        assumeThat(found)
                .as("shared data: expected beside the repository or under ILT_SHARED")
                .exists();
        try (Stream<Path> files = Files.list(found)) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Node.Fields json) {
        return ((Node.Items) json.find("winners").orElseThrow())
                .values().stream().map(name -> ((Node.Text) name).value()).toList();
    }

    private String broken() throws IOException {
        Path file = folder.resolve("broken.blt");
        Files.writeString(file, "2 1\n1 3 0\n0\n");
        return file.toString();
    }

    private static String own(String name) throws URISyntaxException {
        return Path.of(Optional.ofNullable(CountBallotsTest.class.getResource(name))
                        .orElseThrow()
                        .toURI())
                .toString();
    }

    private int run(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream failed = new ByteArrayOutputStream();
        int code = CountBallots.run(
                args,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(failed, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = failed.toString(StandardCharsets.UTF_8);
        return code;
    }
}

package org.iltlib.choice.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.iltlib.choice.tabulation.Candidates;
import org.iltlib.choice.tabulation.CommonDataFormat;
import org.iltlib.choice.tabulation.MarkedCsv;
import org.iltlib.choice.tabulation.RcTabConfig;

/** Whatever bytes a file holds, a reader answers with ballots or with a {@link FormatException}, and soon. */
class HostileFilesProperties {
    private static final Candidates NAMES = Candidates.of(List.of("a", "b", "c"));

    /** Each reader with a small file that it accepts, to be broken. */
    private record Reader(String valid, Consumer<InputStream> read) {}

    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        READERS.put(
                "blt",
                new Reader(
                        "3 2\n-3\n[tie 1 2 3]\n4 1 2=3 0\n(x7) 2 - 1 0\n3/2 1 0 # c\n1.5 0\n0\n\"a\" \"b\"\"s\" \"c\"\n\"t\"\n",
                        Blt::read));
        READERS.put(
                "preflib",
                new Reader(
                        String.join(
                                "",
                                "# TITLE: t\n# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n",
                                "# NUMBER UNIQUE ORDERS: 2\n# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n",
                                "# ALTERNATIVE NAME 3: c\n3: 1, {2, 3}\n2: 2\n"),
                        PrefLib::read));
        READERS.put("preflib, older", new Reader("3\n1,a\n2,b\n3,c\n5,5,2\n3,1,2,3\n2,{2,3},1\n", PrefLib::read));
        READERS.put(
                "categories",
                new Reader(
                        String.join(
                                "",
                                "# TITLE: t\n# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 4\n",
                                "# NUMBER UNIQUE ORDERS: 2\n# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: y\n",
                                "# CATEGORY NAME 2: n\n# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n",
                                "# ALTERNATIVE NAME 3: c\n3: {1, 2}, 3\n1: {}, {1, 2, 3}\n"),
                        PrefLib::readCategories));
        READERS.put(
                "pabulib",
                new Reader(
                        String.join(
                                "",
                                "META\nkey;value\ndescription;d\nnum_projects;2\nnum_votes;2\nbudget;10,5\nvote_type;approval\n",
                                "rule;greedy\nPROJECTS\nproject_id;cost;name;selected\np1;5;one;1\np2;6;\"two; 2\";0\n",
                                "VOTES\nvoter_id;vote\nv1;p1,p2\nv2;p2\n"),
                        Pabulib::read));
        READERS.put(
                "condorcet format",
                new Reader(
                        String.join(
                                "",
                                "#/Candidates: a ; b ; c\n#/Weight Allowed: true\n#/Number of Seats: 2\nx || a > b = c ^2 * 12 # r\n",
                                "/EMPTY_RANKING/ * 2\nc\n"),
                        CondorcetFormat::read));
        READERS.put("ranks in cells", new Reader("id,a,b,c\nx,1,2,\ny,,1,1\n", RankedCsv.generic()::read));
        READERS.put(
                "names across",
                new Reader("id,1,2\nx,a,b\ny,\"c\",\n", RankedCsv.ranksAcross(List.of("a", "b", "c"))::read));
        READERS.put("marks in cells", new Reader("id,a,b,c\nx,1,2,\ny,,1,1\n", MarkedCsv.ranksInCells(NAMES)::read));
        READERS.put("marks across", new Reader("id,1,2\nx,a,b\ny,\"c\",\n", MarkedCsv.ranksAcross(NAMES)::read));
        READERS.put(
                "common data format",
                new Reader(
                        String.join(
                                "",
                                "{\"Election\":[{\"Candidate\":[{\"@id\":\"k\",\"Name\":\"a\"}],\"Contest\":[{\"@id\":\"c\",",
                                "\"ContestSelection\":[{\"@id\":\"s\",\"CandidateIds\":[\"k\"]}]}]}],\n\"CVR\":[{",
                                "\"CurrentSnapshotId\":\"x\",\"CVRSnapshot\":[{\"@id\":\"x\",\"CVRContest\":[{",
                                "\"ContestId\":\"c\",\"CVRContestSelection\":[{\"ContestSelectionId\":\"s\",",
                                "\"SelectionPosition\":[{\"HasIndication\":\"yes\",\"Rank\":1}]}]}]}]}]}"),
                        CommonDataFormat.of(NAMES)::read));
        READERS.put(
                "configuration",
                new Reader(
                        "{\"cvrFileSources\":[{\"filePath\":\"f\",\"provider\":\"ess\",\"firstVoteColumnIndex\":\"2\"}],"
                                + "\"candidates\":[{\"name\":\"a\",\"aliases\":[\"x\"]},{\"name\":\"b\"}],\"rules\":{"
                                + "\"tiebreakMode\":\"random\",\"randomSeed\":\"3\",\"overvoteRule\":"
                                + "\"alwaysSkipToNextRank\",\"winnerElectionMode\":\"singleWinnerMajority\","
                                + "\"numberOfWinners\":\"1\",\"minimumVoteThreshold\":\"0.5\"}}",
                        RcTabConfig::read));
    }

    private static void survives(String name, byte[] bytes) {
        long start = System.nanoTime();
        try {
            READERS.get(name).read().accept(new ByteArrayInputStream(bytes));
        } catch (FormatException e) {
            assertThat(e.getMessage()).as(name).isNotBlank();
            assertThat(e.line()).as(name).isNotNegative();
        } catch (RuntimeException e) {
            throw new AssertionError(
                    name + " answers with " + e + " to\n" + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(Duration.ofSeconds(20));
    }

    @Property(tries = 1)
    void theFilesAreAcceptedAsTheyAre() {
        READERS.forEach((name, reader) ->
                reader.read().accept(new ByteArrayInputStream(reader.valid().getBytes(StandardCharsets.UTF_8))));
    }

    @Property(tries = 500)
    void anyBytes(@ForAll @Size(max = 200) byte[] bytes) {
        READERS.keySet().forEach(name -> survives(name, bytes));
    }

    private static final String PIECES = "0123456789-=,;:{}[]()\"'\\# \n\r\t./|aé\uFEFF\u0000";

    /** Some places of an accepted file are cut out, doubled, or replaced by what means something in these files. */
    @Property(tries = 2000)
    void filesWithSomethingBrokenInThem(@ForAll Random random) {
        READERS.forEach((name, reader) -> {
            StringBuilder text = new StringBuilder(reader.valid());
            for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 3));
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(from, to);
                    case 1 -> text.insert(from, text.substring(from, to));
                    case 2 -> text.insert(from, PIECES.charAt(random.nextInt(PIECES.length())));
                    default -> text.replace(from, to, String.valueOf(random.nextBoolean() ? 999_999_999_999L : -1));
                }
            }
            survives(name, text.toString().getBytes(StandardCharsets.UTF_8));
        });
    }
}

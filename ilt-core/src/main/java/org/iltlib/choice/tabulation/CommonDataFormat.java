package org.iltlib.choice.tabulation;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.choice.format.FormatException;
import org.iltlib.form.Node;

/**
 * Reads cast vote records in the common data format of NIST, as JSON. Of each record the snapshot counts that it names as
 * current; a mark counts if it has an indication and is not said to be unallocable. Records of other contests are passed
 * over. Several selections at one rank are kept as an overvote, one selection at several ranks as a repeat. A selection
 * that is a write-in, and no declared candidate, is an undeclared write-in. Records are read one at a time, equal ones
 * merged. Immutable.
 *
 * <p>Source: NIST SP 1500-103 (2020), Cast Vote Records Common Data Format Specification, version 1.0.
 */
public final class CommonDataFormat {
    private static final int MOST_RANKS = 9999;

    private final Candidates candidates;
    private final String contest;

    private CommonDataFormat(Candidates candidates, String contest) {
        this.candidates = candidates;
        this.contest = contest;
    }

    /** A reader for the only contest in the file. */
    public static CommonDataFormat of(Candidates candidates) {
        return new CommonDataFormat(candidates, "");
    }

    /** A copy that reads the contest with that name or identifier. */
    public CommonDataFormat withContest(String nameOrId) {
        return new CommonDataFormat(candidates, nameOrId);
    }

    /** A mark: its rank and the identifier of the selection. */
    private record Mark(int rank, String selection) {}

    /** The marks of one record in one contest. */
    private record Sheet(String contest, List<Mark> marks) {}

    /** How many records have this sheet, and the line of the first. */
    private record Pile(long number, int line) {}

    /**
     * Reads the ballots.
     *
     * @throws FormatException if the file is broken or names somebody who is no candidate, with the line
     * @throws UncheckedIOException if the stream fails
     */
    public MarkedBallots read(InputStream in) {
        List<Node.Fields> elections = new ArrayList<>();
        Map<Sheet, Pile> sheets = new LinkedHashMap<>();
        JsonPieces.read(in, (member, piece, line) -> {
            if (piece instanceof Node.Fields fields && member.equals("Election")) {
                elections.add(fields);
            } else if (piece instanceof Node.Fields fields && member.equals("CVR")) {
                sheets(fields, line)
                        .forEach(sheet -> sheets.merge(
                                sheet,
                                new Pile(1, line),
                                (old, one) -> new Pile(old.number() + one.number(), old.line())));
            }
        });
        Node.Fields[] found = contest(elections);
        Map<String, String> names = new HashMap<>();
        JsonPieces.objects(found[0], "Candidate")
                .forEach(candidate -> names.put(JsonPieces.text(candidate, "@id"), JsonPieces.text(candidate, "Name")));
        Map<String, Integer> selections = new HashMap<>();
        List<Node.Fields> offered = JsonPieces.objects(found[1], "ContestSelection");
        offered.forEach(selection -> selections.put(JsonPieces.text(selection, "@id"), candidate(selection, names)));
        MarkedBallots.Builder builder = candidates.ballots(selections.containsValue(candidates.writeIns()));
        String id = JsonPieces.text(found[1], "@id");
        sheets.forEach((sheet, pile) -> {
            if (sheet.contest().equals(id)) {
                builder.add(ballot(sheet, selections, pile.line()), pile.number());
            }
        });
        return builder.build();
    }

    /** The election and in it the contest. */
    private Node.Fields[] contest(List<Node.Fields> elections) {
        List<Node.Fields[]> found = new ArrayList<>();
        for (Node.Fields election : elections) {
            for (Node.Fields one : JsonPieces.objects(election, "Contest")) {
                if (contest.isEmpty()
                        || contest.equals(JsonPieces.text(one, "@id"))
                        || contest.equals(JsonPieces.text(one, "Name"))) {
                    found.add(new Node.Fields[] {election, one});
                }
            }
        }
        if (found.size() != 1) {
            throw new FormatException(
                    0,
                    (contest.isEmpty() ? "The file has " : "Of the name \"" + contest + "\" the file has ")
                            + found.size() + " contests. Expected one. Maybe name the contest.");
        }
        return found.get(0);
    }

    private int candidate(Node.Fields selection, Map<String, String> names) {
        Optional<Node> ids = selection.find("CandidateIds");
        if (ids.isPresent()
                && ids.get() instanceof Node.Items items
                && items.values().size() == 1
                && items.values().get(0) instanceof Node.Text id) {
            Optional<Integer> known =
                    candidates.find(names.getOrDefault(id.value(), "")).or(() -> candidates.find(id.value()));
            if (known.isPresent()) {
                return known.get();
            }
        }
        return selection.find("IsWriteIn").equals(Optional.of(new Node.Flag(true))) ? candidates.writeIns() : -1;
    }

    private List<Sheet> sheets(Node.Fields record, int line) {
        List<Node.Fields> snapshots = JsonPieces.objects(record, "CVRSnapshot");
        String current = JsonPieces.text(record, "CurrentSnapshotId");
        List<Node.Fields> chosen = snapshots.stream()
                .filter(snapshot -> JsonPieces.text(snapshot, "@id").equals(current))
                .toList();
        if (chosen.size() != 1) {
            throw new FormatException(
                    line,
                    chosen.size() + " snapshots are current in a record. Expected one. Maybe CurrentSnapshotId is"
                            + " missing.");
        }
        List<Sheet> sheets = new ArrayList<>();
        for (Node.Fields one : JsonPieces.objects(chosen.get(0), "CVRContest")) {
            List<Mark> marks = new ArrayList<>();
            for (Node.Fields selection : JsonPieces.objects(one, "CVRContestSelection")) {
                String id = JsonPieces.text(selection, "ContestSelectionId");
                for (Node.Fields position : JsonPieces.objects(selection, "SelectionPosition")) {
                    if (JsonPieces.text(position, "HasIndication").equals("yes")
                            && !JsonPieces.text(position, "IsAllocable").equals("no")) {
                        marks.add(new Mark(rank(JsonPieces.text(position, "Rank"), line), id));
                    }
                }
            }
            sheets.add(new Sheet(JsonPieces.text(one, "ContestId"), List.copyOf(marks)));
        }
        return sheets;
    }

    private static int rank(String text, int line) {
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1) {
            throw new FormatException(line, "Found the rank \"" + text + "\". Expected 1 to " + MOST_RANKS + ".");
        }
        return Integer.parseInt(text);
    }

    private static MarkedBallot ballot(Sheet sheet, Map<String, Integer> selections, int line) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (Mark mark : sheet.marks()) {
            Integer candidate = selections.get(mark.selection());
            if (candidate == null) {
                throw new FormatException(
                        line, "The contest has no selection \"" + mark.selection() + "\". Maybe it is one of another.");
            }
            if (candidate < 0) {
                throw new FormatException(
                        line, "The selection \"" + mark.selection() + "\" is no candidate. Maybe an alias is missing.");
            }
            while (ranks.size() < mark.rank()) {
                ranks.add(new ArrayList<>());
            }
            ranks.get(mark.rank() - 1).add(candidate);
        }
        return new MarkedBallot(ranks);
    }
}

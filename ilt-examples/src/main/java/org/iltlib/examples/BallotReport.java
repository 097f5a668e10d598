package org.iltlib.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iltlib.base.Explanation;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.TieNote;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/**
 * What a count found, to print.
 *
 * @param rule the name of the rule
 * @param names the alternatives by index
 * @param winners the winners, by name
 * @param ties the ties met
 * @param committees the committees that the rule leaves tied; empty if one is left or there are none
 * @param rounds the rounds; empty if the rule has none
 * @param why why, in words
 * @param byOrder whether the order of alternatives was asked to choose among tied committees
 */
record BallotReport(
        String rule,
        List<String> names,
        List<String> winners,
        List<TieNote> ties,
        List<List<String>> committees,
        List<CountRound> rounds,
        Explanation why,
        boolean byOrder) {

    /** A report in which tied committees, if any, stay so. */
    BallotReport(
            String rule,
            List<String> names,
            List<String> winners,
            List<TieNote> ties,
            List<List<String>> committees,
            List<CountRound> rounds,
            Explanation why) {
        this(rule, names, winners, ties, committees, rounds, why, false);
    }

    /** One object with rule, winners, ties and rounds; numbers of ballots are exact texts such as 7 or 7/2. */
    String json() {
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("rule", new Node.Text(rule));
        fields.put("winners", texts(winners));
        List<Node> met = new ArrayList<>();
        for (TieNote tie : ties) {
            Map<String, Node> note = new LinkedHashMap<>();
            note.put("tied", texts(tie.tied().stream().map(names::get).toList()));
            note.put("kept", texts(tie.kept().stream().map(names::get).toList()));
            note.put("how", new Node.Text(tie.how()));
            met.add(new Node.Fields(note));
        }
        if (!committees.isEmpty()) {
            Map<String, Node> note = new LinkedHashMap<>();
            note.put(
                    "committees",
                    new Node.Items(committees.stream().map(BallotReport::texts).toList()));
            note.put("tied", texts(inCommittees()));
            note.put("kept", texts(winners));
            note.put("how", new Node.Text(howCommittees()));
            met.add(new Node.Fields(note));
        }
        fields.put("ties", new Node.Items(met));
        fields.put("rounds", new Node.Items(rounds.stream().map(this::round).toList()));
        return CanonicalJson.write(new Node.Fields(fields));
    }

    /** Everyone in one of the tied committees, in the order of alternatives. */
    private List<String> inCommittees() {
        return names.stream()
                .filter(name -> committees.stream().anyMatch(committee -> committee.contains(name)))
                .toList();
    }

    private String howCommittees() {
        return byOrder ? "separated by fixed order" : "not separated; the first is shown as winner";
    }

    private Node round(CountRound round) {
        Map<String, Node> tallies = new LinkedHashMap<>();
        for (int x = 0; x < round.tallies().size(); x++) {
            tallies.put(names.get(x), new Node.Text(round.tallies().get(x).toString()));
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("tallies", new Node.Fields(tallies));
        fields.put("exhausted", new Node.Text(round.exhausted().toString()));
        fields.put("action", new Node.Text(round.action()));
        return new Node.Fields(fields);
    }

    private static Node texts(List<String> words) {
        return new Node.Items(words.stream().<Node>map(Node.Text::new).toList());
    }

    /** For people: winners, rounds, ties, and why. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append("Rule: ").append(rule).append('\n');
        text.append(winners.size() == 1 ? "Winner: " : "Winners: ");
        text.append(winners.isEmpty() ? "none" : String.join(", ", winners)).append('\n');
        for (int r = 0; r < rounds.size(); r++) {
            text.append("Round ").append(r + 1).append('\n');
            for (int x = 0; x < rounds.get(r).tallies().size(); x++) {
                text.append("  ").append(names.get(x)).append(": ");
                text.append(rounds.get(r).tallies().get(x)).append('\n');
            }
            text.append("  (no one): ").append(rounds.get(r).exhausted()).append('\n');
            text.append("  ").append(rounds.get(r).action()).append('\n');
        }
        for (TieNote tie : ties) {
            text.append("Tie: ")
                    .append(tie.tied().stream().map(names::get).collect(Collectors.joining(", ")))
                    .append(" → ")
                    .append(tie.kept().stream().map(names::get).collect(Collectors.joining(", ")))
                    .append(", ")
                    .append(tie.how())
                    .append('\n');
        }
        committees.forEach(committee -> text.append("Tied committee: ")
                .append(String.join(", ", committee))
                .append('\n'));
        if (!committees.isEmpty()) {
            text.append("Tie of committees: ").append(howCommittees()).append(".\n");
        }
        return text.append("Why: ").append(why).append('\n').toString();
    }
}

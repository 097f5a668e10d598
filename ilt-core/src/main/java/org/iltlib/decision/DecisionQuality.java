package org.iltlib.decision;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Explanation;

/**
 * How complete the record of a decision is: a checklist, not a judgement of whether the decision was right.
 *
 * @param items the items, in order
 */
public record DecisionQuality(List<Item> items) {

    /**
     * One item of the checklist.
     *
     * @param name what is looked for
     * @param met whether it is there
     * @param gap what would close the gap; empty if there is none
     */
    public record Item(String name, boolean met, String gap) {
        /** An item; the way to close the gap counts only if there is one. */
        public static Item of(String name, boolean met, String wayToCloseIt) {
            return new Item(name, met, met ? "" : wayToCloseIt);
        }
    }

    /** Copies the items. */
    public DecisionQuality {
        items = List.copyOf(items);
    }

    /**
     * The short checklist: what a proposal, its rounds and its decision can answer by themselves. The whole one, with the
     * needs, consultations, equity checks and commitment of a decision, is that of {@code decision.dossier.Dossier}.
     */
    public static DecisionQuality of(Proposal proposal, Deliberation deliberation, Decision decision) {
        List<Item> items = new ArrayList<>();
        List<Round> rounds = deliberation.rounds();
        items.add(Item.of(
                "criteria are named",
                !proposal.criteria().isEmpty(),
                "Name in the proposal what the options are judged by."));
        items.add(Item.of(
                "a need is cited", !proposal.needs().isEmpty(), "Cite in the proposal the need that it answers."));
        items.add(Item.of(
                "evidence is cited",
                !proposal.evidence().isEmpty(),
                "Cite in the proposal the finding that it rests on."));
        items.add(Item.of(
                "affected groups are named",
                !proposal.affected().isEmpty(),
                "Name in the proposal the groups that it touches."));
        items.add(Item.of(
                "every affected group was spoken for",
                !proposal.affected().isEmpty()
                        && proposal.affected().stream()
                                .allMatch(group -> rounds.stream()
                                        .flatMap(round -> round.perspectives().stream())
                                        .anyMatch(perspective ->
                                                perspective.speaksFor().equals(group))),
                "Hear somebody who speaks for each affected group, and note it in a round."));
        items.add(Item.of(
                "there is a prediction",
                proposal.prediction().isPresent(),
                "Say in the proposal what will be measured, when, and how sure the team is."));
        items.add(Item.of(
                "values of all cited evidence are frozen",
                !proposal.evidence().isEmpty()
                        && decision.snapshot().listSources().containsAll(proposal.evidence()),
                "Put a value of each cited entry into the snapshot."));
        items.add(Item.of(
                "ballots are kept",
                rounds.stream().noneMatch(round -> round.ballots().isEmpty()),
                "Keep the ballots of every round."));
        items.add(Item.of(
                "nobody objected, or dissent is kept",
                !decision.dissent().isEmpty()
                        || rounds.get(rounds.size() - 1).concerns().isEmpty(),
                "Ask those who had concerns in the last round for their dissent, in their words."));
        return new DecisionQuality(items);
    }

    /** The number of items met. */
    public int met() {
        return (int) items.stream().filter(Item::met).count();
    }

    /** The items that are not met, in order. */
    public List<Item> listGaps() {
        return items.stream().filter(item -> !item.met()).toList();
    }

    /** The score in words, with what is missing and what would close each gap. */
    public Explanation explanation() {
        Explanation text = Explanation.of("%s of %s items of the record are there.", met(), items.size());
        for (Item item : listGaps()) {
            text = text.because(Explanation.of("Missing: %s.", item.name()).because("%s", item.gap()));
        }
        return text;
    }
}

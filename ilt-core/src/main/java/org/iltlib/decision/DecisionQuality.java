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
     */
    public record Item(String name, boolean met) {}

    /** Copies the items. */
    public DecisionQuality {
        items = List.copyOf(items);
    }

    /** The checklist for a decision, the proposal it was about, and the rounds that led to it. */
    public static DecisionQuality of(Proposal proposal, Deliberation deliberation, Decision decision) {
        List<Item> items = new ArrayList<>();
        List<Round> rounds = deliberation.rounds();
        items.add(new Item("criteria are named", !proposal.criteria().isEmpty()));
        items.add(new Item("a need is cited", !proposal.needs().isEmpty()));
        items.add(new Item("evidence is cited", !proposal.evidence().isEmpty()));
        items.add(new Item("affected groups are named", !proposal.affected().isEmpty()));
        items.add(new Item(
                "every affected group was spoken for",
                !proposal.affected().isEmpty()
                        && proposal.affected().stream()
                                .allMatch(group -> rounds.stream()
                                        .flatMap(round -> round.perspectives().stream())
                                        .anyMatch(perspective ->
                                                perspective.speaksFor().equals(group)))));
        items.add(new Item("there is a prediction", proposal.prediction().isPresent()));
        items.add(new Item(
                "values of all cited evidence are frozen",
                !proposal.evidence().isEmpty()
                        && decision.snapshot().listSources().containsAll(proposal.evidence())));
        items.add(new Item(
                "ballots are kept",
                rounds.stream().noneMatch(round -> round.ballots().isEmpty())));
        items.add(new Item(
                "nobody objected, or dissent is kept",
                !decision.dissent().isEmpty()
                        || rounds.get(rounds.size() - 1).concerns().isEmpty()));
        return new DecisionQuality(items);
    }

    /** The number of items met. */
    public int met() {
        return (int) items.stream().filter(Item::met).count();
    }

    /** The score in words, with what is missing. */
    public Explanation explanation() {
        Explanation text = Explanation.of("%s of %s items of the record are there.", met(), items.size());
        for (Item item : items) {
            text = item.met() ? text : text.because("Missing: %s.", item.name());
        }
        return text;
    }
}

package org.iltlib.decision.panel;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Outcome;

/**
 * Where a panel stands after its last round.
 *
 * @param status adopted: the panel has a verdict on every item; needs another round; or escalated: nothing moves any
 *     more, or the last round is over, and items are open, which somebody else must now decide
 * @param items each item's standing, in order
 * @param concordance Kendall's W of those who answered about every item
 * @param complete how many they are
 * @param why why, in words
 */
public record PanelResult(
        Outcome.Status status, List<PanelItem> items, Measured<Rational> concordance, int complete, Explanation why) {
    /** Copies the list. */
    public PanelResult {
        items = List.copyOf(items);
        Checks.notNegative(complete, "complete");
    }

    /** The items with that verdict, in order. */
    public List<String> listItems(ConsensusRule.Verdict verdict) {
        return items.stream()
                .filter(item -> item.verdict() == verdict)
                .map(PanelItem::item)
                .toList();
    }
}

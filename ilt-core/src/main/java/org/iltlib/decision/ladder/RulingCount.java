package org.iltlib.decision.ladder;

import java.util.List;
import org.iltlib.base.Explanation;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;

/** What a ruling amounts to. */
final class RulingCount {

    /**
     * The outcome of a ruling: invalid if somebody was not consulted or a reason is owed and missing.
     *
     * @param sameText whether it is on the text that the team voted on last
     * @param recommended what the team recommended: for (1), against (−1), neither (0)
     * @param legs how many sittings there were
     */
    static Outcome of(Ladder ladder, Ruling ruling, boolean sameText, int recommended, int legs) {
        List<String> unheard = ladder.mustConsult().stream()
                .filter(group -> !ruling.consulted().contains(group))
                .toList();
        boolean differs = !sameText || (recommended != 0 && ruling.adopts() != (recommended > 0));
        String word = ruling.adopts() ? "adopts" : "rejects";
        if (!unheard.isEmpty()) {
            return outcome(ruling, Status.INVALID, legs, "not heard before: " + String.join(", ", unheard) + ".");
        } else if (differs && ruling.reason().isEmpty()) {
            return outcome(
                    ruling,
                    Status.INVALID,
                    legs,
                    word + " it otherwise than the team recommends, and gives no reason.");
        }
        String than =
                differs ? "otherwise than" : recommended == 0 ? "without a recommendation of" : "as recommended by";
        return outcome(
                ruling,
                ruling.adopts() ? Status.ADOPTED : Status.REJECTED,
                legs,
                "%s it, %s the team.".formatted(word, than));
    }

    private static Outcome outcome(Ruling ruling, Status status, int legs, String claim) {
        String protocol = "decision of the " + ruling.authority();
        Explanation why = Explanation.of("%s by %s: %s %s", status, protocol, ruling.by(), claim);
        if (!ruling.consulted().isEmpty()) {
            why = why.because("Heard before: " + String.join(", ", ruling.consulted()) + ".");
        }
        if (ruling.reason().isPresent()) {
            why = why.because("Reason: " + ruling.reason().get());
        }
        Outcome.Builder outcome = Outcome.builder();
        return outcome.status(status)
                .protocol(protocol)
                .round(legs + 1)
                .revision(ruling.revision())
                .explanation(why)
                .build();
    }

    private RulingCount() {}
}

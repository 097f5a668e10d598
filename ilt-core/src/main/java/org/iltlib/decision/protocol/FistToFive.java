package org.iltlib.decision.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Everybody shows from a fist to five fingers. What the low values mean is contested, so the semantics are part of the
 * protocol and of every outcome. A fist with a reason blocks; without one it is a concern to be heard. At least one
 * member must show fingers; whoever abstains is not counted. Heads
 * count, but a majority after rounds is one of weights. Linear in ballots times seats. Immutable.
 *
 * @param semantics what the values mean
 */
public record FistToFive(Semantics semantics) implements DecisionProtocol {
    /** The written form. */
    public static final Form<FistToFive> FORM =
            Form.of("semantics", Forms.enumOf(Semantics.class), FistToFive::semantics, FistToFive::new);

    /** What the values mean. */
    public enum Semantics {
        /** Three and more support it; one and two are concerns to be heard before another round; a fist blocks. */
        CLASSIC("classic", 3, 0),
        /** One means "I do not block"; only the fist stops it. */
        ONLY_THE_FIST_BLOCKS("only the fist blocks", 1, 0),
        /** As classic; from the third round on more than half at three or more decide, if nobody blocks. */
        MAJORITY_AFTER_TWO_ROUNDS("classic, majority after two rounds", 3, 2);

        private final String words;
        private final int passAt;
        private final int rounds;

        Semantics(String words, int passAt, int rounds) {
            this.words = words;
            this.passAt = passAt;
            this.rounds = rounds;
        }
    }

    /** The protocol with these semantics. */
    public static FistToFive of(Semantics semantics) {
        return new FistToFive(semantics);
    }

    @Override
    public String name() {
        return "fist to five (" + semantics.words + ")";
    }

    @Override
    public boolean countsHeads() {
        return true;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Fingers);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        boolean byMajority = semantics.rounds > 0 && context.round() > semantics.rounds;
        List<String> shown = new ArrayList<>();
        for (int fingers = 5; fingers >= 0; fingers--) {
            String name = Integer.toString(fingers);
            Predicate<Position> which = Position.fingers(fingers)::equals;
            int found = byMajority ? count.tally(name, which) : count.tallyHeads(name, which);
            if (found > 0) {
                shown.add("%s × %s".formatted(found, fingers));
            }
        }
        int abstain = byMajority
                ? count.tally("abstain", Position::isAbstention)
                : count.tallyHeads("abstain", Position::isAbstention);
        int cast = count.base(Threshold.Base.CAST);
        count.step("Shown: %s; %s abstain.", shown.isEmpty() ? "nothing" : String.join(", ", shown), abstain);
        List<Ballot> fists = count.those(Position.fingers(0)::equals);
        long blocks =
                fists.stream().filter(ballot -> ballot.reason().isPresent()).count();
        if (blocks > 0) {
            return count.end(Status.BLOCKED, blocks + " with a reason.", "ask what would remove the block");
        }
        count.step("Blocks: none with a reason.");
        if (cast == 0) {
            return count.ending(Status.REJECTED, "no votes counted.").base(0).build();
        }
        Predicate<Position> supports =
                position -> position instanceof Position.Fingers hand && hand.shown() >= semantics.passAt;
        int support = count.those(supports).size();
        int concerns = cast - support;
        count.step("Support: %s of %s show %s or more.", support, cast, semantics.passAt);
        if (concerns == 0) {
            return count.ending(Status.ADOPTED, "all %s show %s or more.".formatted(cast, semantics.passAt))
                    .base(cast)
                    .build();
        }
        if (byMajority) {
            boolean enough = count.isMet(Threshold.MAJORITY, supports);
            return count.ending(
                            enough ? Status.ADOPTED : Status.REJECTED,
                            "%s of %s after %s rounds."
                                    .formatted(
                                            count.weigh(supports),
                                            count.weighBase(Threshold.Base.CAST),
                                            semantics.rounds),
                            Threshold.MAJORITY)
                    .build();
        }
        return count.ending(Status.NEEDS_ROUND, "%s below %s.".formatted(concerns, semantics.passAt))
                .base(cast)
                .nextStep("hear the concerns, amend, vote again")
                .build();
    }
}

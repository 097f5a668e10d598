package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Threshold;

/** Arithmetic against trying everything, which is the definition. */
class ForesightProperties {
    private static final List<Position> VOTES = List.of(Position.yes(), Position.no(), Position.abstain());

    private static List<DecisionProtocol> protocols(Threshold.Base base, int numerator, boolean exceeded) {
        return List.of(
                Majority.of(Threshold.of(new Minimum(Fraction.of(numerator, 6), exceeded), base)),
                Protocols.UNANIMITY,
                Protocols.STRICT_UNANIMITY,
                Protocols.TWO_SIDED);
    }

    private static List<Ballot> ballots(List<Integer> votes) {
        List<Ballot> ballots = new ArrayList<>();
        for (int vote : votes) {
            ballots.add(Ballot.of(person(ballots.size()), CONTEXT, VOTES.get(vote)));
        }
        return ballots;
    }

    @Property(tries = 150)
    void whatIsStillPossibleIsWhatTryingFinds(
            @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 2) Integer> votes,
            @ForAll @IntRange(min = 1, max = 3) int outstanding,
            @ForAll @IntRange(min = 1, max = 7) int kinds,
            @ForAll Threshold.Base base,
            @ForAll @IntRange(min = 1, max = 5) int numerator,
            @ForAll boolean exceeded) {
        for (DecisionProtocol protocol : protocols(base, numerator, exceeded)) {
            Foresight exact = new Foresight(protocol, roll(votes.size() + outstanding), CONTEXT, some(kinds));
            Foresight tried = new Foresight(
                    ForesightTest.tried(protocol, exact.roll()).protocol(), exact.roll(), CONTEXT, some(kinds));
            assertThat(VoteArithmetic.of(exact, ballots(votes))).isPresent();
            assertThat(VoteArithmetic.of(tried, ballots(votes))).isEmpty();
            assertThat(exact.stillPossible(ballots(votes)))
                    .as(protocol.name())
                    .isEqualTo(tried.stillPossible(ballots(votes)));
        }
    }

    @Property(tries = 150)
    void theFirstSmallestFlipIsTheOneThatTryingFinds(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 2) Integer> votes,
            @ForAll @IntRange(min = 1, max = 7) int kinds,
            @ForAll @IntRange(min = 0, max = 4) int most,
            @ForAll Threshold.Base base,
            @ForAll @IntRange(min = 1, max = 5) int numerator,
            @ForAll boolean exceeded) {
        for (DecisionProtocol protocol : protocols(base, numerator, exceeded)) {
            Foresight exact = new Foresight(protocol, roll(votes.size() + 1), CONTEXT, some(kinds));
            Foresight tried = new Foresight(
                    ForesightTest.tried(protocol, exact.roll()).protocol(), exact.roll(), CONTEXT, some(kinds));
            Optional<Foresight.Flip> found = exact.findFlip(ballots(votes), most);
            assertThat(found).as(protocol.name()).isEqualTo(tried.findFlip(ballots(votes), most));
        }
    }

    /** One, two or three of the kinds of votes. */
    private static List<Position> some(int kinds) {
        List<Position> some = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if ((kinds >> i & 1) == 1) {
                some.add(VOTES.get(i));
            }
        }
        return some;
    }
}

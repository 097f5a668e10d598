package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingRoll;

class ProtocolsProperties {
    private static final List<DecisionProtocol> HANDS = List.of(
            Protocols.FIST_TO_FIVE_CLASSIC,
            Protocols.FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS,
            Protocols.FIST_TO_FIVE_THEN_MAJORITY);

    private static List<Ballot> hands(List<Integer> shown) {
        return Members.fingers(shown.stream().mapToInt(i -> i).toArray());
    }

    @Property(tries = 200)
    void theOrderOfBallotsNeverMatters(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 5) Integer> shown, @ForAll int seed) {
        List<Ballot> ballots = hands(shown);
        List<Ballot> shuffled = new ArrayList<>(ballots);
        Collections.shuffle(shuffled, new Random(seed));
        VotingRoll roll = Members.roll(shown.size());
        for (DecisionProtocol protocol : HANDS) {
            assertThat(protocol.decide(shuffled, roll, Members.CONTEXT))
                    .isEqualTo(protocol.decide(ballots, roll, Members.CONTEXT));
        }
    }

    @Property(tries = 200)
    void whoIsCalledWhatNeverMatters(@ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 5) Integer> shown) {
        VotingRoll roll = Members.roll(shown.size());
        VotingRoll renamed = VotingRoll.of(
                roll.seats().stream()
                        .map(seat -> seat.toBuilder()
                                .person(other(seat.person().orElseThrow()))
                                .build())
                        .toList(),
                roll.present().stream().map(ProtocolsProperties::other).collect(Collectors.toSet()),
                List.of());
        List<Ballot> ballots = hands(shown);
        List<Ballot> renamedBallots = ballots.stream()
                .map(ballot -> ballot.toBuilder().person(other(ballot.person())).build())
                .toList();
        for (DecisionProtocol protocol : HANDS) {
            assertThat(protocol.decide(renamedBallots, renamed, Members.CONTEXT))
                    .isEqualTo(protocol.decide(ballots, roll, Members.CONTEXT));
        }
    }

    @Property(tries = 300)
    void moreSupportNeverTurnsAdoptedIntoAnythingElse(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 5) Integer> shown,
            @ForAll @IntRange(min = 0, max = 8) int who) {
        List<Integer> more = new ArrayList<>(shown);
        more.set(who % shown.size(), 5);
        VotingRoll roll = Members.roll(shown.size());
        for (DecisionProtocol protocol : HANDS) {
            if (protocol.decide(hands(shown), roll, Members.CONTEXT).isAdopted()) {
                assertThat(protocol.decide(hands(more), roll, Members.CONTEXT).isAdopted())
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void aNoThatBecomesAYesNeverDefeatsAMajority(
            @ForAll @IntRange(min = 0, max = 6) int yes,
            @ForAll @IntRange(min = 1, max = 6) int no,
            @ForAll @IntRange(min = 0, max = 4) int abstain,
            @ForAll Threshold.Base base,
            @ForAll boolean strict) {
        Majority rule = Majority.of(Threshold.of(new Minimum(Fraction.HALF, strict), base));
        VotingRoll roll = Members.roll(yes + no + abstain);
        Outcome before = rule.decide(Members.votes(yes, no, abstain), roll, Members.CONTEXT);
        Outcome after = rule.decide(Members.votes(yes + 1, no - 1, abstain), roll, Members.CONTEXT);
        assertThat(before.isAdopted() && !after.isAdopted()).isFalse();
    }

    /** Against the definition, by trying every number up to the whole. */
    @Property(tries = 300)
    void theNumberNeededIsTheSmallestThatMeets(
            @ForAll @IntRange(min = 1, max = 50) int whole,
            @ForAll @IntRange(min = 0, max = 11) int numerator,
            @ForAll boolean exceeded) {
        Minimum minimum = new Minimum(Fraction.of(numerator, 12), exceeded);
        long needed = minimum.needed(whole);
        for (int part = 0; part <= whole; part++) {
            assertThat(minimum.isMetBy(part, whole)).isEqualTo(part >= needed);
        }
    }

    @Property(tries = 50)
    void anAbsenceIsNotAVote(@ForAll @IntRange(min = 1, max = 5) int yes) {
        VotingRoll roll = Members.roll(2 * yes + 1);
        Set<PersonId> present = roll.listMembers().stream().limit(yes + 1L).collect(Collectors.toSet());
        Outcome outcome =
                Protocols.MAJORITY.decide(Members.votes(yes, 0, 0), roll.withPresent(present), Members.CONTEXT);
        assertThat(outcome.base()).contains(yes);
        assertThat(outcome.leftOut()).isEmpty();
        assertThat(Members.votes(1, 0, 0).get(0).position()).isEqualTo(Position.yes());
    }

    private static PersonId other(PersonId id) {
        return PersonId.of(new StringBuilder(id.value()).reverse().toString());
    }
}

package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;

class VoteProperties {
    private static final List<Position> POSITIONS = List.of(Position.yes(), Position.no(), Position.abstain());

    /** A room with two seats in three filled by those present, some recused, a proxy and a delegation. */
    private record Room(VotingRoll roll, VotingContext context, List<Ballot> ballots) {
        static Room of(List<Integer> does, Map<PersonId, Rational> weights) {
            int n = does.size();
            Set<PersonId> present = new TreeSet<>();
            List<Recusal> recusals = new ArrayList<>();
            List<Substitution> substitutions = new ArrayList<>();
            List<Ballot> ballots = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int what = does.get(i);
                if (what < 5) {
                    present.add(person(i));
                }
                if (what < 3 || what == 4) {
                    ballots.add(Ballot.of(person(i), CONTEXT, POSITIONS.get(what % 3)));
                }
                if (what == 4) {
                    recusals.add(Recusal.of(person(i), "vendor"));
                }
                if (what == 5 && n > 1) {
                    substitutions.add(Substitution.proxy(person(i), person((i + 1) % n)));
                    ballots.add(Ballot.byProxy(person(i), person((i + 1) % n), CONTEXT, Position.yes()));
                }
                if (what == 6 && n > 1) {
                    substitutions.add(Substitution.delegation(person(i), person((i + 1) % n)));
                }
            }
            VotingRoll roll = Members.roll(n).toBuilder()
                    .present(present)
                    .recusals(recusals)
                    .substitutions(substitutions)
                    .weights(weights)
                    .addSeats(Seat.builder().group(StakeholderGroup.PARENT).build())
                    .build();
            return new Room(roll, CONTEXT.withAllowed(Substitution.Kind.PROXY, Substitution.Kind.DELEGATION), ballots);
        }

        Outcome decide(Threshold.Base base) {
            return Majority.of(Threshold.of(Minimum.MAJORITY, base)).decide(ballots, roll, context);
        }
    }

    @Property(tries = 400)
    void weightsThatAreAllTheSameAreNoWeights(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 7) Integer> does,
            @ForAll @IntRange(min = 1, max = 9) int top,
            @ForAll @IntRange(min = 1, max = 9) int bottom,
            @ForAll Threshold.Base base) {
        Map<PersonId, Rational> same = new HashMap<>();
        for (int i = 0; i < does.size(); i++) {
            same.put(person(i), Rational.of(top, bottom));
        }
        Outcome plain = Room.of(does, Map.of()).decide(base);
        Outcome weighted = Room.of(does, same).decide(base);
        assertThat(weighted.status()).isEqualTo(plain.status());
        assertThat(weighted.counts()).isEqualTo(plain.counts());
        assertThat(weighted.base()).isEqualTo(plain.base());
        assertThat(weighted.leftOut()).isEqualTo(plain.leftOut());
    }

    @Property(tries = 300)
    void theOrderOfBallotsAndSeatsNeverMatters(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 7) Integer> does,
            @ForAll int seed,
            @ForAll Threshold.Base base) {
        Room room = Room.of(does, Map.of(person(0), Rational.of(3, 2)));
        List<Ballot> ballots = new ArrayList<>(room.ballots());
        Collections.shuffle(ballots, new Random(seed));
        assertThat(new Room(room.roll(), room.context(), ballots).decide(base)).isEqualTo(room.decide(base));
        List<Seat> seats = new ArrayList<>(room.roll().seats());
        Collections.shuffle(seats, new Random(seed));
        Room shuffled = new Room(room.roll().toBuilder().seats(seats).build(), room.context(), ballots);
        assertThat(shuffled.decide(base)).isEqualTo(room.decide(base));
    }

    @Property(tries = 300)
    void whoIsCalledWhatNeverMatters(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 7) Integer> does,
            @ForAll Threshold.Base base) {
        Room room = Room.of(does, Map.of(person(0), Rational.of(3, 2)));
        VotingRoll roll = room.roll();
        Room renamed = new Room(
                VotingRoll.builder()
                        .addAllSeats(roll.seats().stream()
                                .map(seat -> seat.toBuilder()
                                        .person(seat.person().map(VoteProperties::other))
                                        .build())
                                .toList())
                        .addAllPresent(roll.present().stream()
                                .map(VoteProperties::other)
                                .toList())
                        .addAllRecusals(roll.recusals().stream()
                                .map(it -> Recusal.of(other(it.person()), it.reason()))
                                .toList())
                        .addAllSubstitutions(roll.substitutions().stream()
                                .map(it -> new Substitution(
                                        it.kind(),
                                        other(it.member()),
                                        it.substitute().map(VoteProperties::other)))
                                .toList())
                        .putWeights(other(person(0)), Rational.of(3, 2))
                        .build(),
                room.context(),
                room.ballots().stream()
                        .map(ballot -> ballot.toBuilder()
                                .person(other(ballot.person()))
                                .castBy(ballot.castBy().map(VoteProperties::other))
                                .build())
                        .toList());
        Outcome before = room.decide(base);
        Outcome after = renamed.decide(base);
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.counts()).isEqualTo(before.counts());
        assertThat(after.weights()).isEqualTo(before.weights());
        assertThat(after.leftOut().stream().map(LeftOut::person).collect(Collectors.toSet()))
                .isEqualTo(before.leftOut().stream()
                        .map(left -> other(left.person()))
                        .collect(Collectors.toSet()));
    }

    private static PersonId other(PersonId person) {
        int number = Integer.parseInt(person.value().substring(2));
        return PersonId.of("p-%03d".formatted(900 - number));
    }

    /**
     * An attacker takes every result shown and tries every way in which all could have voted. Whoever is in a result shown
     * could have voted otherwise in one of them, so nobody's vote is known.
     */
    @Property(tries = 300)
    void whoeverSubtractsAllThatIsShownLearnsNoSingleVote(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 0, max = 2) Integer> said,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 255) Integer> asked,
            @ForAll boolean late,
            @ForAll @IntRange(min = 2, max = 3) int smallest) {
        int n = said.size();
        Map<PersonId, String> votes = new HashMap<>();
        for (int i = 0; i < n - (late ? 1 : 0); i++) {
            votes.put(person(i), POSITIONS.get(said.get(i)).inWords());
        }
        Map<Set<Integer>, Map<String, Integer>> known = new HashMap<>();
        Disclosure.Release all = Disclosure.of(votes, smallest).whole();
        learn(known, all, Map.of("all", members(255, votes)));
        Disclosure vote = all.next();
        if (late) {
            String last = POSITIONS.get(said.get(n - 1)).inWords();
            votes.put(person(n - 1), last);
            Disclosure.Release again = vote.withLate(person(n - 1), last).whole();
            learn(known, again, Map.of("all", members(255, votes)));
            vote = again.next();
        }
        Map<String, Set<PersonId>> groups = new HashMap<>();
        asked.forEach(mask -> groups.put("group " + mask, members(mask, votes)));
        learn(known, vote.by(groups), groups);
        assertThat(findKnownVote(n, known)).isEmpty();
    }

    private static Set<PersonId> members(int mask, Map<PersonId, String> votes) {
        Set<PersonId> members = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            if (((mask >> i) & 1) == 1 && votes.containsKey(person(i))) {
                members.add(person(i));
            }
        }
        return members;
    }

    private static void learn(
            Map<Set<Integer>, Map<String, Integer>> known, Disclosure.Release release, Map<String, Set<PersonId>> of) {
        release.cells()
                .forEach((name, cell) -> cell.value()
                        .ifPresent(counts -> known.put(
                                of.get(name).stream()
                                        .map(person ->
                                                Integer.parseInt(person.value().substring(2)))
                                        .collect(Collectors.toSet()),
                                counts)));
    }

    private static Optional<Integer> findKnownVote(int n, Map<Set<Integer>, Map<String, Integer>> known) {
        List<Set<String>> possible = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            possible.add(new TreeSet<>());
        }
        for (int code = 0; code < Math.pow(3, n); code++) {
            String[] could = new String[n];
            int rest = code;
            for (int i = 0; i < n; i++) {
                could[i] = POSITIONS.get(rest % 3).inWords();
                rest /= 3;
            }
            boolean fits = known.entrySet().stream().allMatch(result -> {
                Map<String, Integer> counts = new HashMap<>();
                result.getKey().forEach(i -> counts.merge(could[i], 1, Integer::sum));
                return counts.equals(result.getValue());
            });
            for (int i = 0; fits && i < n; i++) {
                possible.get(i).add(could[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            int voter = i;
            if (possible.get(i).size() < 2 && known.keySet().stream().anyMatch(set -> set.contains(voter))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}

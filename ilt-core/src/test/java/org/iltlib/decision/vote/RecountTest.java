package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Threshold.Base;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way in which the members of a small team can be present, silent, absent, recused, represented or delegating, held
 * against a recount that is written out below and shares nothing with the code. Half weights are counted in halves. There
 * is one vacant seat besides.
 */
class RecountTest {
    /** What a member does. The next member, in a ring, is the proxy or the delegate. */
    private enum Does {
        YES,
        NO,
        ABSTAIN,
        SILENT,
        ABSENT_WITH_A_BALLOT,
        RECUSED_WITH_A_BALLOT,
        PROXY_YES,
        DELEGATES_IN_THE_ROOM,
        DELEGATES_FROM_AFAR
    }

    private static final Does[] ALL = Does.values();
    private static final int[] HALVES = {3, 1, 2, 5, 4};
    private static final Base[] BASES = Base.values();
    private static final Recusal.Policy[] POLICIES = Recusal.Policy.values();

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void everyTeamOfTwoOrThreeUnderEveryBaseAndPolicyIsCountedAsByHand(int members) {
        for (int code = 0; code < Math.pow(ALL.length, members); code++) {
            for (Base base : BASES) {
                for (Recusal.Policy policy : POLICIES) {
                    check(decode(code, members), base, policy, false);
                    check(decode(code, members), base, policy, true);
                }
            }
        }
    }

    @Test
    void everyTeamOfFourUnderEveryBaseIsCountedAsByHand() {
        for (int code = 0; code < Math.pow(ALL.length, 4); code++) {
            for (Base base : BASES) {
                if (isLeastInItsRing(decode(code, 4))) {
                    check(decode(code, 4), base, POLICIES[code % 4], code % 8 < 4);
                }
            }
        }
    }

    @Test
    void everyTeamOfFiveIsCountedAsByHand() {
        for (int code = 0; code < Math.pow(ALL.length, 5); code++) {
            if (isLeastInItsRing(decode(code, 5))) {
                check(decode(code, 5), BASES[code % 5], POLICIES[code / 5 % 4], code % 40 < 20);
            }
        }
    }

    /** Members stand in a ring, so of teams that differ by where it begins one is enough. */
    private static boolean isLeastInItsRing(Does[] does) {
        List<Does> ring = new ArrayList<>(List.of(does));
        for (int turn = 1; turn < does.length; turn++) {
            Collections.rotate(ring, 1);
            if (Arrays.compare(ring.toArray(Does[]::new), does) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Does[] decode(int code, int members) {
        Does[] does = new Does[members];
        for (int i = 0; i < members; i++) {
            does[i] = ALL[code % ALL.length];
            code /= ALL.length;
        }
        return does;
    }

    private static void check(Does[] does, Base base, Recusal.Policy policy, boolean weighted) {
        Outcome outcome = count(does, base, policy, weighted);
        assertThat(outcome.status())
                .as(
                        "%s of %s, recused %s, weighted %s: %s",
                        List.of(does), base, policy, weighted, outcome.explanation())
                .isEqualTo(byHand(does, base, policy, weighted));
    }

    private static Outcome count(Does[] does, Base base, Recusal.Policy policy, boolean weighted) {
        List<Seat> seats = new ArrayList<>();
        Set<PersonId> present = new TreeSet<>();
        List<Recusal> recusals = new ArrayList<>();
        List<Substitution> substitutions = new ArrayList<>();
        List<Ballot> ballots = new ArrayList<>();
        Map<PersonId, Rational> weights = new TreeMap<>();
        for (int i = 0; i < does.length; i++) {
            PersonId next = person((i + 1) % does.length);
            seats.add(Seat.of(person(i), StakeholderGroup.TEACHER));
            weights.put(person(i), Rational.of(HALVES[i], 2));
            switch (does[i]) {
                case YES, NO, ABSTAIN -> {
                    present.add(person(i));
                    Position position = does[i] == Does.YES
                            ? Position.yes()
                            : does[i] == Does.NO ? Position.no() : Position.abstain();
                    ballots.add(Ballot.of(person(i), CONTEXT, position));
                }
                case SILENT -> present.add(person(i));
                case ABSENT_WITH_A_BALLOT -> ballots.add(Ballot.of(person(i), CONTEXT, Position.yes()));
                case RECUSED_WITH_A_BALLOT -> {
                    present.add(person(i));
                    recusals.add(Recusal.of(person(i), "vendor"));
                    ballots.add(Ballot.of(person(i), CONTEXT, Position.yes()));
                }
                case PROXY_YES -> {
                    substitutions.add(Substitution.proxy(person(i), next));
                    ballots.add(Ballot.byProxy(person(i), next, CONTEXT, Position.yes()));
                }
                case DELEGATES_IN_THE_ROOM, DELEGATES_FROM_AFAR -> {
                    substitutions.add(Substitution.delegation(person(i), next));
                    if (does[i] == Does.DELEGATES_IN_THE_ROOM) {
                        present.add(person(i));
                    }
                }
            }
        }
        seats.add(Seat.builder().group(StakeholderGroup.PARENT).build());
        Collections.reverse(ballots);
        VotingRoll roll = VotingRoll.of(seats, present, recusals)
                .withSubstitutions(substitutions)
                .withWeights(weighted ? weights : Map.of());
        VotingContext context = CONTEXT.withAllowed(Substitution.Kind.PROXY, Substitution.Kind.DELEGATION).toBuilder()
                .recusalPolicy(policy)
                .build();
        return Majority.of(Threshold.of(Minimum.MAJORITY, base)).decide(ballots, roll, context);
    }

    private static Status byHand(Does[] does, Base base, Recusal.Policy policy, boolean weighted) {
        int n = does.length;
        boolean mayNotVote = policy != Recusal.Policy.ADVISORY;
        boolean notInBase = policy == Recusal.Policy.EXCLUDED_FROM_VOTE_AND_BASE
                || policy == Recusal.Policy.EXCLUDED_FROM_QUORUM_TOO;
        boolean notInQuorum = policy == Recusal.Policy.EXCLUDED_FROM_QUORUM_TOO;
        int yes = 0;
        int no = 0;
        int membersInBase = 0;
        int presentInBase = 0;
        int presentWhoMayVote = 0;
        int mayVote = 0;
        int all = 0;
        int quorumOf = 0;
        int quorumThere = 0;
        for (int i = 0; i < n; i++) {
            int weight = weighted ? HALVES[i] : 2;
            Does mine = does[i];
            Does next = does[(i + 1) % n];
            boolean recused = mine == Does.RECUSED_WITH_A_BALLOT;
            boolean there = mine == Does.YES
                    || mine == Does.NO
                    || mine == Does.ABSTAIN
                    || mine == Does.SILENT
                    || mine == Does.DELEGATES_IN_THE_ROOM
                    || recused;
            boolean nextThere = next == Does.YES
                    || next == Does.NO
                    || next == Does.ABSTAIN
                    || next == Does.SILENT
                    || next == Does.DELEGATES_IN_THE_ROOM
                    || (next == Does.RECUSED_WITH_A_BALLOT && !mayNotVote);
            boolean byProxy = mine == Does.PROXY_YES && nextThere;
            boolean delegates = mine == Does.DELEGATES_IN_THE_ROOM || mine == Does.DELEGATES_FROM_AFAR;
            boolean nextVotesYes = next == Does.YES || (next == Does.RECUSED_WITH_A_BALLOT && !mayNotVote);
            boolean carried = delegates && (nextVotesYes || next == Does.NO || next == Does.ABSTAIN);
            if (mine == Does.YES || (recused && !mayNotVote) || byProxy || (delegates && nextVotesYes)) {
                yes += weight;
            }
            if (mine == Does.NO || (delegates && next == Does.NO)) {
                no += weight;
            }
            all += weight;
            mayVote += recused && mayNotVote ? 0 : weight;
            membersInBase += recused && notInBase ? 0 : weight;
            if (there || byProxy || carried) {
                presentInBase += recused && notInBase ? 0 : weight;
                presentWhoMayVote += recused && mayNotVote ? 0 : weight;
            }
            quorumOf += recused && notInQuorum ? 0 : 1;
            quorumThere += there && !(recused && notInQuorum) ? 1 : 0;
        }
        // The vacant seat weighs as much as the others on average: all/n. To stay whole, all is taken n times.
        if (mayVote == 0
                || (base == Base.ENTITLED && 2 * mayVote <= membersInBase)
                || (base == Base.SEATS && 2 * n * mayVote <= all * (n + 1))) {
            return Status.INVALID;
        }
        if (2 * quorumThere <= quorumOf) {
            return Status.NO_QUORUM;
        }
        if (base == Base.PRESENT && 2 * presentWhoMayVote <= presentInBase) {
            return Status.INVALID;
        }
        boolean adopted = switch (base) {
            case CAST, CAST_WITH_ILLEGAL -> 2 * yes > yes + no;
            case PRESENT -> 2 * yes > presentInBase;
            case ENTITLED -> 2 * yes > membersInBase;
            case SEATS -> 2 * n * yes > all * (n + 1);
        };
        if (adopted && yes > 0) {
            return Status.ADOPTED;
        }
        return base == Base.CAST && yes == no && yes > 0 ? Status.TIED : Status.REJECTED;
    }
}

package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieChain;

/**
 * Seats to those with most votes, each voter having several. Block voting gives each voter as many votes as there are
 * seats, limited voting fewer; a ranked ballot gives one to each of its first alternatives, so a voter who ranks fewer
 * uses fewer. In cumulative voting a voter may give several votes to the same one. The majority can win every seat: none
 * of these is proportional.
 *
 * <p>Alternatives that share a rank and would get fewer votes than they are get none: what cannot be given to all of
 * them is not given. Ties for a seat go to the tie chain, then to the order of alternatives; each is noted. Time: linear
 * in the entries. Immutable.
 *
 * <p>Source: Inter-Parliamentary Union and International IDEA, <i>Electoral System Design</i> (2005), on the block vote,
 * limited vote and cumulative vote.
 */
public final class BlockVote {
    private final int votes;
    private final TieChain ties;

    private BlockVote(int votes, TieChain ties) {
        this.votes = votes;
        this.ties = ties;
    }

    /** As many votes as seats, ties by the order of alternatives. */
    public static BlockVote withDefaults() {
        return new BlockVote(0, TieChain.of());
    }

    /** So many votes for each voter, fewer than seats. */
    public static BlockVote limited(int votes) {
        return new BlockVote((int) Checks.positive(votes, "votes"), TieChain.of());
    }

    /** A copy with a tie chain; cumulative ballots have no ranks for it to look at and keep the order of alternatives. */
    public BlockVote withTies(TieChain chain) {
        return new BlockVote(votes, chain);
    }

    /** Its name, for a command line: {@code block-vote} or {@code limited-vote-2}. */
    public String ruleName() {
        return votes == 0 ? "block-vote" : "limited-vote-" + votes;
    }

    /**
     * Counts the ballots with everyone standing.
     *
     * @throws IllegalArgumentException if seats are out of range, or a limited vote has more votes than seats
     */
    public SeatCount count(Profile profile, int seats) {
        return count(profile, seats, List.of());
    }

    /**
     * Counts the ballots; those who have withdrawn are passed over.
     *
     * @throws IllegalArgumentException if seats are out of range, or a limited vote has more votes than seats
     */
    public SeatCount count(Profile profile, int seats, List<Integer> withdrawn) {
        Checks.require(votes <= seats, "%s votes for %s seats. Expected at most as many votes as seats.", votes, seats);
        SeatBallots ballots = new SeatBallots(profile, seats, ties, 1);
        withdrawn.forEach(ballots.hopeful::clear);
        long[] tallies = new long[profile.size()];
        for (int b = 0; b < profile.distinct(); b++) {
            int left = votes == 0 ? seats : votes;
            for (List<Integer> rank : profile.ranking(b).ranks()) {
                List<Integer> standing =
                        rank.stream().filter(x -> !withdrawn.contains(x)).toList();
                if (standing.size() > left) {
                    break;
                }
                for (int x : standing) {
                    tallies[x] = Math.addExact(tallies[x], profile.weight(b));
                }
                left -= standing.size();
            }
        }
        return seat(ballots, tallies).count(ruleName());
    }

    /**
     * Cumulative voting: grades are the votes that a voter gives each alternative, together at most so many.
     *
     * @param perVoter the votes of a voter
     * @throws IllegalArgumentException if seats are out of range, or a ballot gives more votes than it has
     */
    public static SeatCount countCumulative(GradeProfile profile, int seats, int perVoter) {
        Checks.positive(perVoter, "perVoter");
        long[] tallies = new long[profile.size()];
        for (int b = 0; b < profile.ballots(); b++) {
            long given = 0;
            for (int x = 0; x < tallies.length; x++) {
                long votes = Math.max(0, profile.grade(b, x));
                given += votes;
                tallies[x] = Math.addExact(tallies[x], Math.multiplyExact(votes, profile.weight(b)));
            }
            Checks.require(given <= perVoter, "Ballot %s gives %s votes. Expected at most %s.", b + 1, given, perVoter);
        }
        Profile names = Profile.builder(profile.alternatives()).build();
        return seat(new SeatBallots(names, seats, TieChain.of(), 1), tallies).count("cumulative-vote-" + perVoter);
    }

    private static SeatBallots seat(SeatBallots ballots, long[] tallies) {
        List<Rational> votes = ballots.inBallots(tallies);
        ballots.rounds.add(new org.iltlib.choice.CountRound(votes, Rational.ZERO, "All votes are counted."));
        while (ballots.elected.size() < ballots.seats && !ballots.hopeful.isEmpty()) {
            long most =
                    ballots.hopeful.stream().mapToLong(x -> tallies[x]).max().orElseThrow();
            List<Integer> tied = new ArrayList<>();
            ballots.hopeful.stream().filter(x -> tallies[x] == most).forEach(tied::add);
            boolean allFit = ballots.elected.size() + tied.size() <= ballots.seats;
            ballots.elect(allFit ? tied.get(0) : ballots.choose(tied, true, tallies));
        }
        return ballots;
    }
}

package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.TieContext;
import org.iltlib.choice.TieNote;

/** What the rules by transfer share: who stands, who is in, and the report. */
final class SeatBallots {
    final Profile profile;
    final int seats;
    final BitSet hopeful = new BitSet();
    final List<Integer> elected = new ArrayList<>();
    final List<CountRound> rounds = new ArrayList<>();
    private final List<TieNote> notes = new ArrayList<>();
    private final TieChain chain;
    private final long unit;

    /** The unit is the number of smallest fractions in a ballot. */
    SeatBallots(Profile profile, int seats, TieChain chain, long unit) {
        Checks.require(
                seats >= 1 && seats <= profile.size(),
                "seats is %s. Expected 1 to the number of alternatives, %s.",
                seats,
                profile.size());
        Checks.require(profile.scale() == 1, "Ballots have fractional weights. Expected whole ballots for this rule.");
        Checks.require(
                profile.totalWeight() <= Long.MAX_VALUE / unit / 2,
                "%s ballots with so many decimals do not fit 64 bits.",
                profile.totalWeight());
        this.profile = profile;
        this.seats = seats;
        this.unit = unit;
        this.chain = chain;
        hopeful.set(0, profile.size());
    }

    /** Refuses ballots with ties or skipped ranks. */
    SeatBallots requireStrict() {
        Checks.require(
                profile.isStrict(),
                "A ballot has a tie or skips a rank. Expected strict orders. Maybe resolve them when reading.");
        return this;
    }

    /** Whether the count is over: nobody is left to choose. Elects those that fill the places exactly. */
    boolean isComplete(long[] tallies) {
        if (elected.size() == seats) {
            return true;
        }
        if (elected.size() + hopeful.cardinality() <= seats) {
            for (int x : hopeful.stream()
                    .boxed()
                    .sorted((x, y) -> Long.compare(tallies[y], tallies[x]))
                    .toList()) {
                elect(x);
            }
            return true;
        }
        return false;
    }

    void elect(int x) {
        hopeful.clear(x);
        elected.add(x);
    }

    /** One of the tied; what the chain leaves open goes by the order of alternatives, and the note says so. */
    int choose(List<Integer> tied, boolean best, long[] tallies) {
        if (tied.size() == 1) {
            return tied.get(0);
        }
        List<CountRound> sofar = new ArrayList<>(rounds);
        sofar.add(new CountRound(inBallots(tallies), Rational.ZERO, "Now."));
        TieContext context = new TieContext(profile, sofar);
        TieNote note = best ? chain.best(tied, context) : chain.worst(tied, context);
        if (note.kept().size() > 1) {
            List<Integer> order = hopefulFirst(tied);
            TieNote last = TieChain.of(TieBreaks.order(order)).best(note.kept(), context);
            TieNote end = best ? last : TieChain.of(TieBreaks.order(order)).worst(note.kept(), context);
            note = new TieNote(tied, end.kept(), "separated by the order of alternatives");
        }
        notes.add(note);
        return note.kept().get(0);
    }

    private static List<Integer> hopefulFirst(List<Integer> tied) {
        return tied.stream().sorted().toList();
    }

    List<Rational> inBallots(long[] tallies) {
        List<Rational> list = new ArrayList<>();
        for (long tally : tallies) {
            list.add(Rational.of(tally, unit));
        }
        return list;
    }

    void tell(long[] tallies, String action) {
        List<Rational> list = inBallots(tallies);
        Rational rest = list.stream().reduce(Rational.of(profile.totalWeight()), Rational::minus);
        rounds.add(new CountRound(list, rest, action));
    }

    String name(int x) {
        return profile.alternatives().get(x);
    }

    SeatCount count(String rule) {
        Explanation why = Explanation.of(
                "%s", "Elected: " + elected.stream().map(this::name).collect(Collectors.joining(", ")) + ".");
        for (int r = 0; r < rounds.size(); r++) {
            why = why.because("%s", "Stage " + (r + 1) + ": " + rounds.get(r).action());
        }
        return SeatCount.builder()
                .rule(rule)
                .alternatives(profile.alternatives())
                .elected(elected)
                .rounds(rounds)
                .ties(notes)
                .why(why)
                .build();
    }
}

package org.iltlib.choice.tabulation;

import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieNote;

/** One pass through the rounds. Votes are whole numbers of units, 10^decimals to a vote. */
final class Tabulator {
    private final TabulationRules rules;
    private final List<String> names;
    private final int writeIns;
    private final long unit;
    private final Papers papers;
    private final DrawnTies.Draw draw;
    private final boolean transfers;
    /** Neither excluded nor eliminated; the elected stay in unless their votes move on. */
    private final BitSet standing = new BitSet();

    private final BitSet elected = new BitSet();
    private final long[] kept;
    private long residue;
    private Rational threshold = Rational.ZERO;

    private final List<TabulationRound.Builder> rounds = new ArrayList<>();
    private final List<long[]> earlier = new ArrayList<>();
    private final List<String> inOrder = new ArrayList<>();
    private final List<TieNote> notes = new ArrayList<>();

    Tabulator(TabulationRules rules, MarkedBallots ballots) {
        this.rules = rules;
        this.names = ballots.candidates();
        this.writeIns = ballots.findWriteIns().orElse(-1);
        this.unit = LongMath.pow(10, rules.decimals());
        this.papers = new Papers(rules, ballots, unit);
        this.draw = rules.ties().start(names);
        this.transfers = rules.mode() == ElectionMode.SEVERAL_A_ROUND || rules.mode() == ElectionMode.ONE_A_ROUND;
        this.kept = new long[names.size()];
        standing.set(0, names.size());
        ballots.excluded().forEach(standing::clear);
        Checks.require(standing(ballots) > 0, "All of the %s candidates are excluded.", names.size());
    }

    TabulationPass run() {
        boolean closing = false;
        for (int number = 1; ; number++) {
            move(closing);
            long[] tallies = tallies();
            setThreshold(number);
            BitSet chosen = closing ? new BitSet() : chosen(tallies);
            BitSet leaving = chosen.isEmpty() && !closing ? leaving(tallies) : new BitSet();
            tell(tallies, chosen, leaving);
            earlier.add(tallies);
            standing.andNot(leaving);
            elected.or(chosen);
            byTally(chosen, tallies).forEach(x -> inOrder.add(names.get(x)));
            if (closing || number >= rules.lastRound() || isOver(chosen, leaving)) {
                return new TabulationPass(
                        rounds.stream()
                                .<TabulationRound>map(TabulationRound.Builder::build)
                                .toList(),
                        inOrder,
                        notes);
            }
            closing = transfers && elected.cardinality() == rules.seats();
        }
    }

    private boolean isOver(BitSet chosen, BitSet leaving) {
        if (transfers) {
            return hopefuls().isEmpty() && elected.cardinality() < rules.seats();
        }
        if (!rules.toTwo()) {
            return !chosen.isEmpty() || hopefuls().isEmpty();
        }
        return !elected.isEmpty() && leaving.isEmpty() && declared().cardinality() <= 2;
    }

    /** Those who stand and can be elected, elected ones included. */
    private BitSet declared() {
        BitSet declared = (BitSet) standing.clone();
        if (writeIns >= 0) {
            declared.clear(writeIns);
        }
        return declared;
    }

    private BitSet hopefuls() {
        BitSet hopefuls = declared();
        hopefuls.andNot(elected);
        return hopefuls;
    }

    /** Passes on what the last elected hold too much, and what those held who left. */
    private void move(boolean closing) {
        if (!rounds.isEmpty()) {
            TabulationRound.Builder last = rounds.get(rounds.size() - 1);
            if (transfers) {
                long[] tallies = earlier.get(earlier.size() - 1);
                elected.stream().filter(x -> kept[x] < 0).forEach(x -> passOn(x, tallies[x], last));
            }
            papers.move(this::receives, closing)
                    .forEach((from, targets) -> targets.forEach((to, votes) -> last.addTransfers(new VoteTransfer(
                            names.get(from),
                            to == Papers.NOBODY ? Optional.empty() : Optional.of(names.get(to)),
                            Rational.of(votes, unit)))));
        } else {
            papers.move(this::receives, false);
        }
    }

    private boolean receives(int candidate) {
        return standing.get(candidate) && !(transfers && elected.get(candidate));
    }

    private void passOn(int candidate, long tally, TabulationRound.Builder last) {
        long needed = units(threshold);
        kept[candidate] = papers.passOn(candidate, tally - needed, tally, unit);
        long cut = kept[candidate] - needed;
        if (cut > 0) {
            kept[candidate] = needed;
            residue += cut;
            last.putResidues(names.get(candidate), Rational.of(cut, unit));
        }
    }

    /** In units, rounded up. */
    private long units(Rational votes) {
        return votes.times(unit).negate().floor().negate().longValueExact();
    }

    private long[] tallies() {
        long[] tallies = papers.tallies(names.size());
        for (int x = 0; transfers && x < tallies.length; x++) {
            tallies[x] += elected.get(x) ? kept[x] : 0;
        }
        return tallies;
    }

    private void setThreshold(int number) {
        boolean share = rules.mode() == ElectionMode.BOTTOMS_UP_TO_SHARE;
        boolean several = transfers || rules.mode() == ElectionMode.BOTTOMS_UP;
        if (number > 1 && (several || rules.fixedByFirstRound() || !elected.isEmpty())) {
            return;
        }
        long active = 0;
        for (long tally : papers.tallies(names.size())) {
            active += tally;
        }
        int seats = rules.mode() == ElectionMode.PASSES ? 1 : rules.seats();
        threshold = share
                ? rules.share().times(Rational.of(active, unit))
                : Rational.of(rules.threshold().of(active, seats, unit), unit);
        if (rules.leastVotes().compareTo(threshold) > 0) {
            threshold = rules.leastVotes();
        }
    }

    private boolean reaches(long tally, Rational votes) {
        return Rational.of(tally, unit).compareTo(votes) >= 0;
    }

    /** Who is elected in this round. */
    private BitSet chosen(long[] tallies) {
        BitSet hopefuls = hopefuls();
        BitSet chosen = new BitSet();
        if (writeIns >= 0 && standing.get(writeIns) && tallies[writeIns] > 0) {
            return chosen;
        }
        hopefuls.stream().filter(x -> reaches(tallies[x], threshold)).forEach(chosen::set);
        if (rules.mode() == ElectionMode.BOTTOMS_UP_TO_SHARE) {
            return chosen.equals(hopefuls) ? chosen : new BitSet();
        }
        int seats = rules.mode() == ElectionMode.PASSES ? 1 : rules.seats();
        int open = seats - elected.cardinality();
        if (open <= 0) {
            return new BitSet();
        }
        if (hopefuls.cardinality() <= open) {
            chosen = hopefuls;
        } else if (rules.mode() == ElectionMode.BOTTOMS_UP) {
            return new BitSet();
        }
        boolean lastTwo = seats == 1
                && hopefuls.cardinality() == 2
                && hopefuls.stream().allMatch(x -> reaches(tallies[x], rules.leastVotes()));
        boolean one = rules.mode() == ElectionMode.ONE_A_ROUND || seats == 1;
        if ((chosen.cardinality() > 1 && one) || (chosen.isEmpty() && lastTwo)) {
            BitSet top = extreme(chosen.isEmpty() ? hopefuls : chosen, tallies, true);
            chosen = new BitSet();
            chosen.set(draw(top, true));
        }
        return chosen;
    }

    private static BitSet extreme(BitSet among, long[] tallies, boolean most) {
        long best = among.stream()
                .mapToLong(x -> most ? tallies[x] : -tallies[x])
                .max()
                .orElseThrow();
        BitSet extreme = new BitSet();
        among.stream().filter(x -> (most ? tallies[x] : -tallies[x]) == best).forEach(extreme::set);
        return extreme;
    }

    private int draw(BitSet tied, boolean toWin) {
        List<Integer> list = tied.stream().boxed().toList();
        if (list.size() == 1) {
            return list.get(0);
        }
        int drawn = draw.choose(list, toWin, earlier);
        notes.add(new TieNote(list, List.of(drawn), "separated by " + rules.ties()));
        return drawn;
    }

    /** Who leaves in this round. */
    private BitSet leaving(long[] tallies) {
        BitSet hopefuls = hopefuls();
        BitSet leaving = new BitSet();
        if (!elected.isEmpty() && !transfers && declared().cardinality() <= 2) {
            return leaving;
        }
        if (writeIns >= 0 && standing.get(writeIns) && tallies[writeIns] > 0) {
            leaving.set(writeIns);
            return leaving;
        }
        hopefuls.stream().filter(x -> !reaches(tallies[x], rules.leastVotes())).forEach(leaving::set);
        Checks.require(
                leaving.isEmpty() || !leaving.equals(hopefuls),
                "None of those left holds %s votes. Maybe leastVotes is too many.",
                rules.leastVotes());
        if (leaving.isEmpty() && rules.mode() == ElectionMode.BOTTOMS_UP_TO_SHARE && rules.allUnderShareLeave()) {
            hopefuls.stream().filter(x -> !reaches(tallies[x], threshold)).forEach(leaving::set);
            if (leaving.equals(hopefuls)) {
                leaving.clear();
            }
        }
        if (leaving.isEmpty() && rules.batches()) {
            leaving = batch(hopefuls, tallies);
        }
        if (leaving.isEmpty()) {
            leaving.set(draw(extreme(hopefuls, tallies, false), false));
        }
        return leaving;
    }

    /** The largest group of two or more who together hold fewer than the next; nobody if there is none. */
    private BitSet batch(BitSet hopefuls, long[] tallies) {
        List<Integer> falling = byTally(hopefuls, tallies);
        BitSet group = new BitSet();
        BitSet batch = new BitSet();
        int needed = rules.toTwo() && elected.isEmpty() ? 2 : 1;
        long together = 0;
        for (int i = falling.size() - 1; i >= needed; i--) {
            group.set(falling.get(i));
            together += tallies[falling.get(i)];
            if (together < tallies[falling.get(i - 1)] && group.cardinality() > 1) {
                batch = (BitSet) group.clone();
            }
        }
        return batch;
    }

    private static List<Integer> byTally(BitSet set, long[] tallies) {
        return set.stream()
                .boxed()
                .sorted((x, y) -> Long.compare(tallies[y], tallies[x]))
                .toList();
    }

    private void tell(long[] tallies, BitSet chosen, BitSet leaving) {
        Map<String, Rational> held = new LinkedHashMap<>();
        standing.stream().forEach(x -> held.put(names.get(x), Rational.of(tallies[x], unit)));
        Map<InactiveReason, Rational> inactive = new EnumMap<>(InactiveReason.class);
        papers.inactive().forEach((reason, votes) -> inactive.put(reason, Rational.of(votes, unit)));
        chosen.stream().forEach(x -> kept[x] = -1);
        rounds.add(TabulationRound.builder()
                .tallies(held)
                .threshold(threshold)
                .inactive(new InactiveBallots(inactive))
                .residue(Rational.of(residue, unit))
                .elected(chosen.stream().mapToObj(names::get).toList())
                .eliminated(leaving.stream().mapToObj(names::get).toList()));
    }

    /** How many can be elected. */
    static int standing(MarkedBallots ballots) {
        return (int) IntStream.range(0, ballots.candidates().size())
                .filter(x -> !ballots.excluded().contains(x)
                        && ballots.findWriteIns().orElse(-1) != x)
                .count();
    }
}

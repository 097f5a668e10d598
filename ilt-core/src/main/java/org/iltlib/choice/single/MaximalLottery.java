package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Rational;

/**
 * A maximal lottery: chances of winning such that, against any alternative drawn instead, at least as many prefer the
 * lottery as do not. It is an optimal strategy of the game in which two players name an alternative each and the first
 * is paid the margin. For teaching and study: a team that draws lots should use a {@linkplain org.iltlib.choice.TieBreaks#lot
 * committed one}.
 *
 * <p>Exact: linear programmes over rationals by the simplex method with Bland's rule, one for each alternative. That is
 * quick for a dozen alternatives or two; it may be exponential. If all margins between different alternatives are odd
 * the lottery is unique; else there may be several, and then this one gives a chance to all that have one in any of
 * them (the essential set), while the chances themselves depend on the order of the alternatives.
 *
 * <p>Sources: P. C. Fishburn (1984), <i>Review of Economic Studies</i> 51, doi 10.2307/2297786; G. Laffond, J.-F.
 * Laslier and M. Le Breton (1993), <i>Games and Economic Behavior</i> 5, doi 10.1006/game.1993.1010; B. Dutta and J.-F.
 * Laslier (1999), <i>Social Choice and Welfare</i> 16, doi 10.1007/s003550050158.
 *
 * @param alternatives the names, by index
 * @param chances the chance of each, zero or more; they sum to 1
 * @param unique whether it is the only maximal lottery
 */
public record MaximalLottery(List<String> alternatives, List<Rational> chances, boolean unique) {
    /** Copies. */
    public MaximalLottery {
        alternatives = List.copyOf(alternatives);
        chances = List.copyOf(chances);
    }

    /** The lottery of these margins. */
    public static MaximalLottery of(Margins margins) {
        return of(margins, false);
    }

    /** The lottery of the game in which a win pays 1, however narrow. Its support is the bipartisan set. */
    public static MaximalLottery ofMajorities(Margins margins) {
        return of(margins, true);
    }

    /** Those with a chance, rising. */
    public List<Integer> support() {
        return IntStream.range(0, chances.size())
                .filter(x -> chances.get(x).signum() > 0)
                .boxed()
                .toList();
    }

    private static MaximalLottery of(Margins margins, boolean signs) {
        int n = margins.size();
        Rational[][] game = new Rational[n][n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                long margin = margins.margin(x, y);
                game[x][y] = Rational.of(signs ? Long.signum(margin) : margin);
            }
        }
        List<Rational[]> best = new ArrayList<>();
        Rational most = Rational.ZERO;
        for (int x = 0; x < n; x++) {
            Rational[] lottery = favouring(x, game);
            if (lottery[x].signum() > 0) {
                best.add(lottery);
                most = most.plus(lottery[x]);
            }
        }
        List<Rational> chances = new ArrayList<>();
        for (int x = 0; x < n; x++) {
            Rational sum = Rational.ZERO;
            for (Rational[] lottery : best) {
                sum = sum.plus(lottery[x]);
            }
            chances.add(sum.dividedBy(best.size()));
        }
        return new MaximalLottery(margins.alternatives(), chances, most.equals(Rational.ONE));
    }

    /**
     * The maximal lottery that gives x most. Lotteries scaled down are a cone cut off at 1: where x can have a chance,
     * the most it can have is reached at the full sum; where it cannot, the answer is zero for x.
     */
    private static Rational[] favouring(int x, Rational[][] game) {
        int n = game.length;
        Simplex simplex = new Simplex(n, n + 1);
        for (int y = 0; y < n; y++) {
            for (int z = 0; z < n; z++) {
                simplex.set(y, z, game[y][z]);
            }
        }
        for (int z = 0; z < n; z++) {
            simplex.set(n, z, Rational.ONE);
        }
        simplex.limit(n, Rational.ONE);
        simplex.reward(x, Rational.ONE);
        return simplex.maximise();
    }
}

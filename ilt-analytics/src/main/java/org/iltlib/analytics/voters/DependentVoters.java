package org.iltlib.analytics.voters;

import java.util.Arrays;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;

/** Voters who have something in common: earlier voters, a space, a chain of orders, another model. */
record DependentVoters(String modelName, int alternatives, Law law) implements VoterModel {

    /** Draws all voters at once. */
    interface Law {
        Electorate draw(int voters, SplitMix chance);
    }

    DependentVoters {
        VoterModels.checkAlternatives(alternatives);
    }

    @Override
    public Electorate draw(int voters, long seed) {
        Checks.positive(voters, "voters");
        return law.draw(voters, SplitMix.of(seed));
    }

    @Override
    public String toString() {
        return modelName;
    }

    static Law urn(int alternatives, double alpha) {
        return (voters, chance) -> {
            int[][] orders = new int[voters][];
            for (int v = 0; v < voters; v++) {
                double returned = v * alpha;
                if (chance.nextDouble() * (1 + returned) < returned) {
                    orders[v] = orders[chance.nextInt(v)];
                } else {
                    orders[v] = Samplers.identity(alternatives);
                    chance.shuffle(orders[v], alternatives);
                }
            }
            return new Electorate(alternatives, orders, new double[0][]);
        };
    }

    static Law spatial(int alternatives, int dimensions, VoterModels.Spread spread) {
        return (voters, chance) -> {
            double[][] places = new double[alternatives][];
            for (int x = 0; x < alternatives; x++) {
                places[x] = point(chance, dimensions, spread);
            }
            int[][] orders = new int[voters][];
            double[][] utilities = new double[voters][alternatives];
            for (int v = 0; v < voters; v++) {
                double[] own = point(chance, dimensions, spread);
                for (int x = 0; x < alternatives; x++) {
                    double squares = 0;
                    for (int d = 0; d < dimensions; d++) {
                        squares += (own[d] - places[x][d]) * (own[d] - places[x][d]);
                    }
                    utilities[v][x] = -StrictMath.sqrt(squares);
                }
                orders[v] = Samplers.byUtility(utilities[v]);
            }
            return new Electorate(alternatives, orders, utilities);
        };
    }

    private static double[] point(SplitMix chance, int dimensions, VoterModels.Spread spread) {
        double[] point = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            point[d] = spread == VoterModels.Spread.UNIFORM ? chance.nextDouble() : chance.nextGaussian();
        }
        return point;
    }

    static Law singleCrossing(int alternatives) {
        return (voters, chance) -> {
            int steps = alternatives * (alternatives - 1) / 2;
            int[][] chain = new int[steps + 1][];
            chain[0] = Samplers.identity(alternatives);
            for (int step = 1; step <= steps; step++) {
                int[] order = chain[step - 1].clone();
                int[] rising = new int[alternatives];
                int found = 0;
                for (int k = 0; k + 1 < alternatives; k++) {
                    if (order[k] < order[k + 1]) {
                        rising[found++] = k;
                    }
                }
                int k = rising[chance.nextInt(found)];
                int above = order[k];
                order[k] = order[k + 1];
                order[k + 1] = above;
                chain[step] = order;
            }
            int[][] orders = new int[voters][];
            for (int v = 0; v < voters; v++) {
                orders[v] = chain[chance.nextInt(chain.length)];
            }
            return new Electorate(alternatives, orders, new double[0][]);
        };
    }

    static Law truncated(VoterModel model, double stopping) {
        return (voters, chance) -> {
            Electorate whole = model.draw(voters, chance.nextLong());
            int[][] orders = new int[voters][];
            for (int v = 0; v < voters; v++) {
                int[] order = whole.orders()[v];
                int length = Math.min(1, order.length);
                while (length < order.length && chance.nextDouble() >= stopping) {
                    length++;
                }
                orders[v] = Arrays.copyOf(order, length);
            }
            return new Electorate(whole.alternatives(), orders, whole.utilities());
        };
    }

    static Law noisy(VoterModel model, double dispersion) {
        return (voters, chance) -> {
            Electorate exact = model.draw(voters, chance.nextLong());
            int[][] orders = new int[voters][];
            for (int v = 0; v < voters; v++) {
                orders[v] = new int[exact.orders()[v].length];
                Samplers.insert(chance, exact.orders()[v], dispersion, orders[v]);
            }
            return new Electorate(exact.alternatives(), orders, exact.utilities());
        };
    }
}

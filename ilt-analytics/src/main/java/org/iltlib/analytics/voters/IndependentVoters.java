package org.iltlib.analytics.voters;

import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;

/** Voters drawn one by one from the same law. */
record IndependentVoters(String modelName, int alternatives, boolean valued, Samplers.Sampler sampler)
        implements VoterModel {

    IndependentVoters {
        VoterModels.checkAlternatives(alternatives);
    }

    @Override
    public Electorate draw(int voters, long seed) {
        Checks.positive(voters, "voters");
        SplitMix chance = SplitMix.of(seed);
        int[][] orders = new int[voters][];
        double[][] utilities = new double[valued ? voters : 0][];
        double[] unused = new double[0];
        for (int v = 0; v < voters; v++) {
            orders[v] = Samplers.identity(alternatives);
            if (valued) {
                utilities[v] = new double[alternatives];
            }
            sampler.draw(chance, orders[v], valued ? utilities[v] : unused);
        }
        return new Electorate(alternatives, orders, utilities);
    }

    @Override
    public String toString() {
        return modelName;
    }
}

package org.iltlib.analytics.voters;

import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;

/** Each voter belongs to one of several models, by share. */
final class Mixture implements VoterModel {
    private final List<VoterModel> models;
    private final double[] shares;

    Mixture(List<VoterModel> models, double... shares) {
        this.models = List.copyOf(Checks.notEmpty(models, "models"));
        this.shares = shares.clone();
        Checks.require(
                shares.length == models.size(),
                "There are %s shares for %s models. Expected one for each.",
                shares.length,
                models.size());
        double sum = 0;
        for (double share : shares) {
            sum += Checks.share(share, "share");
        }
        Checks.require(Math.abs(sum - 1) < 1e-9, "The shares add up to %s. Expected 1.", sum);
        for (VoterModel model : models) {
            Checks.require(
                    model.alternatives() == models.get(0).alternatives(),
                    "%s has %s alternatives, %s has %s. Expected the same number.",
                    model.modelName(),
                    model.alternatives(),
                    models.get(0).modelName(),
                    models.get(0).alternatives());
        }
    }

    @Override
    public String modelName() {
        return models.stream().map(VoterModel::modelName).collect(Collectors.joining(", ", "mixture of ", ""));
    }

    @Override
    public int alternatives() {
        return models.get(0).alternatives();
    }

    @Override
    public Electorate draw(int voters, long seed) {
        Checks.positive(voters, "voters");
        SplitMix chance = SplitMix.of(seed);
        int[] member = new int[voters];
        int[] size = new int[models.size()];
        for (int v = 0; v < voters; v++) {
            double left = chance.nextDouble();
            int k = 0;
            while (k < shares.length - 1 && left >= shares[k]) {
                left -= shares[k++];
            }
            member[v] = k;
            size[k]++;
        }
        Electorate[] parts = new Electorate[models.size()];
        boolean valued = true;
        for (int k = 0; k < parts.length; k++) {
            parts[k] = models.get(k).draw(Math.max(1, size[k]), chance.nextLong());
            valued &= parts[k].hasUtilities();
        }
        int[][] orders = new int[voters][];
        double[][] utilities = new double[valued ? voters : 0][];
        int[] next = new int[models.size()];
        for (int v = 0; v < voters; v++) {
            int at = next[member[v]]++;
            orders[v] = parts[member[v]].orders()[at];
            if (valued) {
                utilities[v] = parts[member[v]].utilities()[at];
            }
        }
        return new Electorate(alternatives(), orders, utilities);
    }

    @Override
    public String toString() {
        return modelName();
    }
}

package org.iltlib.analytics.voters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.iltlib.choice.Ranking;
import org.junit.jupiter.api.Test;

/** Each model against its law: the expected shares are worked out here, order by order, from the definition. */
class VoterModelsTest {
    private static final List<List<Integer>> ORDERS = orders(4);

    @Test
    void impartialCultureDrawsEveryOrderAlike() {
        follows(VoterModels.impartialCulture(4), order -> 1.0 / 24);
    }

    @Test
    void mallowsFallsOffWithThePairsTurnedAround() {
        for (double dispersion : new double[] {0.3, 0.8, 1}) {
            double all = ORDERS.stream()
                    .mapToDouble(order -> Math.pow(dispersion, turned(order)))
                    .sum();
            follows(VoterModels.mallows(4, dispersion), order -> Math.pow(dispersion, turned(order)) / all);
        }
        Electorate all = VoterModels.mallows(new int[] {2, 0, 1}, 0).draw(50, 1);
        assertThat(IntStream.range(0, 50).mapToObj(all::order)).allMatch(o -> Arrays.equals(o, new int[] {2, 0, 1}));
    }

    @Test
    void plackettLuceChoosesByWeightAmongThoseLeft() {
        double[] weights = {4, 2, 1, 0.5};
        follows(VoterModels.plackettLuce(weights), order -> {
            double left = 7.5;
            double probability = 1;
            for (int x : order) {
                probability *= weights[x] / left;
                left -= weights[x];
            }
            return probability;
        });
    }

    @Test
    void walshDrawsEverySinglePeakedOrderAlike() {
        follows(VoterModels.singlePeakedWalsh(4), order -> isSinglePeaked(order) ? 1.0 / 8 : 0);
    }

    @Test
    void conitzerDrawsEveryPeakAlikeAndThenTurnsLeftOrRight() {
        follows(VoterModels.singlePeakedConitzer(4), order -> {
            if (!isSinglePeaked(order)) {
                return 0;
            }
            int low = order.get(0);
            int high = low;
            double probability = 0.25;
            for (int x : order.subList(1, 4)) {
                probability *= low > 0 && high < 3 ? 0.5 : 1;
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            return probability;
        });
    }

    /** By definition: two voters of three alternatives make 21 different anonymous profiles, each with 1/21. */
    @Test
    void impartialAnonymousCultureDrawsEveryCountOfOrdersAlike() {
        Map<String, Integer> counts = new TreeMap<>();
        int draws = 42_000;
        VoterModel model = VoterModels.impartialAnonymousCulture(3);
        for (int seed = 0; seed < draws; seed++) {
            Electorate pair = model.draw(2, seed * 7_919L);
            List<String> both =
                    new ArrayList<>(List.of(Arrays.toString(pair.order(0)), Arrays.toString(pair.order(1))));
            both.sort(null);
            counts.merge(both.toString(), 1, Integer::sum);
        }
        assertThat(counts).hasSize(21);
        double expected = draws / 21.0;
        double statistic = counts.values().stream()
                .mapToDouble(found -> (found - expected) * (found - expected) / expected)
                .sum();
        assertThat(statistic).isLessThan(critical(20));
    }

    /** By the law of the urn: the second voter copies with α ÷ (1 + α), otherwise agrees by chance with 1/m!. */
    @Test
    void urnVotersAgreeAsOftenAsTheUrnSays() {
        double alpha = 0.5;
        double expected = (1.0 / 6 + alpha) / (1 + alpha);
        VoterModel model = VoterModels.urn(3, alpha);
        int same = 0;
        int draws = 20_000;
        for (int seed = 0; seed < draws; seed++) {
            Electorate three = model.draw(3, seed * 104_729L);
            same += Arrays.equals(three.order(0), three.order(2)) ? 1 : 0;
        }
        assertThat((double) same / draws).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / draws)));
        assertThat(VoterModels.urn(3, 0).draw(300, 5).toProfile().distinct()).isEqualTo(6);
    }

    @Test
    void spatialVotersPreferWhatIsNear() {
        for (VoterModels.Spread spread : VoterModels.Spread.values()) {
            Electorate electorate = VoterModels.spatial(5, 2, spread).draw(40, 3);
            for (int v = 0; v < 40; v++) {
                int[] order = electorate.order(v);
                for (int place = 1; place < 5; place++) {
                    assertThat(electorate.utility(v, order[place - 1]))
                            .isGreaterThanOrEqualTo(electorate.utility(v, order[place]));
                }
                assertThat(electorate.utility(v, order[0])).isNegative();
            }
        }
    }

    /** On the unit interval the mean distance of two points is 1/3. */
    @Test
    void spatialDistancesAreThoseOfUniformPoints() {
        double sum = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            sum -= VoterModels.spatial(1, 1, VoterModels.Spread.UNIFORM)
                            .draw(1, seed)
                            .utility(0, 0)
                    / 4_000;
        }
        assertThat(sum).isCloseTo(1.0 / 3, within(4 * Math.sqrt(1.0 / 18 / 4_000)));
    }

    @Test
    void mixturesHaveTheirShares() {
        VoterModel blocs = VoterModels.mixture(
                List.of(VoterModels.mallows(new int[] {0, 1, 2}, 0), VoterModels.mallows(new int[] {2, 1, 0}, 0)),
                0.75,
                0.25);
        Electorate drawn = blocs.draw(10_000, 11);
        long first =
                IntStream.range(0, 10_000).filter(v -> drawn.order(v)[0] == 0).count();
        assertThat(first / 10_000.0).isCloseTo(0.75, within(4 * Math.sqrt(0.75 * 0.25 / 10_000)));
        assertThat(drawn.toProfile().distinct()).isEqualTo(2);
        assertThat(drawn.hasUtilities()).isFalse();
        VoterModel three = VoterModels.mixture(
                List.of(
                        VoterModels.mallows(new int[] {0, 1, 2}, 0),
                        VoterModels.mallows(new int[] {1, 2, 0}, 0),
                        VoterModels.mallows(new int[] {2, 1, 0}, 0)),
                0.5,
                0.2,
                0.3);
        Electorate thirds = three.draw(10_000, 12);
        long second =
                IntStream.range(0, 10_000).filter(v -> thirds.order(v)[0] == 1).count();
        assertThat(second / 10_000.0).isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / 10_000)));
        VoterModel valued =
                VoterModels.mixture(List.of(VoterModels.plackettLuce(9, 1), VoterModels.impartialCulture(2)), 0.5, 0.5);
        assertThat(valued.draw(9, 1).hasUtilities()).isTrue();
        assertThat(valued.toString()).isEqualTo("mixture of Plackett–Luce, impartial culture");
    }

    @Test
    void truncatedVotersStopWithTheChanceGiven() {
        Electorate drawn =
                VoterModels.truncated(VoterModels.impartialCulture(4), 0.4).draw(10_000, 11);
        long[] lengths = new long[5];
        for (int v = 0; v < 10_000; v++) {
            lengths[drawn.order(v).length]++;
        }
        assertThat(lengths[0]).isZero();
        assertThat(lengths[1] / 10_000.0).isCloseTo(0.4, within(0.02));
        assertThat(lengths[2] / 10_000.0).isCloseTo(0.24, within(0.02));
        assertThat(lengths[4] / 10_000.0).isCloseTo(0.216, within(0.02));
        assertThat(drawn.hasUtilities()).isTrue();
    }

    @Test
    void noiseOfZeroChangesNothingAndNoiseOfOneForgetsEverything() {
        VoterModel sure = VoterModels.mallows(4, 0);
        assertThat(VoterModels.noisy(sure, 0).draw(30, 2).toProfile().distinct())
                .isEqualTo(1);
        follows(VoterModels.noisy(sure, 1), order -> 1.0 / 24);
        assertThat(VoterModels.noisy(VoterModels.truncated(sure, 1), 0.5)
                        .draw(3, 2)
                        .order(0))
                .containsExactly(0);
    }

    @Test
    void theSameSeedDrawsTheSameVotersAndAnotherOnesOthers() {
        for (VoterModel model : List.of(
                VoterModels.impartialCulture(6),
                VoterModels.impartialAnonymousCulture(6),
                VoterModels.mallows(6, 0.9),
                VoterModels.spatial(6, 3, VoterModels.Spread.NORMAL),
                VoterModels.singleCrossing(6),
                VoterModels.noisy(VoterModels.singlePeakedConitzer(6), 0.5))) {
            assertThat(written(model.draw(20, 42))).as(model.toString()).isEqualTo(written(model.draw(20, 42)));
            assertThat(written(model.draw(20, 42))).as(model.toString()).isNotEqualTo(written(model.draw(20, 43)));
            assertThat(model.alternatives()).isEqualTo(6);
        }
    }

    @Test
    void gradesAndApprovalsFollowUtilities() {
        Electorate two = Electorate.ofUtilities(new double[][] {{10, 0, 5, 2.4}, {1, 1, 1, 1}});
        assertThat(IntStream.range(0, 4).map(x -> two.toGrades(10).grade(0, x))).containsExactly(10, 0, 5, 2);
        assertThat(IntStream.range(0, 4).map(x -> two.toGrades(3).grade(1, x))).containsExactly(3, 3, 3, 3);
        assertThat(two.toApprovals(0.5).approved(0)).containsExactly(0, 2);
        assertThat(two.toApprovals(0.51).approved(0)).containsExactly(0);
        assertThat(two.order(0)).containsExactly(0, 2, 3, 1);
        assertThat(two.order(1)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void rankingsBecomeBallots() {
        Electorate three = Electorate.ofOrders(3, new int[][] {{2, 0}, {2, 0}, {}});
        assertThat(three.toProfile().toString()).isEqualTo("3 alternatives, 2 ballots (1 distinct, 1 blank)");
        assertThat(three.toProfile().ranking(0)).isEqualTo(Ranking.of(2, 0));
        assertThat(three.toProfile().alternatives()).containsExactly("A1", "A2", "A3");
        assertThatThrownBy(() -> three.toGrades(5)).hasMessageContaining("Maybe draw from a model with utilities");
    }

    @Test
    void whatCannotBeIsRefusedWithTheValue() {
        assertThatThrownBy(() -> VoterModels.impartialCulture(0)).hasMessageContaining("alternatives is 0");
        assertThatThrownBy(() -> VoterModels.urn(3, -1)).hasMessageContaining("alpha is -1.0");
        assertThatThrownBy(() -> VoterModels.urn(0, 1)).hasMessageContaining("alternatives is 0");
        assertThatThrownBy(() -> VoterModels.mallows(3, 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> VoterModels.mallows(new int[] {0, 0}, 0.5)).hasMessageContaining("alternative 0");
        assertThatThrownBy(() -> VoterModels.mallows(new int[] {0, 2}, 0.5)).hasMessageContaining("alternative 2");
        assertThatThrownBy(() -> VoterModels.mallows(new int[] {0, -1}, 0.5)).hasMessageContaining("alternative -1");
        assertThatThrownBy(() -> VoterModels.plackettLuce(1, 0)).hasMessageContaining("weight is 0.0");
        assertThatThrownBy(() -> VoterModels.spatial(3, 0, VoterModels.Spread.NORMAL))
                .hasMessageContaining("dimensions");
        assertThatThrownBy(() -> VoterModels.truncated(VoterModels.impartialCulture(3), 2))
                .hasMessageContaining("2");
        assertThatThrownBy(() -> VoterModels.impartialCulture(3).draw(0, 1)).hasMessageContaining("voters");
        assertThatThrownBy(() -> VoterModels.urn(3, 1).draw(0, 1)).hasMessageContaining("voters");
        VoterModel three = VoterModels.impartialCulture(3);
        assertThatThrownBy(() -> VoterModels.mixture(List.of(three), 0.5)).hasMessageContaining("add up to 0.5");
        assertThatThrownBy(() -> VoterModels.mixture(List.of(three), 0.5, 0.5)).hasMessageContaining("2 shares");
        assertThatThrownBy(() -> VoterModels.mixture(List.of(three, VoterModels.impartialCulture(4)), 0.5, 0.5))
                .hasMessageContaining("has 4 alternatives, impartial culture has 3");
        assertThatThrownBy(() -> Electorate.ofUtilities(new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("Voter 1");
        assertThatThrownBy(() -> Electorate.ofUtilities(new double[][] {{Double.NaN}}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Electorate.ofUtilities(new double[0][])).hasMessageContaining("no voters");
        assertThatThrownBy(() -> Electorate.ofOrders(2, new int[0][])).hasMessageContaining("no voters");
    }

    private static String written(Electorate electorate) {
        return IntStream.range(0, electorate.voters())
                .mapToObj(v -> Arrays.toString(electorate.order(v)))
                .toList()
                .toString();
    }

    /** Pearson's test at 0.001 on the orders of four alternatives that the law allows, added up over ten fixed seeds. */
    private static void follows(VoterModel model, ToDoubleFunction<List<Integer>> law) {
        assertThat(ORDERS.stream().mapToDouble(law).sum()).isCloseTo(1, within(1e-12));
        int n = 12_000;
        double statistic = 0;
        int degrees = 0;
        for (int seed = 1; seed <= 10; seed++) {
            Electorate drawn = model.draw(n, seed);
            Map<List<Integer>, Integer> counts = new HashMap<>();
            for (int v = 0; v < n; v++) {
                counts.merge(Arrays.stream(drawn.order(v)).boxed().toList(), 1, Integer::sum);
            }
            degrees--;
            for (List<Integer> order : ORDERS) {
                double expected = n * law.applyAsDouble(order);
                int found = counts.getOrDefault(order, 0);
                if (expected == 0) {
                    assertThat(found).as(order.toString()).isZero();
                } else {
                    statistic += (found - expected) * (found - expected) / expected;
                    degrees++;
                }
            }
        }
        assertThat(statistic).as(model.modelName()).isLessThan(critical(degrees));
    }

    private static double critical(int degrees) {
        return new ChiSquaredDistribution(degrees).inverseCumulativeProbability(0.999);
    }

    private static int turned(List<Integer> order) {
        int turned = 0;
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                turned += order.get(i) > order.get(j) ? 1 : 0;
            }
        }
        return turned;
    }

    /** Every first part of the order is an interval of the axis. */
    private static boolean isSinglePeaked(List<Integer> order) {
        for (int k = 1; k <= order.size(); k++) {
            List<Integer> first = order.subList(0, k);
            int low = first.stream().min(Integer::compare).orElseThrow();
            int high = first.stream().max(Integer::compare).orElseThrow();
            if (high - low != k - 1) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Integer>> orders(int n) {
        List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
        for (int place = 0; place < n; place++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> start : orders) {
                for (int x = 0; x < n; x++) {
                    if (!start.contains(x)) {
                        List<Integer> more = new ArrayList<>(start);
                        more.add(x);
                        longer.add(more);
                    }
                }
            }
            orders = longer;
        }
        return orders;
    }
}

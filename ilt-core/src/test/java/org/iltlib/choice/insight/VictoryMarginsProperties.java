package org.iltlib.choice.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.single.GradeRule;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;

/** Expected values: every profile of as many ballots is counted, and the nearest with another winner is kept. */
class VictoryMarginsProperties {
    @Property(tries = 25)
    void everyMarginIsThatOfTheNearestProfileWithAnotherWinner(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int ballots) {
        agree(SmallProfiles.strict(seed, 3, ballots), SingleWinnerRules.all());
    }

    @Property(tries = 15)
    void ballotsThatLeaveSomeOutAreChangedAsWell(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int ballots) {
        List<SingleWinnerRule> rules = new ArrayList<>(SingleWinnerRules.all());
        rules.remove(SingleWinnerRules.BORDA_COMPLETE);
        agree(SmallProfiles.partial(seed, 3, ballots), rules);
    }

    @Property(tries = 3)
    void boundsHoldWithFourAlternatives(@ForAll long seed) {
        agree(
                SmallProfiles.strict(seed, 4, 3),
                List.of(
                        SingleWinnerRules.PLURALITY,
                        SingleWinnerRules.BORDA,
                        SingleWinnerRules.IRV,
                        SingleWinnerRules.COPELAND,
                        SingleWinnerRules.MINIMAX_MARGINS,
                        SingleWinnerRules.SCHULZE_MARGINS));
    }

    private static void agree(Profile profile, List<SingleWinnerRule> rules) {
        Map<Profile, Long> near = distances(profile);
        for (SingleWinnerRule rule : rules) {
            List<Integer> winners = rule.count(profile).winners();
            long nearest = winners.size() > 1
                    ? 0
                    : near.entrySet().stream()
                            .filter(other ->
                                    !rule.count(other.getKey()).winners().equals(winners))
                            .mapToLong(Map.Entry::getValue)
                            .min()
                            .orElseThrow();
            VictoryMargin margin = VictoryMargins.withDefaults().of(rule, profile);
            assertThat(margin.isExact()).as(rule.ruleName()).isTrue();
            assertThat(margin.atLeast())
                    .as(rule.ruleName() + " " + margin.how())
                    .isEqualTo(nearest);
            VictoryMargin quick =
                    VictoryMargins.withDefaults().withMostRecounts(0).of(rule, profile);
            assertThat(quick.atLeast()).as(rule.ruleName()).isLessThanOrEqualTo(nearest);
            assertThat(quick.atMost()).as(rule.ruleName()).isGreaterThanOrEqualTo(nearest);
        }
    }

    /** Every profile with some ballots kept and the rest strict and complete, with the number of those changed. */
    private static Map<Profile, Long> distances(Profile profile) {
        List<Ranking> orders = orders(profile.size());
        Map<String, Profile> profiles = new LinkedHashMap<>();
        Map<String, Long> changed = new LinkedHashMap<>();
        long[] kept = new long[profile.distinct()];
        keep(profile, orders, kept, 0, profiles, changed);
        Map<Profile, Long> distances = new LinkedHashMap<>();
        profiles.forEach((key, other) -> distances.put(other, changed.getOrDefault(key, 0L)));
        return distances;
    }

    private static void keep(
            Profile profile,
            List<Ranking> orders,
            long[] kept,
            int group,
            Map<String, Profile> profiles,
            Map<String, Long> changed) {
        if (group == kept.length) {
            long free = profile.totalWeight();
            for (long number : kept) {
                free -= number;
            }
            fill(profile, orders, kept, new long[orders.size()], 0, free, free, profiles, changed);
            return;
        }
        for (long number = 0; number <= profile.weight(group); number++) {
            kept[group] = number;
            keep(profile, orders, kept, group + 1, profiles, changed);
        }
        kept[group] = 0;
    }

    private static void fill(
            Profile profile,
            List<Ranking> orders,
            long[] kept,
            long[] added,
            int order,
            long rest,
            long free,
            Map<String, Profile> profiles,
            Map<String, Long> changed) {
        if (order == added.length) {
            if (rest == 0) {
                Map<String, Long> all = new java.util.TreeMap<>();
                Profile.Builder builder = Profile.builder(profile.alternatives());
                for (int b = 0; b < kept.length; b++) {
                    builder.add(profile.ranking(b), kept[b]);
                    all.merge(profile.ranking(b).toString(), kept[b], Long::sum);
                }
                for (int i = 0; i < added.length; i++) {
                    builder.add(orders.get(i), added[i]);
                    all.merge(orders.get(i).toString(), added[i], Long::sum);
                }
                all.values().removeIf(number -> number == 0);
                profiles.putIfAbsent(all.toString(), builder.build());
                changed.merge(all.toString(), free, Math::min);
            }
            return;
        }
        for (long number = 0; number <= rest; number++) {
            added[order] = number;
            fill(profile, orders, kept, added, order + 1, rest - number, free, profiles, changed);
        }
        added[order] = 0;
    }

    private static List<Ranking> orders(int n) {
        List<List<Integer>> all = List.of(List.of());
        for (int place = 0; place < n; place++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : all) {
                for (int x = 0; x < n; x++) {
                    if (!order.contains(x)) {
                        List<Integer> next = new ArrayList<>(order);
                        next.add(x);
                        longer.add(next);
                    }
                }
            }
            all = longer;
        }
        return all.stream().map(SmallProfiles::ranking).toList();
    }

    @Property(tries = 60)
    void marginsOfGradesAreThoseOfTheNearestProfileWithAnotherWinner(@ForAll long seed) {
        Random random = new Random(seed);
        int[][] ballots = new int[3][];
        GradeProfile.Builder builder = GradeProfile.builder(SmallProfiles.names(2), 2);
        for (int b = 0; b < ballots.length; b++) {
            ballots[b] = random.ints(2, -1, 3).toArray();
            builder.add(1, ballots[b]);
        }
        GradeProfile profile = builder.build();
        for (GradeRule rule : List.of(GradeRules.APPROVAL, GradeRules.SCORE)) {
            List<Integer> winners = rule.count(profile).winners();
            long nearest = winners.size() > 1 ? 0 : Long.MAX_VALUE;
            for (int code = 0; code < 729 && winners.size() == 1; code++) {
                GradeProfile.Builder other = GradeProfile.builder(SmallProfiles.names(2), 2);
                long changes = 0;
                int rest = code;
                for (int[] ballot : ballots) {
                    int[] grades = {rest % 3, rest / 3 % 3};
                    rest /= 9;
                    changes += grades[0] == Math.max(0, ballot[0]) && grades[1] == Math.max(0, ballot[1]) ? 0 : 1;
                    other.add(1, grades);
                }
                if (!rule.count(other.build()).winners().equals(winners)) {
                    nearest = Math.min(nearest, changes);
                }
            }
            assertThat(VictoryMargins.withDefaults().of(rule, profile))
                    .extracting(VictoryMargin::atLeast, VictoryMargin::atMost)
                    .containsExactly(nearest, nearest);
        }
    }
}

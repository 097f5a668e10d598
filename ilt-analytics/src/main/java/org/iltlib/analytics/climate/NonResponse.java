package org.iltlib.analytics.climate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.evidence.survey.SurveyResponses;
import org.iltlib.finding.Estimate;

/**
 * Whether some groups answered less than others: response rate by group, and the probability that silence falls as
 * unevenly by chance. Immutable. If groups differ in whether they answer, they may differ in what they would have said.
 *
 * <p>The measure is Pearson's X² of group by answered or not; its probability comes from silence dealt out at random among
 * all asked, (hits + 1) ÷ (draws + 1), so that small groups need no approximation. Linear in draws × people asked. Source:
 * Phipson and Smyth (2010), doi:10.2202/1544-6115.1585.
 *
 * @param draws at least 100
 * @param seed the seed of chance
 */
public record NonResponse(int draws, long seed) {
    private static final double TIE = 1 - 1e-9;

    /**
     * What came out.
     *
     * @param rates the response rate of each group, small groups withheld
     * @param statistic Pearson's X², the withheld groups counting as one, so that it does not give them away
     * @param probability of one as great by chance; missing if everybody answered, or nobody; suppressed if all groups
     *     are withheld
     */
    public record Result(SortedMap<String, Measured<Estimate>> rates, double statistic, Measured<Double> probability) {
        /** Copies. */
        public Result {
            rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
        }
    }

    /** Checks the number of draws. */
    public NonResponse {
        Checks.require(draws >= 100, "draws is %s. Expected at least 100.", draws);
    }

    /** Two thousand draws. */
    public static NonResponse withDefaults() {
        return new NonResponse(2000, 1);
    }

    /**
     * The check by one grouping.
     *
     * @throws IllegalArgumentException if the survey does not say how many were asked in each group, or more answered
     */
    public Result of(SurveyResponses responses, String by) {
        Map<String, Integer> frame = responses.survey().invitedByGroup().getOrDefault(by, Map.of());
        Checks.require(
                !frame.isEmpty(),
                "The survey does not say how many were asked by \"%s\". Expected one of %s.",
                by,
                responses.survey().invitedByGroup().keySet());
        SortedMap<String, Integer> answered = new TreeMap<>();
        frame.keySet().forEach(group -> answered.put(group, 0));
        responses.rows().forEach(row -> {
            String group = row.groups().getOrDefault(by, SurveyReading.NOT_KNOWN);
            Checks.require(
                    answered.containsKey(group),
                    "Somebody of \"%s\" answered, and nobody there was asked. Expected one of %s.",
                    group,
                    answered.keySet());
            answered.merge(group, 1, Integer::sum);
        });
        // The number of answers of a small group is not told, not even to refuse it.
        answered.forEach((group, number) -> Checks.require(
                number <= frame.getOrDefault(group, 0),
                "More of \"%s\" answered than the %s who were asked. Expected no more. Maybe somebody joined later.",
                group,
                frame.getOrDefault(group, 0)));
        SortedMap<String, Long> sizes = new TreeMap<>();
        frame.forEach((group, asked) -> sizes.put(group, (long) asked));
        SmallGroups.Shown shown = SurveyReading.policy(responses).among(sizes);
        SortedMap<String, Measured<Estimate>> rates = new TreeMap<>();
        answered.forEach((group, number) -> rates.put(
                group,
                shown.show(group, () -> WilsonInterval.withDefaults().of(number, sizes.getOrDefault(group, 0L)))));
        int[] asked = pooled(answered.keySet(), frame, shown);
        int[] given = pooled(answered.keySet(), answered, shown);
        Measured<Double> probability = asked.length == 1 && !shown.hidden().isEmpty()
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, shown.policy())
                : probability(asked, given);
        return new Result(rates, statistic(asked, given), probability);
    }

    /** The numbers of the groups shown, then, if any is withheld, that of all withheld together. */
    private static int[] pooled(Set<String> groups, Map<String, Integer> numbers, SmallGroups.Shown shown) {
        List<Integer> pooled = new ArrayList<>();
        int rest = 0;
        for (String group : groups) {
            int number = numbers.getOrDefault(group, 0);
            if (shown.shows(group)) {
                pooled.add(number);
            } else {
                rest += number;
            }
        }
        if (!shown.hidden().isEmpty()) {
            pooled.add(rest);
        }
        return pooled.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double statistic(int[] asked, int[] given) {
        double all = 0;
        double answered = 0;
        for (int i = 0; i < asked.length; i++) {
            all += asked[i];
            answered += given[i];
        }
        double share = answered / all;
        double sum = 0;
        for (int i = 0; i < asked.length; i++) {
            double off = given[i] - asked[i] * share;
            sum += asked[i] == 0 || share == 0 || share == 1 ? 0 : off * off / (asked[i] * share * (1 - share));
        }
        return sum;
    }

    private Measured<Double> probability(int[] asked, int[] given) {
        List<Integer> groups = new ArrayList<>();
        int answered = 0;
        for (int i = 0; i < asked.length; i++) {
            groups.addAll(Collections.nCopies(asked[i], i));
            answered += given[i];
        }
        if (answered == 0 || answered == groups.size()) {
            return Measured.missing(MissingReason.UNDEFINED, "everybody answered alike");
        }
        double observed = statistic(asked, given) * TIE;
        SplitMix random = SplitMix.of(seed);
        int[] people = groups.stream().mapToInt(Integer::intValue).toArray();
        long hits = 0;
        for (int draw = 0; draw < draws; draw++) {
            random.shuffle(people, answered);
            int[] drawn = new int[asked.length];
            for (int i = 0; i < answered; i++) {
                drawn[people[i]]++;
            }
            hits += statistic(asked, drawn) >= observed ? 1 : 0;
        }
        return Measured.of((hits + 1.0) / (draws + 1.0));
    }
}

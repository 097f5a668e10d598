package org.iltlib.analytics.climate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.analytics.internal.AlphaFormula;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WelchTest;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.evidence.survey.Instrument;
import org.iltlib.evidence.survey.SurveyResponse;
import org.iltlib.evidence.survey.SurveyResponses;
import org.iltlib.evidence.survey.SurveyScale;
import org.iltlib.finding.Estimate;

/**
 * Reads the scales of a survey: score with interval, reliability, groups, gaps and trend, all under what those asked were
 * promised. Immutable.
 *
 * <pre>{@code
 * SurveyReading reading = SurveyReading.withDefaults();
 * reading.scale(responses, "trust");                    // 3.1 [2.9, 3.3], alpha 0.84, rate 65.5 %
 * reading.byGroup(responses, "trust", "team");          // "specials" has four: suppressed, and the next smallest
 * reading.gaps(responses, "trust", "team");             // each group less all others, Welch
 * reading.trend(List.of(fall, spring), "trust");
 * }</pre>
 *
 * <p>A respondent's score is the mean of the items answered. Each grouping is protected by itself; whoever publishes two
 * groupings of the same people must look at what both together give away. All methods are linear in the answers.
 *
 * @param level the confidence level, between 0 and 1
 */
public record SurveyReading(double level) {
    /** The group of those of whom it is not known. */
    public static final String NOT_KNOWN = "(not known)";

    private static final String UNIT = "scale points";

    /**
     * One administration in a trend.
     *
     * @param closed its last day
     * @param mean its mean
     * @param change this mean less the one before, as of two groups of strangers; missing at the start and where the
     *     instrument or its version is another: a break, not a trend
     */
    public record Point(LocalDate closed, Measured<Estimate> mean, Measured<WelchTest.Result> change) {}

    /** Checks the level. */
    public SurveyReading {
        MeanInterval.withDefaults().withLevel(level);
    }

    /** Level 0.95. */
    public static SurveyReading withDefaults() {
        return new SurveyReading(0.95);
    }

    /** A copy with that level. */
    public SurveyReading withLevel(double other) {
        return new SurveyReading(other);
    }

    /** The scale as a whole. */
    public ScaleScore scale(SurveyResponses responses, String scale) {
        SurveyScale asked = responses.instrument().getScale(scale);
        Moments moments = moments(responses, asked);
        SmallGroups.Shown shown = policy(responses).among(Map.of("all", moments.n()));
        double[][] complete = responses.complete(asked);
        Instrument instrument = responses.instrument();
        return new ScaleScore.Builder()
                .scale(scale)
                .construct(asked.construct())
                .mean(shown.show("all", () -> mean(moments)))
                .alpha(
                        complete.length > 0 && complete.length < least(responses)
                                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, name(responses))
                                : AlphaFormula.of(complete, level).map(AlphaFormula.Parts::alpha))
                .least(shown.show("all", () -> bound(responses, moments, instrument.lowest())))
                .most(shown.show("all", () -> bound(responses, moments, instrument.highest())))
                .responseRate(responses.rate())
                .build();
    }

    private static Measured<Double> bound(SurveyResponses responses, Moments moments, int silent) {
        double invited = responses.survey().invited();
        return moments.n() == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "nobody answered")
                : Measured.of((moments.n() * moments.mean() + (invited - moments.n()) * silent) / invited);
    }

    /** The mean of each group of a grouping, small groups and what gives them away withheld. */
    public SortedMap<String, Measured<Estimate>> byGroup(SurveyResponses responses, String scale, String by) {
        SortedMap<String, Moments> groups = groups(responses, scale, row -> group(row, by));
        SmallGroups.Shown shown = policy(responses).among(sizes(groups));
        SortedMap<String, Measured<Estimate>> means = new TreeMap<>();
        groups.forEach((group, moments) -> means.put(group, shown.show(group, () -> mean(moments))));
        return Collections.unmodifiableSortedMap(means);
    }

    /** The mean of each group less that of all others, by Welch; a group withheld has no gap to show. */
    public SortedMap<String, Measured<WelchTest.Result>> gaps(SurveyResponses responses, String scale, String by) {
        SortedMap<String, Moments> groups = groups(responses, scale, row -> group(row, by));
        SmallGroups.Shown shown = policy(responses).among(sizes(groups));
        SortedMap<String, Measured<WelchTest.Result>> gaps = new TreeMap<>();
        groups.forEach((group, moments) -> {
            Moments rest = groups.entrySet().stream()
                    .filter(other -> !other.getKey().equals(group))
                    .map(Map.Entry::getValue)
                    .reduce(Moments.EMPTY, Moments::merge);
            gaps.put(group, shown.show(group, () -> welch().of(moments, rest)));
        });
        return Collections.unmodifiableSortedMap(gaps);
    }

    /**
     * The means of wholes and their parts, such as schools and their teams, so that no part follows from its whole.
     *
     * @param whole the grouping of the wholes
     * @param part the grouping of the parts
     * @return by name: {@code school}, and {@code school / team}
     */
    public SortedMap<String, Measured<Estimate>> inTree(
            SurveyResponses responses, String scale, String whole, String part) {
        SortedMap<String, Moments> parts =
                groups(responses, scale, row -> group(row, whole) + " / " + group(row, part));
        SortedMap<String, Moments> all = new TreeMap<>(groups(responses, scale, row -> group(row, whole)));
        Map<String, Long> sizes = new HashMap<>(sizes(parts));
        sizes.putAll(sizes(all));
        Map<String, String> parents = new HashMap<>();
        responses.rows().forEach(row -> {
            parents.put(group(row, whole) + " / " + group(row, part), group(row, whole));
            parents.put(group(row, whole), "");
        });
        parents.keySet().retainAll(sizes.keySet());
        sizes.put("", all.values().stream().mapToLong(Moments::n).sum());
        all.putAll(parts);
        SmallGroups.Shown shown = policy(responses).inTree(sizes, parents);
        SortedMap<String, Measured<Estimate>> means = new TreeMap<>();
        all.forEach((group, moments) -> means.put(group, shown.show(group, () -> mean(moments))));
        return Collections.unmodifiableSortedMap(means);
    }

    /** The scale over several administrations, in the order given. */
    public List<Point> trend(List<SurveyResponses> administrations, String scale) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < administrations.size(); i++) {
            SurveyResponses now = administrations.get(i);
            points.add(new Point(
                    now.survey().closed(),
                    scale(now, scale).mean(),
                    i == 0
                            ? Measured.missing(MissingReason.NOT_APPLICABLE, "the first administration")
                            : change(administrations.get(i - 1), now, scale)));
        }
        return List.copyOf(points);
    }

    private Measured<WelchTest.Result> change(SurveyResponses before, SurveyResponses now, String scale) {
        if (!before.instrument().id().equals(now.instrument().id())
                || !before.instrument().version().equals(now.instrument().version())) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE, "another instrument or version: a break in the series");
        }
        Moments first = moments(before, before.instrument().getScale(scale));
        Moments second = moments(now, now.instrument().getScale(scale));
        return policy(before)
                .among(Map.of("all", first.n()))
                .show(
                        "all",
                        () -> policy(now)
                                .among(Map.of("all", second.n()))
                                .show("all", () -> welch().of(/* first= */ second, /* second= */ first)));
    }

    private WelchTest welch() {
        return WelchTest.withDefaults().withLevel(level).withUnit(UNIT);
    }

    private Measured<Estimate> mean(Moments moments) {
        return MeanInterval.withDefaults().withLevel(level).withUnit(UNIT).of(moments);
    }

    private static Moments moments(SurveyResponses responses, SurveyScale scale) {
        return responses.rows().stream()
                .map(row -> responses.score(row, scale))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .boxed()
                .reduce(Moments.EMPTY, Moments::with, Moments::merge);
    }

    private static SortedMap<String, Moments> groups(
            SurveyResponses responses, String scale, Function<SurveyResponse, String> group) {
        SurveyScale asked = responses.instrument().getScale(scale);
        SortedMap<String, Moments> groups = new TreeMap<>();
        for (SurveyResponse row : responses.rows()) {
            responses
                    .score(row, asked)
                    .ifPresent(score -> groups.merge(group.apply(row), Moments.of(score), Moments::merge));
        }
        return groups;
    }

    private static SortedMap<String, Long> sizes(Map<String, Moments> groups) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        groups.forEach((group, moments) -> sizes.put(group, moments.n()));
        return sizes;
    }

    private static String group(SurveyResponse row, String by) {
        return row.groups().getOrDefault(by, NOT_KNOWN);
    }

    private static int least(SurveyResponses responses) {
        return responses.survey().anonymity().numbers();
    }

    private static String name(SurveyResponses responses) {
        return "promise of the survey, fewer than " + least(responses);
    }

    static SmallGroups policy(SurveyResponses responses) {
        return SmallGroups.of(
                new SuppressionPolicy(name(responses), responses.survey().opened(), least(responses)));
    }
}

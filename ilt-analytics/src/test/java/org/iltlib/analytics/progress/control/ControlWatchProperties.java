package org.iltlib.analytics.progress.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.analytics.progress.XmrChart;
import org.iltlib.analytics.progress.control.ControlSignal.Rule;

/** Point by point gives what all points at once give, and both what the rules say, written anew here. */
class ControlWatchProperties {

    @Property(tries = 400)
    void feedingOneAtATimeEqualsJudgingAllAndTheDefinition(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ControlRules rules = ControlRules.withDefaults().withBaseline(2 + random.nextInt(8));
        rules = random.nextBoolean() ? rules.withScreening() : rules;
        ControlWatch watch = rules.watch();
        List<ControlSignal> before = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        int spread = 1 + random.nextInt(12);
        for (int place = 1; place <= 50; place++) {
            if (random.nextInt(30) == 0) {
                before.addAll(defined(rules, places, values));
                places.clear();
                values.clear();
                watch.restart();
            }
            if (random.nextInt(7) == 0) {
                watch.skip();
                continue;
            }
            places.add(place);
            values.add((double) random.nextInt(spread + 1));
            int told = watch.signals().size();
            List<ControlSignal> now = watch.feed(values.get(values.size() - 1));
            assertThat(watch.signals().subList(told, told + now.size())).isEqualTo(now);
            List<ControlSignal> expected = new ArrayList<>(before);
            expected.addAll(defined(rules, places, values));
            assertThat(watch.signals()).containsExactlyElementsOf(expected);
        }
        double[] phase = values.stream().mapToDouble(v -> v).toArray();
        assertThat(rules.of(phase).limits())
                .isEqualTo(phase.length < rules.baseline() ? rules.of(phase).limits() : watch.limits());
        assertThat(rules.of(phase).signals()).hasSize(watch.signals().size() - before.size());
    }

    private static List<ControlSignal> defined(ControlRules rules, List<Integer> places, List<Double> v) {
        if (v.size() < rules.baseline()) {
            return new ArrayList<>();
        }
        double[] first =
                v.subList(0, rules.baseline()).stream().mapToDouble(x -> x).toArray();
        XmrChart c = rules.screening() ? XmrChart.screened(first) : XmrChart.of(first);
        double third = 2.66 * c.meanRange() / 3;
        List<ControlSignal> found = new ArrayList<>();
        for (int i = 0; i < v.size(); i++) {
            int to = places.get(i);
            int at = i;
            if (c.isOutside(v.get(i))) {
                found.add(new ControlSignal(Rule.POINT_OUTSIDE, to, to));
            }
            if (i > 0 && Math.abs(v.get(i) - v.get(i - 1)) > 3.268 * c.meanRange()) {
                found.add(new ControlSignal(Rule.RANGE_OUTSIDE, places.get(i - 1), to));
            }
            double sign = Math.signum(v.get(i) - c.mean());
            complete(
                    found,
                    Rule.EIGHT_ON_ONE_SIDE,
                    8,
                    i,
                    places,
                    j -> sign != 0 && Math.signum(v.get(j) - c.mean()) == sign);
            IntPredicate outer = j -> j >= 0 && (v.get(j) - c.mean()) * sign > 2 * third;
            if (outer.test(at) && sign != 0 && (outer.test(at - 1) || outer.test(at - 2))) {
                found.add(new ControlSignal(
                        Rule.TWO_OF_THREE_OUTER, places.get(outer.test(at - 1) ? at - 1 : at - 2), to));
            }
            complete(found, Rule.FIFTEEN_INNER, 15, i, places, j -> inner(v.get(j) - c.mean(), third));
            double up = i == 0 ? 0 : Math.signum(v.get(i) - v.get(i - 1));
            IntPredicate climbs = j -> up != 0 && j > 0 && Math.signum(v.get(j) - v.get(j - 1)) == up;
            if (i >= 5 && IntStream.rangeClosed(i - 4, i).allMatch(climbs) && !climbs.test(i - 5)) {
                found.add(new ControlSignal(Rule.TREND_OF_SIX, places.get(i - 5), to));
            }
        }
        found.sort(Comparator.comparingInt(ControlSignal::to));
        return found;
    }

    private static boolean inner(double distance, double third) {
        return Math.abs(distance) < third || (third == 0 && distance == 0);
    }

    private static void complete(
            List<ControlSignal> found, Rule rule, int many, int i, List<Integer> places, IntPredicate belongs) {
        if (i >= many - 1
                && IntStream.rangeClosed(i - many + 1, i).allMatch(belongs)
                && (i == many - 1 || !belongs.test(i - many))) {
            found.add(new ControlSignal(rule, places.get(i - many + 1), places.get(i)));
        }
    }
}

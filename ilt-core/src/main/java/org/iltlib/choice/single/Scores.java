package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Count;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Rational;

/** Scores by alternative, and counts made from them. */
final class Scores {
    private Scores() {}

    /** The alternatives with the highest score. */
    static List<Integer> highest(List<Rational> scores) {
        Rational best = scores.stream().max(Rational::compareTo).orElseThrow();
        return IntStream.range(0, scores.size())
                .filter(x -> scores.get(x).equals(best))
                .boxed()
                .toList();
    }

    /** As fractions of the scale. */
    static List<Rational> of(long[] scores, long scale) {
        return Arrays.stream(scores)
                .mapToObj(score -> Rational.of(score, scale))
                .toList();
    }

    /** The count in which the highest score wins. */
    static Count count(String rule, List<String> names, List<Rational> scores, String unit) {
        return count(rule, names, highest(scores), scores, unit);
    }

    /** The count with these winners, the scores as its only round. */
    static Count count(String rule, List<String> names, List<Integer> winners, List<Rational> scores, String unit) {
        Explanation why = Explanation.of("%s", sentence(names, winners));
        List<String> lines = new ArrayList<>();
        for (int x = 0; x < names.size(); x++) {
            lines.add(names.get(x) + " " + scores.get(x));
        }
        return Count.builder()
                .rule(rule)
                .alternatives(names)
                .winners(winners)
                .addRounds(new CountRound(scores, Rational.ZERO, unit))
                .why(why.because("%s", unit + ": " + String.join(", ", lines) + "."))
                .build();
    }

    /** Who wins, in a sentence. */
    static String sentence(List<String> names, List<Integer> winners) {
        String all = winners.stream().map(names::get).collect(Collectors.joining(", "));
        return winners.isEmpty() ? "Nobody wins." : winners.size() == 1 ? all + " wins." : "Tied: " + all + ".";
    }
}

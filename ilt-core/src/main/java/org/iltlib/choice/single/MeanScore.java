package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.Minimum;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Rational;

/**
 * The highest mean grade of those who gave one: a blank is no opinion, and not the lowest grade. With grades 0 and 1 it
 * is approval by the share of those with an opinion.
 *
 * <p>A quorum keeps an alternative that few have graded from winning: it must have grades from so large a share of all
 * voters. If none has, nobody wins. An alternative without any grade cannot win and is shown with 0.
 *
 * <p>Time: alternatives × ballots. Immutable.
 */
public final class MeanScore implements GradeRule {
    private static final MeanScore DEFAULTS = new MeanScore(Optional.empty());

    private final Optional<Minimum> quorum;

    private MeanScore(Optional<Minimum> quorum) {
        this.quorum = quorum;
    }

    /** Without a quorum: one grade is enough. */
    public static MeanScore withDefaults() {
        return DEFAULTS;
    }

    /** A copy in which only those win whom that share of all voters graded. */
    public MeanScore withQuorum(Minimum share) {
        return new MeanScore(Optional.of(share));
    }

    @Override
    public String ruleName() {
        return quorum.isPresent() ? "mean-score-quorum" : "mean-score";
    }

    @Override
    public Set<Axiom> axioms() {
        return StandardGradeRules.SCORE.axioms();
    }

    @Override
    public Count count(GradeProfile profile) {
        List<Rational> means = new ArrayList<>();
        List<Integer> standing = new ArrayList<>();
        Rational best = Rational.ZERO;
        for (int x = 0; x < profile.size(); x++) {
            long graded = 0;
            long sum = 0;
            for (int b = 0; b < profile.ballots(); b++) {
                int grade = profile.grade(b, x);
                graded += grade < 0 ? 0 : profile.weight(b);
                sum += grade < 0 ? 0 : grade * profile.weight(b);
            }
            means.add(graded == 0 ? Rational.ZERO : Rational.of(sum, graded));
            long voices = graded;
            if (graded > 0
                    && quorum.map(share -> share.isMetBy(voices, profile.totalWeight()))
                            .orElse(true)) {
                standing.add(x);
                best = means.get(x).compareTo(best) > 0 ? means.get(x) : best;
            }
        }
        Rational highest = best;
        List<Integer> winners = standing.isEmpty() && quorum.isEmpty()
                ? IntStream.range(0, profile.size()).boxed().toList()
                : standing.stream().filter(x -> means.get(x).equals(highest)).toList();
        return Scores.count(ruleName(), profile.alternatives(), winners, means, "Mean of the grades given");
    }
}

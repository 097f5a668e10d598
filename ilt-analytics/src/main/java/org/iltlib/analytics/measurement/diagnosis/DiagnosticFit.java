package org.iltlib.analytics.measurement.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.QMatrix;
import org.iltlib.finding.Estimate;

/**
 * What a {@link DiagnosticModel} found: how often each group answers each item, how many students have each skill, and
 * for each student the chance of each skill; never a bare yes. Immutable, thread-safe.
 *
 * <p>Standard errors are from the cross products of the scores of all parameters; where an estimate lies at its edge, or
 * there are more than 600 parameters, there is none. Intervals are of 95 %, on the logit.
 */
public final class DiagnosticFit {
    private static final double LEVEL = 0.95;

    private final QMatrix q;
    private final SkillRule rule;
    private final double[][] chances;
    private final int[][] groups;
    private final double[] shares;
    private final double[][] byPattern;
    private final int[] counts;
    private final int[] ofRow;
    private final FitFigures figures;
    private final CrossProducts errors;

    DiagnosticFit(int students, QMatrix q, SkillRule rule, ClassFit fit, int steps, boolean atRest) {
        this.q = q;
        this.rule = rule;
        this.chances = fit.chances;
        this.groups = fit.groups;
        this.shares = fit.shares;
        this.counts = fit.patterns.counts;
        this.ofRow = fit.patterns.ofRow;
        this.byPattern = new double[fit.patterns.size()][q.attributes().size()];
        fit.prepare();
        double logLikelihood = 0;
        double[] posterior = new double[fit.classes];
        for (int p = 0; p < byPattern.length; p++) {
            logLikelihood += counts[p] * fit.posterior(p, posterior);
            for (int c = 0; c < fit.classes; c++) {
                for (int k = 0; k < byPattern[p].length; k++) {
                    byPattern[p][k] += (c >>> k & 1) * posterior[c];
                }
            }
        }
        this.errors = new CrossProducts(fit);
        this.figures = FitFigures.builder()
                .students(students)
                .answered(fit.patterns.people)
                .parameters(fit.parameters())
                .logLikelihood(logLikelihood)
                .independence(fit.patterns.independence())
                .items(q.items().size())
                .steps(steps)
                .atRest(atRest)
                .build();
    }

    /** Which items ask for what, in the order of the answers. */
    public QMatrix q() {
        return q;
    }

    /** How the skills of an item combine. */
    public SkillRule rule() {
        return rule;
    }

    /** How well it fits, and how it was found. */
    public FitFigures figures() {
        return figures;
    }

    /**
     * The chance of a right answer.
     *
     * @param item the item
     * @param skills those that a student has; others count as not had
     * @throws IllegalArgumentException if item or a skill is unknown
     */
    public double chance(String item, List<String> skills) {
        int place = item(item);
        return chances[place][groups[place][mask(skills)]];
    }

    /** As {@link #chance(String, List)}, with its interval; missing where there is no standard error. */
    public Measured<Estimate> chanceEstimate(String item, List<String> skills) {
        int place = item(item);
        int group = groups[place][mask(skills)];
        return estimate(chances[place][group], errors.chance(place, group), "chance of a right answer");
    }

    /** The chance of a right answer without any skill. */
    public double guess(String item) {
        return chance(item, List.of());
    }

    /** The chance of a wrong answer with all skills. */
    public double slip(String item) {
        return 1 - chance(item, q.attributes());
    }

    /** The share of students with exactly those skills. */
    public double share(List<String> skills) {
        return shares[mask(skills)];
    }

    /** The share of students with that skill, whatever else they have. */
    public double prevalence(String skill) {
        int k = skill(skill);
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            sum += (c >>> k & 1) * shares[c];
        }
        return Math.min(1, sum);
    }

    /** As {@link #prevalence}, with its interval; missing where there is no standard error. */
    public Measured<Estimate> prevalenceEstimate(String skill) {
        return estimate(prevalence(skill), errors.prevalence(skill(skill)), "share of students");
    }

    /** The chance that the student of that row has the skill, given the answers; missing if there are no answers. */
    public Measured<Double> mastery(int row, String skill) {
        int k = skill(skill);
        return ofRow[row] < 0
                ? Measured.missing(MissingReason.TOO_FEW, "no answers")
                : Measured.of(Math.min(1, byPattern[ofRow[row]][k]));
    }

    /** As {@link #mastery}, put into words by the rule. */
    public Measured<SkillStanding> standing(int row, String skill, StandingRule standing) {
        return mastery(row, skill).map(chance -> new SkillStanding(skill, chance, standing.of(chance)));
    }

    /**
     * How often the likelier of the two, has it or not, is right, if the model is: the mean over students of the larger
     * chance. Source: Wang, Song, Chen, Meng &amp; Ding (2015), doi:10.1111/jedm.12096.
     */
    public double accuracy(String skill) {
        int k = skill(skill);
        double sum = 0;
        for (int p = 0; p < counts.length; p++) {
            sum += counts[p] * Math.max(byPattern[p][k], 1 - byPattern[p][k]);
        }
        return sum / figures.answered();
    }

    /**
     * How often two such tests of the same student would agree, if the model is right: for who has the skill and who has
     * not, the chance of each label from the students' chances, squared and summed. Source: Johnson &amp; Sinharay
     * (2018), doi:10.1111/jedm.12196. It is 1 where everybody gets the same label.
     */
    public double consistency(String skill) {
        int k = skill(skill);
        double has = 0;
        double hasLabelled = 0;
        double lacksLabelled = 0;
        for (int p = 0; p < counts.length; p++) {
            double chance = byPattern[p][k];
            has += counts[p] * chance;
            if (chance > 0.5) {
                hasLabelled += counts[p] * chance;
                lacksLabelled += counts[p] * (1 - chance);
            }
        }
        return agreement(has, hasLabelled) + agreement(figures.answered() - has, lacksLabelled);
    }

    private double agreement(double people, double labelled) {
        if (people <= 0) {
            return 0;
        }
        double share = labelled / people;
        return people / figures.answered() * (share * share + (1 - share) * (1 - share));
    }

    /** What a reader should doubt, in words: items that more skill makes harder, skills that all or none have; a run not at rest. */
    public List<String> doubts() {
        List<String> words = new ArrayList<>(q.weaknesses());
        if (!figures.atRest()) {
            words.add("The run had not come to rest after " + figures.steps() + " steps.");
        }
        for (String item : q.items()) {
            if (guess(item) >= 1 - slip(item)) {
                words.add("Item \"" + item + "\" is answered no better with its skills than without.");
            }
        }
        for (String skill : q.attributes()) {
            double share = prevalence(skill);
            if (share < 0.02 || share > 0.98) {
                words.add(String.format(
                        Locale.ROOT, "The share with \"%s\" is %.3f: hardly anybody tells it apart.", skill, share));
            }
        }
        return List.copyOf(words);
    }

    private Measured<Estimate> estimate(double value, Optional<Double> error, String unit) {
        if (error.isEmpty() || !Double.isFinite(error.get()) || value <= 0 || value >= 1) {
            return Measured.missing(MissingReason.UNDEFINED, "no standard error at the edge");
        }
        double reach = Distributions.normalQuantile((1 + LEVEL) / 2) * error.get() / (value * (1 - value));
        double logit = Math.log(value / (1 - value));
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(Math.min(value, 1 / (1 + Math.exp(reach - logit))))
                .upper(Math.max(value, 1 / (1 + Math.exp(-reach - logit))))
                .level(LEVEL)
                .standardError(error.get())
                .n(figures.answered())
                .unit(unit)
                .method("marginal maximum likelihood, cross-product errors, logit interval")
                .build());
    }

    private int item(String item) {
        int place = q.place(item);
        Checks.require(place >= 0, "item is \"%s\". Maybe one of %s.", item, q.items());
        return place;
    }

    private int skill(String skill) {
        int place = q.attributes().indexOf(skill);
        Checks.require(place >= 0, "skill is \"%s\". Maybe one of %s.", skill, q.attributes());
        return place;
    }

    private int mask(List<String> skills) {
        int mask = 0;
        for (String skill : skills) {
            mask |= 1 << skill(skill);
        }
        return mask;
    }
}

package org.iltlib.examples.impact;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.base.TeamId;
import org.iltlib.choice.Rational;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Measure;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.EvidenceTier;
import org.iltlib.impact.FidelityGate;
import org.iltlib.impact.TierEvidence;
import org.iltlib.impact.VerdictRule;
import org.iltlib.impact.registered.AnalysisPlan;
import org.iltlib.impact.registered.AnalysisSpec;
import org.iltlib.record.PlanKept;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;

/** A plan, held against the time of its outcomes; the verdict after fidelity; and the tier of evidence. */
final class Judgement implements StarPart {
    private static final double SMALLEST = 0.05;
    private static final int LEAST = 13;
    private static final int MOST = 17;
    private static final Instant MEASURED = Instant.parse("1986-05-01T08:00:00Z");
    private static final Instant PLANNED = Instant.parse("2026-08-01T08:00:00Z");

    @Override
    public StarSection of(StarData data, StarOptions options) {
        StarData kindergarten = data.grade("K");
        Measured<TreatmentEffect> measured =
                FixedEffectsComparison.withDefaults().of(kindergarten.comparison(Subject.MATHEMATICS));
        StarSection section = StarSection.titled("Judged");
        if (measured.value().isEmpty()) {
            return section.with("There is nothing to judge: " + measured + ".");
        }
        TreatmentEffect effect = measured.value().get();
        Fraction kept = classesOfAgreedSize(kindergarten);
        FidelityGate.Implemented implemented = () -> Rational.of(kept.numerator(), kept.denominator());
        TierEvidence evidence = TierEvidence.builder()
                .result(
                        effect.standardized().lower() > 0
                                ? TierEvidence.Result.SIGNIFICANT_POSITIVE
                                : effect.standardized().upper() < 0
                                        ? TierEvidence.Result.SIGNIFICANT_NEGATIVE
                                        : TierEvidence.Result.NOT_SIGNIFICANT)
                .students(effect.points().n())
                .sites(effect.strata())
                .selectionControls(true)
                .localOverlap(true)
                .build();
        return section.with(
                        "A plan written today comes too late for scores that have been known since 1986, whatever it"
                                + " says; put into a record with both dates, it is found out:")
                .with(plan(data).why())
                .with(VerdictRule.withDefaults()
                        .of(effect.standardized(), implemented)
                        .explanation())
                .with("Implementation here is the share of small classes that had " + LEAST + " to " + MOST
                        + " pupils, " + kept + "; what happened inside them was not seen.")
                .with(EvidenceTier.explain(evidence))
                .with("Keeping, improving or stopping also asks what it costs; that is not in the data.");
    }

    private static PlanKept plan(StarData data) {
        AnalysisSpec spec = AnalysisSpec.builder()
                .question("Do pupils in small classes learn more mathematics in kindergarten?")
                .outcome(Measure.of("math", "mathematics scale score", "points", Direction.HIGHER_IS_BETTER))
                .treated("pupils dealt into small classes")
                .comparison("pupils of the same school dealt into regular classes, with an aide or not")
                .design("lot within schools")
                .rung(ClaimRung.RANDOMISED)
                .estimator("fixed effects of schools, CR2 errors by class, Satterthwaite degrees of freedom")
                .smallestEffect(SMALLEST)
                .unit("standard deviations")
                .decisionRule("works if the whole interval lies above zero and the value reaches the smallest effect")
                .addExclusions("pupils without a mathematics score")
                .build();
        AnalysisPlan plan = AnalysisPlan.builder()
                .id(EntryId.of("plan/kindergarten"))
                .spec(spec)
                .build();
        PersonId analyst = PersonId.of("p-001");
        EntryId scores = EntryId.of("dataset/star");
        TeamRecord record = TeamRecord.empty(TeamKey.of(TeamId.of("star"), SchoolYear.startingIn(1985)))
                .with(MEASURED, analyst, data.read().dataset(scores, "Project STAR", "public-use data"))
                .with(PLANNED, analyst, plan);
        return PlanKept.of(record, plan.id(), spec, List.of(scores));
    }

    /** The share of small classes whose pupils in the data are as many as was agreed. */
    private static Fraction classesOfAgreedSize(StarData kindergarten) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int teacher : kindergarten.classType("small").classes()) {
            sizes.merge(teacher, 1, Integer::sum);
        }
        long agreed = sizes.values().stream()
                .filter(size -> size >= LEAST && size <= MOST)
                .count();
        return Fraction.of(agreed, sizes.size());
    }
}

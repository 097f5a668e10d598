package org.iltlib.examples.maple;

import org.iltlib.analytics.impact.BaselineEquivalence;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.EntryId;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.Fidelity;
import org.iltlib.impact.ImpactStudy;
import org.iltlib.impact.VerdictRule;

/** Chapter 10: 84 students who were helped beside 168 like them. */
record Judging(Story story, Stars stars) {
    void tell() {
        story.chapter("Did it work?");
        stars.check("baseline of 0.06", BaselineEquivalence.ADJUST, BaselineEquivalence.of(0.06));
        Estimate effect = HedgesG.withDefaults()
                .of(moments(84, 512, 48), moments(168, 500, 50))
                .value()
                .orElseThrow();
        stars.check("Hedges g, unadjusted", "0.2425", effect.value());
        stars.check("improvement index", "9.58", HedgesG.improvementIndex(effect.value()));
        stars.check("students", 252L, effect.n());
        Fidelity.Builder carriedOut = Fidelity.builder();
        Fidelity fidelity = carriedOut
                .adherence(0.82)
                .dosage(0.82)
                .quality(0.82)
                .responsiveness(0.82)
                .reach(1)
                .build();
        ImpactStudy.Builder study = ImpactStudy.builder();
        ImpactStudy told = study.id(EntryId.of("study"))
                .addBasedOn(EntryId.of("decision"))
                .design("two groups of the same school, one of which was helped")
                .rung(ClaimRung.COMPARED)
                .comparison("168 students of the same grades, not helped; baseline g 0.06")
                .addEffects(effect)
                .n(effect.n())
                .fidelity(fidelity)
                .statement("Students who were helped scored higher than the others.")
                .build();
        stars.check("the claim it may make", ClaimRung.COMPARED, told.rung());
        story.say("%s", told.sentence());
        story.why(VerdictRule.withDefaults().of(effect, fidelity).explanation());
    }

    private static Moments moments(long n, double mean, double deviation) {
        return new Moments(n, mean, (n - 1) * deviation * deviation);
    }
}

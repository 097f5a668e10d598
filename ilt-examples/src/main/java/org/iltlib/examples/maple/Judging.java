package org.iltlib.examples.maple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.effectiveness.RecordLevels;
import org.iltlib.analytics.effectiveness.TeamYear;
import org.iltlib.analytics.impact.BaselineEquivalence;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.EntryId;
import org.iltlib.decision.Cost;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.ConceptRating;
import org.iltlib.impact.EvidenceTier;
import org.iltlib.impact.Fidelity;
import org.iltlib.impact.ImpactStudy;
import org.iltlib.impact.Rubric;
import org.iltlib.impact.TierEvidence;
import org.iltlib.impact.VerdictRule;
import org.iltlib.plan.resource.AcademicReturn;
import org.iltlib.team.Meeting;

/** Chapter 10: 84 students who were helped beside 168 like them. */
record Judging(Story story, Stars stars) {
    void tell(List<Meeting> meetings) {
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
        tier(told);
        returns();
        review(meetings);
        story.why(VerdictRule.withDefaults().of(effect, fidelity).explanation());
    }

    /** 0.18 standard deviations for 84 students at $52,000. */
    private void returns() {
        Estimate.Builder effect = Estimate.builder();
        AcademicReturn found = AcademicReturn.of(
                effect.value(0.18)
                        .lower(0.02)
                        .upper(0.34)
                        .level(0.95)
                        .n(252)
                        .unit("standard deviations")
                        .method("Hedges g, adjusted for the baseline")
                        .build(),
                84,
                new Cost(new BigDecimal("52000"), "USD", "tutors"));
        stars.check(
                "student standard deviations for $1,000",
                "0.2908",
                found.perThousand().value());
    }

    /** As evidence for others: 252 students are too few for the second tier. */
    private void tier(ImpactStudy study) {
        TierEvidence evidence = TierEvidence.ofOwn(study, 1, true);
        List<String> unmet = EvidenceTier.MODERATE.listUnmet(evidence);
        stars.check("tier 2", false, EvidenceTier.MODERATE.isMetBy(evidence));
        stars.check(
                "for want of students",
                true,
                unmet.stream().anyMatch(reason -> reason.contains("252") && reason.contains("350")));
        unmet.forEach(reason -> story.item("%s", reason));
    }

    /** The team calls its meetings exemplary; its log says operational. */
    private void review(List<Meeting> meetings) {
        Rubric rubric = Rubric.leadershipTeam(EntryId.of("rubric"));
        TeamYear.Builder year = TeamYear.builder();
        List<ConceptRating> ratings = RecordLevels.withDefaults()
                .ratings(
                        rubric,
                        Map.of("frequency", "Exemplary"),
                        year.months(10)
                                .meetings(meetings)
                                .members(Grove.members())
                                .addLeaders(Grove.PRINCIPAL, Grove.ASSISTANT)
                                .build());
        ConceptRating frequency = ratings.stream()
                .filter(rating -> rating.concept().equals("frequency"))
                .findFirst()
                .orElseThrow();
        stars.check("frequency, by the team itself", "Exemplary", level(rubric, frequency.self()));
        stars.check("frequency, by its log", "Operational", level(rubric, frequency.derived()));
        frequency.why().ifPresent(story::why);
    }

    private static String level(Rubric rubric, Optional<Integer> place) {
        return place.map(rubric.levels()::get).orElse("none");
    }

    private static Moments moments(long n, double mean, double deviation) {
        return new Moments(n, mean, (n - 1) * deviation * deviation);
    }
}

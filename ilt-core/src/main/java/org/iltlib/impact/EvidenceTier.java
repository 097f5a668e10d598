package org.iltlib.impact;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Explanation;

/**
 * The tiers of evidence of the Every Student Succeeds Act, strongest first, as predicates on what is known of a study.
 * Source: What Works Clearinghouse, "Using the WWC to find ESSA tiers of evidence" (350 students, two sites).
 *
 * <p>Tiers 1 and 2 also ask that the study's students or settings be like one's own. What is not known does not count: a
 * study whose number of students is not told reaches neither.
 */
public enum EvidenceTier {
    /** Tier 1, strong. */
    STRONG("Tier 1 (strong)"),
    /** Tier 2, moderate. */
    MODERATE("Tier 2 (moderate)"),
    /** Tier 3, promising. */
    PROMISING("Tier 3 (promising)"),
    /** Tier 4, demonstrates a rationale. */
    RATIONALE("Tier 4 (demonstrates a rationale)"),
    /** None of the four. */
    NONE("no tier");

    /** The least number of students of tiers 1 and 2. */
    public static final int STUDENTS = 350;

    /** The least number of sites of tiers 1 and 2. */
    public static final int SITES = 2;

    private final String words;

    EvidenceTier(String words) {
        this.words = words;
    }

    /** The strongest tier whose demands are all met. */
    public static EvidenceTier of(TierEvidence evidence) {
        for (EvidenceTier tier : values()) {
            if (tier.listUnmet(evidence).isEmpty()) {
                return tier;
            }
        }
        return NONE;
    }

    /** Whether the study meets every demand of this tier. */
    public boolean isMetBy(TierEvidence evidence) {
        return listUnmet(evidence).isEmpty();
    }

    /** Whether this tier is at least as strong as the other. */
    public boolean reaches(EvidenceTier other) {
        return compareTo(other) <= 0;
    }

    /** What the study lacks for this tier, in words; empty if it meets it. */
    public List<String> listUnmet(TierEvidence evidence) {
        List<String> unmet = new ArrayList<>();
        switch (this) {
            case STRONG -> {
                need(
                        evidence.review() == TierEvidence.Review.WITHOUT_RESERVATIONS,
                        unmet,
                        "the design meets the standards without reservations; it is " + evidence.review());
                large(evidence, unmet);
                positive(evidence, unmet);
            }
            case MODERATE -> {
                need(
                        evidence.review() == TierEvidence.Review.WITHOUT_RESERVATIONS
                                || evidence.review() == TierEvidence.Review.WITH_RESERVATIONS,
                        unmet,
                        "the design meets the standards, with or without reservations; it is " + evidence.review());
                large(evidence, unmet);
                positive(evidence, unmet);
            }
            case PROMISING -> {
                need(
                        evidence.selectionControls()
                                || evidence.review() == TierEvidence.Review.WITHOUT_RESERVATIONS
                                || evidence.review() == TierEvidence.Review.WITH_RESERVATIONS,
                        unmet,
                        "statistical controls for who took part");
                positive(evidence, unmet);
            }
            case RATIONALE -> {
                need(evidence.logicModel(), unmet, "a logic model informed by research");
                need(evidence.studyUnderWay(), unmet, "a study of its effects under way");
            }
            case NONE -> {}
        }
        return List.copyOf(unmet);
    }

    private static void large(TierEvidence evidence, List<String> unmet) {
        need(
                evidence.students().filter(number -> number >= STUDENTS).isPresent(),
                unmet,
                "at least " + STUDENTS + " students; "
                        + evidence.students().map(number -> "it has " + number).orElse("their number is not told"));
        need(
                evidence.sites().filter(number -> number >= SITES).isPresent(),
                unmet,
                "at least " + SITES + " sites; "
                        + evidence.sites().map(number -> "it has " + number).orElse("their number is not told"));
        need(evidence.localOverlap(), unmet, "students or settings like one's own");
    }

    private static void positive(TierEvidence evidence, List<String> unmet) {
        need(
                evidence.result() == TierEvidence.Result.SIGNIFICANT_POSITIVE,
                unmet,
                "a positive effect beyond chance; it is " + evidence.result());
        need(!evidence.overridingNegative(), unmet, "no overriding negative finding");
    }

    private static void need(boolean met, List<String> unmet, String words) {
        if (!met) {
            unmet.add(words);
        }
    }

    /** The tier reached, and what is lacking for each stronger one. */
    public static Explanation explain(TierEvidence evidence) {
        EvidenceTier reached = of(evidence);
        Explanation whole = Explanation.of("The study stands on %s.", reached);
        for (EvidenceTier tier : values()) {
            if (!reached.reaches(tier)) {
                Explanation lacking = Explanation.of("Not %s. It would need:", tier);
                for (String lack : tier.listUnmet(evidence)) {
                    lacking = lacking.because(lack);
                }
                whole = whole.because(lacking);
            }
        }
        return whole;
    }

    @Override
    public String toString() {
        return words;
    }
}

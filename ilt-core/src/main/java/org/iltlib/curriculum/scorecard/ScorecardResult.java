package org.iltlib.curriculum.scorecard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.review.PanelCheck;
import org.iltlib.curriculum.review.Reviewer;
import org.iltlib.curriculum.review.ReviewerAgreement;

/**
 * What follows from a scorecard review: a band for each section, the panel, how far it agreed, and what students say. There
 * is no total over sections and none can be asked for: many faces do not make up for a one-sided story. Immutable.
 *
 * <pre>{@code
 * ScorecardResult result = ScorecardResult.of(scorecard, review);
 * result.getSection("representation").band();     // responsive
 * result.panel().missingRoles();                  // [parent]: then no section has a band
 * }</pre>
 */
public final class ScorecardResult {
    private final Scorecard scorecard;
    private final ScorecardReview review;
    private final PanelCheck panel;
    private final List<SectionResult> sections;
    private final Map<String, List<Integer>> byStatement;

    private ScorecardResult(
            Scorecard scorecard,
            ScorecardReview review,
            PanelCheck panel,
            List<SectionResult> sections,
            Map<String, List<Integer>> byStatement) {
        this.scorecard = scorecard;
        this.review = review;
        this.panel = panel;
        this.sections = List.copyOf(sections);
        this.byStatement = byStatement;
    }

    /**
     * The result. A reviewer who left out a statement of a section has no sum there: a sum over fewer statements reads like
     * a lower one. A section has a band if as many as the panel needs have a sum there, and one of them at least of each role
     * that must be there.
     *
     * @throws IllegalArgumentException if the review used another scorecard, rates a statement that it does not have, or
     *     by a value out of its range
     */
    public static ScorecardResult of(Scorecard scorecard, ScorecardReview review) {
        Checks.require(
                review.scorecard().equals(scorecard.id()),
                "The review %s used %s, not %s. Maybe another scorecard.",
                review.id(),
                review.scorecard(),
                scorecard.id());
        Map<String, Map<PersonId, Integer>> values = new LinkedHashMap<>();
        scorecard.listStatements().forEach(statement -> values.put(statement.id(), new LinkedHashMap<>()));
        PanelCheck panel = scorecard.panel().check(review.reviewers());
        List<PersonId> counted = panel.counted().stream().map(Reviewer::person).toList();
        for (StatementRating rating : review.ratings()) {
            Map<PersonId, Integer> own = values.get(rating.statement());
            Checks.require(
                    own != null,
                    "There is no statement \"%s\" in %s. Expected one of %s.",
                    rating.statement(),
                    scorecard.name(),
                    values.keySet());
            Checks.require(
                    rating.value() >= scorecard.lowest() && rating.value() <= scorecard.highest(),
                    "The statement %s is rated %s. Expected %s to %s.",
                    rating.statement(),
                    rating.value(),
                    scorecard.lowest(),
                    scorecard.highest());
            if (own != null && counted.contains(rating.person())) {
                own.put(rating.person(), rating.value());
            }
        }
        List<SectionResult> sections = new ArrayList<>();
        for (ScorecardSection section : scorecard.sections()) {
            sections.add(section(section, values, counted, panel));
        }
        Map<String, List<Integer>> byStatement = new LinkedHashMap<>();
        values.forEach((statement, given) -> byStatement.put(statement, List.copyOf(given.values())));
        return new ScorecardResult(scorecard, review, panel, sections, byStatement);
    }

    private static SectionResult section(
            ScorecardSection section,
            Map<String, Map<PersonId, Integer>> values,
            List<PersonId> counted,
            PanelCheck panel) {
        List<Integer> sums = new ArrayList<>();
        List<PersonId> whole = new ArrayList<>();
        for (PersonId person : counted) {
            List<Integer> own = section.statements().stream()
                    .flatMap(statement -> values.getOrDefault(statement.id(), Map.of()).entrySet().stream()
                            .filter(one -> one.getKey().equals(person))
                            .map(Map.Entry::getValue))
                    .toList();
            if (own.size() == section.statements().size()) {
                sums.add(own.stream().mapToInt(Integer::intValue).sum());
                whole.add(person);
            }
        }
        sums.sort(null);
        return new SectionResult(section, sums, band(section, sums, whole, panel));
    }

    private static Measured<SectionBand> band(
            ScorecardSection section, List<Integer> sums, List<PersonId> whole, PanelCheck panel) {
        if (!panel.missingRoles().isEmpty()) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE, "the panel has nobody who counts of " + panel.missingRoles());
        }
        Optional<String> wanting = panel.rule().findWanting(panel.panel(), whole, "all of " + section.id());
        if (wanting.isPresent()) {
            return Measured.missing(MissingReason.TOO_FEW, wanting.get());
        }
        long total = sums.stream().mapToLong(Integer::longValue).sum();
        return Measured.of(section.bandOf(total, sums.size()));
    }

    /** The scorecard. */
    public Scorecard scorecard() {
        return scorecard;
    }

    /** The review. */
    public ScorecardReview review() {
        return review;
    }

    /** Whether the panel is as mixed as the scorecard asks for. */
    public PanelCheck panel() {
        return panel;
    }

    /** Each section in order. */
    public List<SectionResult> sections() {
        return sections;
    }

    /**
     * The section of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SectionResult getSection(String section) {
        return sections.get(scorecard.sections().indexOf(scorecard.getSection(section)));
    }

    /** How far those who count agree, statement by statement. */
    public ReviewerAgreement agreement() {
        return ReviewerAgreement.of(byStatement);
    }

    /** The result in words: section by section, the panel, the agreement, the students. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "%s, by %s %s: each section by itself, no total.",
                review.material().title(), scorecard.name(), scorecard.version());
        for (SectionResult section : sections) {
            whole = whole.because(section.toString() + ".");
        }
        for (IdentityTally tally : review.tallies()) {
            whole = whole.because(
                    "Of %s %s whose group is told: %s; of %s it is not.",
                    tally.known(), tally.counted(), tally.byGroup(), tally.unknown());
        }
        whole = whole.because(panel.explain()).because(agreement().explain());
        return scorecard.studentQuestion().isEmpty()
                ? whole
                : whole.because(
                        "Students: %s.",
                        review.students().map(voice -> voice.shown().toString()).orElse("not asked"));
    }
}

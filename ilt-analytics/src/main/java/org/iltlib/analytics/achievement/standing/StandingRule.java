package org.iltlib.analytics.achievement.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.stats.Adjustment;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WelchTest;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Finding;
import org.iltlib.finding.FindingSummary;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.iltlib.impact.EffectBands;
import org.immutables.value.Value;

/**
 * When a difference from others is a strength or a weakness: its Welch interval excludes zero, its p-value, adjusted for
 * all cells asked together, is small enough, <em>and</em> it is large enough to matter. Immutable.
 *
 * <p>Students count as independent: a class's common teacher is not accounted for. Groups are withheld under the policy,
 * with one more of the same column where a small one could be worked out. Small groups that are withheld are not
 * counted among the questions. Time n log n.
 */
@Value.Immutable
public abstract class StandingRule {
    StandingRule() {}

    /** How small a group may be. */
    public abstract SuppressionPolicy policy();

    /** What is measured; a higher mean score unless set. With less being better, a lower mean is the strength. */
    @Value.Default
    public Measure measure() {
        return Measure.of("mean-against-others", "mean score against others", "points", Direction.HIGHER_IS_BETTER);
    }

    /** The level of the intervals; 0.95 unless set. */
    @Value.Default
    public double level() {
        return 0.95;
    }

    /** How p-values are adjusted; Benjamini and Hochberg unless set. */
    @Value.Default
    public Adjustment adjustment() {
        return Adjustment.BENJAMINI_HOCHBERG;
    }

    /** The largest adjusted p-value; 0.05 unless set. */
    @Value.Default
    public double limit() {
        return 0.05;
    }

    /** From where on a difference matters: from medium on, 0.05 standard deviations unless set. */
    @Value.Default
    public EffectBands bands() {
        return EffectBands.withDefaults();
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.require(level() > 0 && level() < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level());
        Checks.share(limit(), "limit");
    }

    /** The usual rule under that policy. */
    public static StandingRule of(SuppressionPolicy policy) {
        return builder().policy(policy).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The standing of every cell, in the order given. */
    public List<StandingReading> of(List<Contrast> contrasts) {
        Checks.distinct(contrasts.stream().map(Contrast::cell).toList(), "cells");
        List<Measured<StandingEvidence>> evidence = adjusted(evidence(contrasts));
        List<StandingReading> readings = new ArrayList<>();
        for (int i = 0; i < contrasts.size(); i++) {
            readings.add(reading(contrasts.get(i), evidence.get(i)));
        }
        return List.copyOf(readings);
    }

    private List<Measured<StandingEvidence>> evidence(List<Contrast> contrasts) {
        WelchTest welch =
                WelchTest.withDefaults().withLevel(level()).withUnit(measure().unit());
        Map<StandingCell, SmallGroups.Shown> shown = shown(contrasts);
        List<Measured<StandingEvidence>> all = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            Measured<StandingEvidence> found = welch.of(contrast.ours(), contrast.others())
                    .flatMap(test -> HedgesG.withDefaults()
                            .of(contrast.ours(), contrast.others())
                            .map(g -> new StandingEvidence(test.difference(), g, test.pValue())));
            all.add(
                    contrast.cell().group().isEmpty()
                            ? policy().hides(contrast.ours().n())
                                    ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy().name())
                                    : found
                            : shown.getOrDefault(
                                            contrast.cell(),
                                            SmallGroups.of(policy()).none(List.of()))
                                    .show(level(contrast.cell()), () -> found));
        }
        return all;
    }

    /** Groups of one column, topic and grade are a family: none may give away another. */
    private Map<StandingCell, SmallGroups.Shown> shown(List<Contrast> contrasts) {
        Map<List<Object>, Map<String, Long>> families = new HashMap<>();
        for (Contrast contrast : contrasts) {
            families.computeIfAbsent(family(contrast.cell()), key -> new TreeMap<>())
                    .put(level(contrast.cell()), contrast.ours().n());
        }
        Map<List<Object>, SmallGroups.Shown> judged = new HashMap<>();
        families.forEach(
                (key, sizes) -> judged.put(key, SmallGroups.of(policy()).among(sizes)));
        Map<StandingCell, SmallGroups.Shown> shown = new HashMap<>();
        for (Contrast contrast : contrasts) {
            SmallGroups.Shown found = judged.get(family(contrast.cell()));
            if (found != null) {
                shown.put(contrast.cell(), found);
            }
        }
        return shown;
    }

    private static List<Object> family(StandingCell cell) {
        return List.of(
                cell.topic(),
                cell.grade(),
                cell.group().map(group -> group.by()).orElse(""));
    }

    private static String level(StandingCell cell) {
        return cell.group().map(group -> group.level()).orElse("");
    }

    private List<Measured<StandingEvidence>> adjusted(List<Measured<StandingEvidence>> evidence) {
        double[] p = adjustment()
                .adjust(evidence.stream()
                        .flatMap(one -> one.value().stream())
                        .mapToDouble(StandingEvidence::adjustedP)
                        .toArray());
        List<Measured<StandingEvidence>> adjusted = new ArrayList<>();
        int at = 0;
        for (Measured<StandingEvidence> one : evidence) {
            double value = one.isReported() ? p[at++] : 1;
            adjusted.add(one.map(found -> new StandingEvidence(found.difference(), found.standardised(), value)));
        }
        return adjusted;
    }

    private StandingReading reading(Contrast contrast, Measured<StandingEvidence> evidence) {
        Standing standing = evidence.map(this::standing).orElse(Standing.NEUTRAL);
        Explanation why = evidence.map(found -> why(contrast, found, standing))
                .orElse(Explanation.of("%s: not shown (%s).", contrast.cell(), evidence));
        return new StandingReading.Builder()
                .cell(contrast.cell())
                .measure(measure())
                .evidence(evidence)
                .standing(standing)
                .why(why)
                .build();
    }

    private Standing standing(StandingEvidence found) {
        double g = found.standardised().value();
        boolean counts =
                found.difference().excludes(0) && found.adjustedP() <= limit() && Math.abs(g) >= bands().medium();
        if (!counts || measure().direction() == Direction.NEITHER) {
            return Standing.NEUTRAL;
        }
        return (g > 0) == (measure().direction() == Direction.HIGHER_IS_BETTER) ? Standing.STRENGTH : Standing.WEAKNESS;
    }

    private Explanation why(Contrast contrast, StandingEvidence found, Standing standing) {
        double g = found.standardised().value();
        return Explanation.of(
                        "%s: %s; the mean lies %.2f %s %s that of the others.",
                        contrast.cell(),
                        standing,
                        Math.abs(found.difference().value()),
                        measure().unit(),
                        found.difference().value() < 0 ? "below" : "above")
                .because(
                        "Ours: mean %.2f of %d; others: mean %.2f of %d.",
                        contrast.ours().mean(),
                        contrast.ours().n(),
                        contrast.others().mean(),
                        contrast.others().n())
                .because(
                        "Difference %.2f, interval %.2f to %.2f (Welch); students count as independent.",
                        found.difference().value(),
                        found.difference().lower(),
                        found.difference().upper())
                .because("In standard deviations %.3f; it matters from %.2f on.", g, bands().medium())
                .because(
                        "Adjusted for all cells asked (%s), p is %.4f; the rule asks for %.2f or less.",
                        adjustment(), found.adjustedP(), limit());
    }

    /**
     * The readings as findings, numbered behind the id's text, and their summary: incomplete without a strength.
     *
     * @param prefix the beginning of the findings' ids
     * @param cited the evidence
     */
    public static FindingSummary summary(List<StandingReading> readings, EntryId prefix, EntryId cited) {
        List<Finding> findings = new ArrayList<>();
        for (StandingReading reading : readings) {
            findings.add(reading.finding(EntryId.of(prefix.value() + "-" + (findings.size() + 1)), cited));
        }
        return FindingSummary.of(findings);
    }

    /** Builds a rule; the policy must be set. */
    public static final class Builder extends ImmutableStandingRule.Builder {
        Builder() {}
    }
}

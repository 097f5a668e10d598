package org.iltlib.analytics.alignment.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Standard;
import org.iltlib.evidence.AssessmentPurpose;

/**
 * What stands in the way of using an assessment for a purpose, as far as its content and its reliability tell. No remark
 * means that nothing was found here, not that the use is right: fairness, accuracy of levels and consequences are asked
 * elsewhere.
 *
 * @param purpose what one wants to use it for
 * @param remarks what was found
 */
public record Fitness(AssessmentPurpose purpose, List<Remark> remarks) {
    /** How grave a remark is. */
    public enum Weight {
        /** The use is not supported. */
        BLOCKS,
        /** The use is possible with care. */
        CAUTIONS
    }

    /**
     * One remark.
     *
     * @param weight how grave it is
     * @param rule the rule that it rests on, by name
     * @param text what was found, in words
     */
    public record Remark(Weight weight, String rule, String text) {
        /** Such as {@code BLOCKS reliability: …}. */
        @Override
        public String toString() {
            return weight + " " + rule + ": " + text;
        }
    }

    /** Copies the list. */
    public Fitness {
        remarks = List.copyOf(remarks);
    }

    /** Whether no remark blocks the use. */
    public boolean supported() {
        return remarks.stream().noneMatch(remark -> remark.weight() == Weight.BLOCKS);
    }

    /** The limits in use, with their sources. */
    public static List<String> listRules() {
        return List.of(
                "topic-items: six items for each topic that is told on its own (Webb 2007, categorical concurrence)",
                "coverage: half of the planned standards are asked for (Webb 2007, range of knowledge)",
                "off-blueprint: no item off the blueprint; one in ten blocks judging a year (ours)",
                "demand-unrated: the demand of every item is rated; one in ten without blocks judging a year (ours)",
                "reliability: .70 for groups and for steering teaching, .80 for screening and stock taking, .85 for"
                        + " judging a student's year (common rules of thumb, ours to choose between)");
    }

    /**
     * The remarks for a use.
     *
     * @param reliability the reliability of the scores, from 0 to 1; missing if nobody knows
     * @throws IllegalArgumentException if the reliability lies above 1
     */
    public static Fitness of(AssessmentPurpose purpose, BlueprintReading reading, Measured<Double> reliability) {
        reliability
                .value()
                .ifPresent(value -> Checks.require(value <= 1, "reliability is %s. Expected at most 1.", value));
        List<Remark> remarks = new ArrayList<>();
        boolean judging = purpose == AssessmentPurpose.SUMMATIVE;
        boolean byTopic = purpose == AssessmentPurpose.DIAGNOSTIC || purpose == AssessmentPurpose.FORMATIVE;
        content(reading, judging, remarks);
        reading.itemsByTopic().forEach((topic, items) -> {
            if (items < 6 && (byTopic || judging)) {
                remarks.add(new Remark(
                        purpose == AssessmentPurpose.DIAGNOSTIC ? Weight.BLOCKS : Weight.CAUTIONS,
                        "topic-items",
                        "topic " + topic + " has " + items + " items; six are needed to tell it on its own"));
            }
        });
        double needed = judging ? 0.85 : byTopic ? 0.70 : 0.80;
        if (reliability.value().isEmpty()) {
            remarks.add(new Remark(
                    judging ? Weight.BLOCKS : Weight.CAUTIONS,
                    "reliability",
                    "the reliability is not known; " + needed + " is needed"));
        } else if (reliability.value().get() < needed) {
            remarks.add(new Remark(
                    Weight.BLOCKS,
                    "reliability",
                    "the reliability lies below " + needed + ", which is needed for a " + purpose + " use"));
        }
        return new Fitness(purpose, remarks);
    }

    private static void content(BlueprintReading reading, boolean judging, List<Remark> remarks) {
        if (!reading.unknownTopics().isEmpty()) {
            remarks.add(new Remark(
                    Weight.BLOCKS,
                    "framework",
                    "the blueprint plans topics that the framework does not have: " + reading.unknownTopics()));
        }
        long planned = reading.standardsPlanned().size();
        long without = reading.standardsWithout().size();
        if (without > 0) {
            boolean half = 2 * without <= planned;
            remarks.add(new Remark(
                    half ? Weight.CAUTIONS : Weight.BLOCKS,
                    "coverage",
                    without + " of " + planned + " planned standards are asked for by no item: "
                            + reading.standardsWithout().stream()
                                    .map(Standard::label)
                                    .limit(10)
                                    .toList()
                            + (without > 10 ? " and more" : "")));
        }
        long off = (long) reading.itemsOff().size()
                + reading.itemsUncodable().size()
                + reading.itemsWithoutTag().size();
        tenth(reading, off, judging, "off-blueprint", "items lie off the blueprint, fit nothing or have no tag")
                .ifPresent(remarks::add);
        tenth(
                        reading,
                        reading.itemsWithoutDemand().size(),
                        judging,
                        "demand-unrated",
                        "items have no rated demand, so whether they are as demanding as planned is not known")
                .ifPresent(remarks::add);
        if (!reading.itemsAtUnplannedDemand().isEmpty()) {
            remarks.add(new Remark(
                    Weight.CAUTIONS,
                    "demand",
                    reading.itemsAtUnplannedDemand().size()
                            + " items are at a demand that is not planned for their topic"));
        }
    }

    private static Optional<Remark> tenth(
            BlueprintReading reading, long found, boolean judging, String rule, String words) {
        if (found == 0) {
            return Optional.empty();
        }
        boolean many = 10 * found >= reading.items().size();
        return Optional.of(new Remark(
                judging && many ? Weight.BLOCKS : Weight.CAUTIONS,
                rule,
                found + " of " + reading.items().size() + " " + words));
    }
}

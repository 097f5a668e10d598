package org.iltlib.examples.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.impact.BeforeAfter;
import org.iltlib.analytics.impact.Change;
import org.iltlib.analytics.simulation.OperatingCharacteristic;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Recordable;
import org.iltlib.base.SuppressionReason;
import org.iltlib.decision.Prediction;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.iltlib.impact.PredictionScore;

/** Chapter 7: the same students are seen again a grade later; the prediction meets what happened. */
final class Monitoring {
    private static final Measure STANDING = Measure.of(
            "change-of-standing",
            "change of the mean standing among the other schools' students",
            "standard deviations",
            Direction.HIGHER_IS_BETTER);

    private final Study study;
    private final Story story;
    private final Memory memory;

    Monitoring(Study study, Story story, Memory memory) {
        this.study = study;
        this.story = story;
        this.memory = memory;
    }

    /**
     * What came of it.
     *
     * @param finding the follow-up as it was recorded
     * @param change the change of the same students' standing
     * @param path the mean standing of those students, grade by grade
     * @param score the prediction's score, if there was a follow-up
     */
    record Result(Finding finding, Measured<Change> change, List<Step> path, Optional<PredictionScore> score) {}

    /**
     * The followed students in one grade.
     *
     * @param grade the grade
     * @param mean their mean standing
     */
    record Step(GradeLevel grade, Measured<Estimate> mean) {}

    Result tell(Findings.Result findings, Proposing.Result proposed, Deciding.Result decided) {
        story.chapter("A year later");
        LocalDate day = LocalDate.of(study.year().start() + 1, 6, 1);
        Focus.Cell cell = findings.focus().cell();
        Prediction prediction = proposed.proposal().prediction().orElseThrow();
        Map<Integer, Double> before = new Standings(study).of(cell.subject(), cell.grade(), cell.group());
        Optional<Map<Integer, Double>> after =
                study.followUpGrade().map(grade -> new Standings(study).of(cell.subject(), grade));
        List<Integer> seenTwice = after.map(later ->
                        before.keySet().stream().filter(later::containsKey).toList())
                .orElse(List.of());

        Measured<Change> change = change(before, after, seenTwice);
        List<Step> path = path(cell, seenTwice);
        List<Recordable> entries = new ArrayList<>();
        study.followUpGrade().ifPresent(grade -> entries.add(Evidence.assessment(cell.subject(), grade)));
        Optional<PredictionScore> score = Optional.empty();
        Explanation why;
        if (change.value().isPresent()) {
            Estimate moved = change.value().get().points();
            double later = mean(after.orElseThrow(), seenTwice);
            double earlier = mean(before, seenTwice);
            boolean cameTrue = prediction.cameTrue(moved.value());
            score = Optional.of(new PredictionScore(proposed.proposal().id(), prediction.confidence(), cameTrue));
            story.say(
                    "Of the %d students behind the need %d were seen again in %s. Their mean standing went from %+.2f to"
                            + " %+.2f: %s.",
                    before.size(),
                    seenTwice.size(),
                    study.followUpGrade().orElseThrow(),
                    earlier,
                    later,
                    Findings.words(Measured.of(moved)));
            story.say(
                    "The prediction was: %s It %s; Brier score %.2f (0 is perfect, 0.25 a coin's).",
                    Proposing.words(prediction),
                    cameTrue ? "came true" : "did not come true",
                    score.get().brier());
            double deviation = moved.standardError().orElseThrow() * Math.sqrt((double) moved.n());
            Explanation rates = OperatingCharacteristic.ofMean(prediction.limit(), moved.n(), deviation)
                    .explain(0, prediction.limit() * 2);
            story.say("How far such a verdict can be trusted:");
            story.why(rates);
            why = Explanation.of(
                            "The mean standing of the same %d students moved by %+.2f standard deviations.",
                            seenTwice.size(), moved.value())
                    .because(change.value().get().why())
                    .because(rates);
        } else {
            story.say("There is no follow-up to show: %s. The prediction stays open.", change);
            why = Explanation.of("No follow-up: %s.", change);
        }
        Measured<Estimate> estimate = change.map(Change::points);
        Finding finding = Finding.builder()
                .id(EntryId.of("finding/follow-up"))
                .statement(why.claim())
                .standing(estimate.map(Monitoring::standing).orElse(Standing.NEUTRAL))
                .measure(STANDING)
                .estimate(estimate)
                .subject(cell.subject())
                .grade(study.followUpGrade())
                .group(cell.group())
                .addEvidence(Evidence.ROWS, decided.decision().id())
                .explanation(why)
                .build();
        entries.add(finding);
        memory.write(day, Forming.COACH, entries);
        return new Result(finding, change, path, score);
    }

    private static Standing standing(Estimate moved) {
        return !moved.excludes(0) ? Standing.NEUTRAL : moved.value() > 0 ? Standing.STRENGTH : Standing.WEAKNESS;
    }

    private Measured<Change> change(
            Map<Integer, Double> before, Optional<Map<Integer, Double>> after, List<Integer> seenTwice) {
        if (after.isEmpty()) {
            return Measured.missing(
                    MissingReason.NOT_COLLECTED,
                    "the study has " + study.schoolName() + " in " + study.currentGrade() + " only");
        }
        if (Findings.POLICY.hides(seenTwice.size())) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, Findings.POLICY.name());
        }
        return BeforeAfter.withDefaults()
                .withUnit("standard deviations")
                .of(
                        seenTwice.stream().mapToDouble(before::get).toArray(),
                        seenTwice.stream().mapToDouble(after.get()::get).toArray());
    }

    /** The students seen twice, back through the grades in which they were seen. */
    private List<Step> path(Focus.Cell cell, List<Integer> students) {
        List<Step> path = new ArrayList<>();
        for (GradeLevel grade : study.grades()) {
            Map<Integer, Double> standings = new Standings(study).of(cell.subject(), grade);
            Moments moments = Moments.of(students.stream()
                    .filter(standings::containsKey)
                    .mapToDouble(standings::get)
                    .toArray());
            path.add(new Step(
                    grade,
                    Findings.POLICY.hides(moments.n())
                            ? Measured.suppressed(SuppressionReason.SMALL_GROUP, Findings.POLICY.name())
                            : MeanInterval.withDefaults()
                                    .withUnit("standard deviations")
                                    .of(moments)));
        }
        return path;
    }

    private static double mean(Map<Integer, Double> standings, List<Integer> students) {
        return Proposing.mean(students.stream().map(standings::get).toList());
    }
}

package org.iltlib.examples.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Locale;
import org.iltlib.base.EntryId;
import org.iltlib.decision.Cost;
import org.iltlib.decision.Option;
import org.iltlib.decision.Prediction;
import org.iltlib.decision.Proposal;
import org.iltlib.examples.told.Story;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.plan.Goal;
import org.iltlib.plan.SmartReport;
import org.iltlib.plan.SmartRule;

/** Chapter 4: the need becomes a goal and a proposal with options and a prediction that can turn out wrong. */
final class Proposing {
    /** How far the standing is to rise, in standard deviations. */
    static final double HOPED = 0.10;

    private static final double CONFIDENCE = 0.60;

    private final Study study;
    private final Story story;
    private final Memory memory;

    Proposing(Study study, Story story, Memory memory) {
        this.study = study;
        this.story = story;
        this.memory = memory;
    }

    /**
     * What came of it.
     *
     * @param goal the goal
     * @param proposal the proposal in its first revision
     * @param now where the students stand, in standard deviations of the other schools' students
     */
    record Result(Goal goal, Proposal proposal, double now) {}

    Result tell(Findings.Result findings) {
        story.chapter("A goal, a proposal and a prediction");
        LocalDate day = LocalDate.of(study.year().start(), Month.SEPTEMBER, 20);
        Focus.Cell cell = findings.focus().cell();
        double now = round(mean(new Standings(study)
                .of(cell.subject(), cell.grade(), cell.group())
                .values()));
        LocalDate by = LocalDate.of(study.year().start() + 1, Month.MAY, 25);
        String students = "the students of " + cell.grade() + " in " + study.schoolName()
                + cell.group().map(group -> " " + Findings.words(group)).orElse("");

        Goal goal = Goal.builder()
                .id(EntryId.of("goal"))
                .addNeeds(findings.studentNeed().id(), findings.teacherNeed().id())
                .aim("Raise the standing of " + students + " in " + cell.subject() + ".")
                .population(students)
                .subject(cell.subject())
                .measure("mean standing among the other schools' students of the same grade")
                .unit("standard deviations")
                .baseline(now)
                .target(round(now + HOPED))
                .by(by)
                .build();
        SmartReport smart = SmartRule.withDefaults().of(goal, day);

        Proposal proposal = Proposal.builder()
                .id(EntryId.of("proposal/1"))
                .proposedBy(Forming.COACH)
                .question("What do we change this year for " + students + " in " + cell.subject() + "?")
                .text("Teach " + cell.subject() + " in groups of at most 15 for 45 minutes a day.")
                .addOptions(
                        Option.statusQuo("Go on as now."),
                        Option.of("small-groups", "Small groups of at most 15, 45 minutes a day."),
                        Option.of("new-program", "Buy another " + cell.subject() + " program."))
                .proposed("small-groups")
                .addCriteria(
                        "reaches the students behind the need", "teachers can carry it", "can be checked by spring")
                .addNeeds(findings.studentNeed().id(), findings.teacherNeed().id())
                .addEvidence(findings.focus().finding())
                .addAffected(StakeholderGroup.TEACHER, StakeholderGroup.STUDENT)
                .addCosts(new Cost(new BigDecimal("45"), "minutes a day", "of the coach and a second teacher"))
                .prediction(Prediction.builder()
                        .measure("change of the mean standing in " + cell.subject()
                                + " of the students seen again a year later")
                        .unit("standard deviations")
                        .claim(Prediction.Claim.AT_LEAST)
                        .limit(HOPED)
                        .now(0.0)
                        .confidence(CONFIDENCE)
                        .by(by)
                        .build())
                .build();

        story.say("Goal: %s", goal.aim());
        story.item(
                "from %+.2f to at least %+.2f %s by %s",
                now, round(now + HOPED), goal.unit().orElse(""), by);
        story.say("Is it SMART? %s", smart.explanation().claim());
        story.say("Question: %s", proposal.question());
        proposal.options()
                .forEach(option -> story.item(
                        "%s%s%s",
                        option.text(),
                        option.statusQuo() ? " (the status quo)" : "",
                        option.id().equals(proposal.proposed()) ? " (proposed)" : ""));
        story.say("Prediction: %s", words(proposal.prediction().orElseThrow()));
        memory.write(day, Forming.COACH, goal, proposal);
        return new Result(goal, proposal, now);
    }

    /** The prediction in one sentence, as it is recorded. */
    static String words(Prediction prediction) {
        return text(
                "the standing of the students seen again a year later will have risen by at least %.2f %s; the team is %.0f %%"
                        + " sure.",
                prediction.limit(), prediction.unit(), prediction.confidence() * 100);
    }

    static double mean(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / Math.max(1, values.size());
    }

    /** To two decimals, as a team would say it. */
    static double round(double value) {
        return new BigDecimal(value)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** In the root locale. */
    static String text(String template, Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }
}

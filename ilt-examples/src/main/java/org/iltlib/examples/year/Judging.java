package org.iltlib.examples.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.impact.Balance;
import org.iltlib.analytics.impact.BaselineBalance;
import org.iltlib.analytics.impact.Change;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.RandomizationResult;
import org.iltlib.analytics.impact.RandomizationTest;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.examples.told.Story;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.ImpactStudy;

/**
 * Chapter 8: what small classes did, from the randomised comparison within the schools of the study; and, beside it,
 * what may be said of the team's own plan, which is much less.
 */
final class Judging {
    private static final int DRAWS = 999;

    private final Study study;
    private final Story story;
    private final Memory memory;
    private final long seed;

    Judging(Study study, Story story, Memory memory, long seed) {
        this.study = study;
        this.story = story;
        this.memory = memory;
        this.seed = seed;
    }

    /**
     * What came of it.
     *
     * @param effects small classes against the others, by subject; all grades together first, then grade by grade
     * @param balance whether the classes were alike beforehand
     * @param studies as they were recorded: one a subject, and the plain before and after if there is one
     */
    record Result(List<Effect> effects, List<Balance> balance, List<ImpactStudy> studies) {}

    /**
     * The effect in a subject.
     *
     * @param subject the subject
     * @param grade the grade; none for all grades together
     * @param effect the effect, or why there is none
     */
    record Effect(Subject subject, Optional<GradeLevel> grade, Measured<TreatmentEffect> effect) {}

    Result tell(Deciding.Result decided, Monitoring.Result monitored) {
        story.chapter("What small classes did");
        LocalDate day = LocalDate.of(study.year().start() + 1, 6, 10);
        List<Effect> effects = new ArrayList<>();
        List<ImpactStudy> studies = new ArrayList<>();
        for (Subject subject : study.table().subjects()) {
            List<Effect> found = effects(subject);
            effects.addAll(found);
            TreatmentEffect all = found.get(0).effect().value().orElse(null);
            if (all != null) {
                studies.add(study(subject, all));
            }
        }
        story.say(
                "Tennessee gave children and teachers small classes (13–17) or larger ones (22–25) by lot, within each"
                        + " school. So the comparison is fair within schools, and the difference is what small classes did.");
        effects.stream().filter(effect -> effect.grade().isEmpty()).forEach(this::tell);
        story.say("Grade by grade, in standard deviations:");
        effects.stream()
                .filter(effect -> effect.grade().isPresent())
                .forEach(effect -> story.item(
                        "%s, %s: %s",
                        effect.subject(),
                        effect.grade().orElseThrow(),
                        Findings.words(effect.effect().map(TreatmentEffect::standardized))));
        List<Balance> balance = balance();
        story.say("Were the classes alike beforehand? In kindergarten, small against larger classes, within schools:");
        balance.forEach(row -> story.item("%s", row.why().claim()));
        story.say(
                "After kindergarten some children changed class type, so the kindergarten row is the cleanest; later rows"
                        + " compare the classes as they were.");
        studies.forEach(s -> story.say("Claim, %s: %s", s.rung(), s.sentence()));

        monitored
                .change()
                .value()
                .map(change -> beforeAfter(decided, monitored, change))
                .ifPresentOrElse(
                        plain -> {
                            story.say("And of the team's own plan, %s: %s", plain.rung(), plain.sentence());
                            story.say("Nothing stands beside it to compare with, so nothing stronger may be said.");
                            plain.rung()
                                    .findTooStrong("The small groups caused the change.")
                                    .ifPresent(word -> story.item(
                                            "“The small groups %s the change.” is refused: it needs a comparison by lot.",
                                            word));
                            studies.add(plain);
                        },
                        () -> story.say(
                                "Of the team's own plan nothing can be said: there is no follow-up of its students."));
        List<Recordable> entries = new ArrayList<>(studies);
        memory.write(day, Forming.COACH, entries);
        return new Result(effects, balance, studies);
    }

    private void tell(Effect effect) {
        effect.effect()
                .value()
                .ifPresentOrElse(
                        found -> {
                            story.say(
                                    "%s, all grades: %s points [%.1f, %.1f], %.2f standard deviations; %,d students in small"
                                            + " classes, %,d in larger ones, %d schools.",
                                    effect.subject(),
                                    Proposing.text("%+.1f", found.points().value()),
                                    found.points().lower(),
                                    found.points().upper(),
                                    found.standardized().value(),
                                    found.treated(),
                                    found.control(),
                                    found.clusters());
                            story.why(found.why());
                            randomised(effect.subject()).value().ifPresent(result -> story.why(result.why()));
                        },
                        () -> story.say("%s: %s", effect.subject(), effect.effect()));
    }

    private List<Effect> effects(Subject subject) {
        List<Effect> effects = new ArrayList<>();
        FixedEffectsComparison comparer = FixedEffectsComparison.withDefaults();
        effects.add(new Effect(subject, Optional.empty(), comparer.of(comparison(study.table(), subject))));
        for (GradeLevel grade : study.table().gradeLevels()) {
            ScoreTable rows = only(grade);
            effects.add(new Effect(subject, Optional.of(grade), comparer.of(comparison(rows, subject))));
        }
        return effects;
    }

    private Measured<RandomizationResult> randomised(Subject subject) {
        return RandomizationTest.withDefaults()
                .withDraws(DRAWS)
                .withSeed(seed)
                .of(comparison(only(GradeLevel.KINDERGARTEN), subject));
    }

    private ScoreTable only(GradeLevel grade) {
        ScoreTable table = study.table();
        int code = table.grades().getCode(grade.code());
        return table.select(row -> table.grades().code(row) == code);
    }

    /** Small classes against the others, within school and grade, errors by school. */
    private static Comparison comparison(ScoreTable table, Subject subject) {
        int rows = table.rows();
        double[] outcome = new double[rows];
        boolean[] small = new boolean[rows];
        int[] cells = new int[rows];
        int[] schools = new int[rows];
        int[] grades = new int[rows];
        ScoreColumn scores = table.scores(subject);
        LabelColumn types = table.groups(Study.CLASS_TYPE);
        int smallCode = types.findCode(Study.SMALL).orElse(LabelColumn.NONE);
        for (int row = 0; row < rows; row++) {
            outcome[row] = scores.isPresent(row) && types.code(row) != LabelColumn.NONE ? scores.get(row) : Double.NaN;
            small[row] = types.code(row) == smallCode;
            schools[row] = table.units().code(row);
            grades[row] = table.grades().code(row);
            cells[row] = schools[row] * table.gradeLevels().size() + grades[row];
        }
        return Comparison.of(outcome, small).within(cells).clusteredBy(schools).onScales(grades);
    }

    private List<Balance> balance() {
        ScoreTable table = only(GradeLevel.KINDERGARTEN);
        Comparison comparison = comparison(table, Study.MATHEMATICS);
        List<Balance> rows = new ArrayList<>();
        balance(rows, comparison, table, "free lunch", Study.LUNCH, Study.FREE_LUNCH);
        balance(rows, comparison, table, "girls", "sx", "F");
        balance(rows, comparison, table, "Black", "eth", "B");
        return rows;
    }

    private static void balance(
            List<Balance> rows, Comparison comparison, ScoreTable table, String name, String column, String level) {
        LabelColumn labels = table.groups(column);
        int wanted = labels.findCode(level).orElse(LabelColumn.NONE);
        double[] values = new double[table.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = labels.code(row) == LabelColumn.NONE ? Double.NaN : labels.code(row) == wanted ? 1 : 0;
        }
        BaselineBalance.withDefaults().of(comparison, name, values).value().ifPresent(rows::add);
    }

    private static ImpactStudy study(Subject subject, TreatmentEffect effect) {
        return ImpactStudy.builder()
                .id(EntryId.of("impact/small-classes-" + subject))
                .addBasedOn(Evidence.ROWS)
                .design("Randomised within schools; school-by-grade effects, errors clustered by school (CR2)")
                .rung(ClaimRung.RANDOMISED)
                .comparison("regular classes, with and without an aide")
                .addEffects(effect.points(), effect.standardized())
                .n(effect.treated() + effect.control())
                .statement(Proposing.text(
                        "Small classes raised %s by %.1f points, %.2f standard deviations.",
                        subject, effect.points().value(), effect.standardized().value()))
                .build();
    }

    private static ImpactStudy beforeAfter(Deciding.Result decided, Monitoring.Result monitored, Change change) {
        return ImpactStudy.builder()
                .id(EntryId.of("impact/plan"))
                .addBasedOn(decided.decision().id(), monitored.finding().id())
                .design("The same students before and after; no comparison")
                .rung(ClaimRung.DESCRIBED)
                .addEffects(change.points())
                .n(change.points().n())
                .statement(Proposing.text(
                        "The mean standing of the %d students moved by %+.2f standard deviations.",
                        change.points().n(), change.points().value()))
                .build();
    }
}

package org.iltlib.examples.year;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.achievement.SchoolComparison;
import org.iltlib.analytics.equity.GroupGap;
import org.iltlib.analytics.growth.SchoolGrowth;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.examples.UsageException;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Finding;
import org.iltlib.finding.FindingSummary;
import org.iltlib.finding.Gap;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.finding.PriorityNeed;
import org.iltlib.finding.Standing;
import org.iltlib.finding.StudentGroup;

/** Chapter 3: what the evidence says, strengths and weaknesses, gaps and growth; and the need that follows. */
final class Findings {
    /** Groups below ten are withheld. */
    static final SuppressionPolicy POLICY = SuppressionPolicy.NCES_2011_603;

    /** Teachers with fewer years are new. */
    static final double NEW_TEACHER_YEARS = 3;

    private static final Measure GROWTH = Measure.of(
            "gain-against-others",
            "gain from grade to grade against the other schools",
            "points",
            Direction.HIGHER_IS_BETTER);

    private final Study study;
    private final Story story;
    private final Memory memory;
    private final ScoreTable known;

    Findings(Study study, Story story, Memory memory) {
        this.study = study;
        this.story = story;
        this.memory = memory;
        int last = study.currentGrade().number();
        List<GradeLevel> grades = study.table().gradeLevels();
        this.known = study.table()
                .select(row -> grades.get(study.table().grades().code(row)).number() <= last);
    }

    /**
     * What came of it.
     *
     * @param cells the comparison with the other schools, all grades known
     * @param gaps the free-lunch gap, by grade and subject
     * @param growth the gains, by subject and step
     * @param studentNeed what students need
     * @param teacherNeed what teachers need
     * @param focus what the team will work on
     */
    record Result(
            List<SchoolComparison.Cell> cells,
            List<Gap> gaps,
            List<SchoolGrowth.Cell> growth,
            Need studentNeed,
            Need teacherNeed,
            Focus focus) {}

    Result tell() {
        story.chapter("What the evidence says");
        List<SchoolComparison.Cell> cells = compare(known);
        List<Finding> findings = new ArrayList<>(cells.stream()
                .map(cell -> inWords(cell.finding(id(cell.label()), Evidence.ROWS)))
                .toList());
        List<SchoolGrowth.Cell> growth = SchoolGrowth.withDefaults(POLICY).of(known, study.school()).stream()
                .filter(cell -> cell.to().compareTo(study.currentGrade()) <= 0)
                .toList();
        growth.forEach(cell -> findings.add(finding(cell)));
        List<Gap> gaps = gaps();

        FindingSummary summary = FindingSummary.of(findings);
        long withheld = findings.stream()
                .filter(finding -> finding.estimate() instanceof Measured.Suppressed)
                .count();
        story.say(
                "%d comparisons with the students of the %d other schools, and %d of growth. Strengths: %d; weaknesses: %d;"
                        + " not told apart from chance: %d; withheld: %d (%s).",
                cells.size(),
                study.others(),
                growth.size(),
                summary.listOf(Standing.STRENGTH).size(),
                summary.listOf(Standing.WEAKNESS).size(),
                summary.listOf(Standing.NEUTRAL).size() - withheld,
                withheld,
                POLICY.name());
        if (summary instanceof FindingSummary.Incomplete incomplete) {
            story.say("The summary is incomplete: %s. The team will look for what to build on.", incomplete.reason());
        }
        tell("Strengths", summary.listOf(Standing.STRENGTH));
        tell("Weaknesses", summary.listOf(Standing.WEAKNESS));
        story.say("The gap by free lunch (free less paid), in standard deviations:");
        gaps.forEach(gap -> story.item(
                "%s, %s: %s%s",
                gap.subject(),
                gap.grade(),
                words(gap.standardised()),
                gap.standardised().map(estimate -> ", n = " + estimate.n()).orElse("")));
        story.say("Growth of the students seen in two grades, against the others:");
        growth.forEach(cell -> story.item(
                "%s to %s: %s",
                cell.subject(),
                cell.to(),
                cell.result()
                        .map(result -> String.format(
                                Locale.ROOT,
                                "%d students gained %.1f points, %+.1f [%.1f, %.1f] against the others",
                                result.gain().ours().n(),
                                result.gain().ours().value(),
                                result.gain().difference().value(),
                                result.gain().difference().lower(),
                                result.gain().difference().upper()))
                        .value()
                        .orElse(cell.result().toString())));

        Focus focus = focus(cells, gaps);
        Need studentNeed = studentNeed(focus);
        Need teacherNeed = teacherNeed(focus);
        story.say(
                "The largest %s need of the students whom the team can still help: %s",
                focus.supported() ? "supported" : "(but not supported)", studentNeed.statement());
        story.say("And of the teachers: %s", teacherNeed.statement());
        PriorityNeed.rank(List.of(studentNeed, teacherNeed)).forEach(need -> story.why(need.explanation()));

        List<Recordable> entries = new ArrayList<>(findings);
        entries.addAll(gaps);
        entries.add(studentNeed);
        entries.add(teacherNeed);
        memory.write(LocalDate.of(study.year().start(), Month.SEPTEMBER, 6), Forming.COACH, entries);
        return new Result(cells, gaps, growth, studentNeed, teacherNeed, focus);
    }

    /** The school against the others, in that table. */
    List<SchoolComparison.Cell> compare(ScoreTable table) {
        return SchoolComparison.withDefaults(POLICY)
                .withGroups(List.of(Study.LUNCH, "sx", "eth"))
                .of(table, study.school());
    }

    private void tell(String title, List<Finding> findings) {
        if (!findings.isEmpty()) {
            story.say("%s:", title);
            findings.forEach(finding -> story.item("%s %s", finding.statement(), evidence(finding)));
        }
    }

    /** The interval and the numbers behind a finding: the first reason it gives, and the difference. */
    private static String evidence(Finding finding) {
        return finding.explanation().steps().get(0).claim() + " Difference " + words(finding.estimate()) + ".";
    }

    private List<Gap> gaps() {
        GroupGap calculator = GroupGap.of(Study.LUNCH, Study.FREE_LUNCH, Study.NO_FREE_LUNCH, POLICY);
        List<Gap> gaps = new ArrayList<>();
        for (GradeLevel grade : study.knownGrades()) {
            for (Subject subject : known.subjects()) {
                gaps.add(calculator.gap(
                        EntryId.of("gap/lunch-" + subject + "-" + grade.code()),
                        subject,
                        grade,
                        calculator.of(known, study.school(), subject, grade),
                        Evidence.ROWS));
            }
        }
        return gaps;
    }

    private static Finding finding(SchoolGrowth.Cell cell) {
        Measured<Estimate> difference =
                cell.result().map(result -> result.gain().difference());
        Standing standing = difference
                .map(estimate -> !estimate.excludes(0)
                        ? Standing.NEUTRAL
                        : estimate.value() > 0 ? Standing.STRENGTH : Standing.WEAKNESS)
                .orElse(Standing.NEUTRAL);
        Explanation why = cell.result()
                .map(SchoolGrowth.Result::explanation)
                .orElse(Explanation.of("Not shown: %s.", cell.result()));
        return Finding.builder()
                .id(EntryId.of(
                        "finding/growth-" + cell.subject() + "-" + cell.to().code()))
                .statement(why.claim())
                .standing(standing)
                .measure(GROWTH)
                .estimate(difference)
                .subject(cell.subject())
                .grade(cell.to())
                .addEvidence(Evidence.ROWS)
                .explanation(why)
                .build();
    }

    /**
     * The weakest cell of the last grade of which anything can be shown, that chance does not explain; else the widest gap that chance does not
     * explain; else the weakest cell, marked as not supported.
     */
    private Focus focus(List<SchoolComparison.Cell> cells, List<Gap> gaps) {
        GradeLevel last = cells.stream()
                .filter(cell -> cell.result().isReported())
                .map(cell -> cell.label().grade())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new UsageException("Option --school is " + study.school()
                        + ", of which too few students have scores to show anything. Maybe another school."));
        List<Focus> candidates = cells.stream()
                .filter(cell -> cell.label().grade().equals(last))
                .flatMap(cell -> cell.result().value().stream()
                        .flatMap(result -> result.comparison().standardised().value().stream()
                                .map(g -> new Focus(
                                        id(cell.label()),
                                        new Focus.Cell(
                                                cell.label().subject(),
                                                cell.label().grade(),
                                                cell.label().group()),
                                        ours(result, g),
                                        result.standing() == Standing.WEAKNESS))))
                .sorted(Comparator.comparingDouble(
                                (Focus focus) -> focus.standing().value())
                        .thenComparing(Focus::finding))
                .toList();
        Optional<Focus> weakness = candidates.stream().filter(Focus::supported).findFirst();
        Optional<Focus> gap = gaps.stream()
                .filter(g -> g.grade().equals(last))
                .flatMap(g -> g.standardised().value().stream()
                        .filter(estimate -> estimate.upper() < 0)
                        .map(estimate -> new Focus(
                                g.id(),
                                new Focus.Cell(g.subject(), g.grade(), Optional.of(g.group())),
                                estimate.toBuilder()
                                        .n(new Standings(study)
                                                .of(g.subject(), g.grade(), Optional.of(g.group()))
                                                .size())
                                        .build(),
                                true)))
                .min(Comparator.comparingDouble(
                                (Focus focus) -> focus.standing().value())
                        .thenComparing(Focus::finding));
        return weakness.or(() -> gap).or(() -> candidates.stream().findFirst()).orElseThrow();
    }

    /** A standing in standard deviations, with the number of the school's own students as its n. */
    static Estimate ours(SchoolComparison.Result result, Estimate standardised) {
        return standardised.toBuilder().n(result.figures().scores().n()).build();
    }

    private Need studentNeed(Focus focus) {
        return Need.builder()
                .id(EntryId.of("need/students"))
                .whose(NeedKind.STUDENT)
                .statement(String.format(
                        Locale.ROOT,
                        "%s stands %.2f standard deviations %s %s.",
                        capital(focus.cell().words()),
                        Math.abs(focus.standing().value()),
                        focus.standing().value() < 0 ? "below" : "above",
                        focus.finding().value().startsWith("gap/")
                                ? "the school's other students"
                                : "the other schools"))
                .addFindings(focus.finding())
                .severity(Math.max(0, -focus.standing().value()))
                .reach(focus.standing().n())
                .build();
    }

    private Need teacherNeed(Focus focus) {
        List<Teacher> fresh = newTeachers(study);
        String statement = fresh.isEmpty()
                ? "The teachers need a shared routine for teaching "
                        + focus.cell().subject() + " in small groups."
                : fresh.size()
                        + (fresh.size() == 1
                                ? " teacher in the first three years needs"
                                : " teachers in their first three years need")
                        + " a mentor, and all a shared routine for teaching "
                        + focus.cell().subject()
                        + " in small groups.";
        return Need.builder()
                .id(EntryId.of("need/teachers"))
                .whose(NeedKind.TEACHER)
                .statement(statement)
                .addFindings(focus.finding())
                .severity(0)
                .reach(Math.max(fresh.size(), 1))
                .build();
    }

    /** The school's teachers in their first three years. */
    static List<Teacher> newTeachers(Study study) {
        return study.teachers().stream()
                .filter(teacher -> teacher.years()
                        .filter(years -> years < NEW_TEACHER_YEARS)
                        .isPresent())
                .toList();
    }

    /** The finding with its group in words. */
    private static Finding inWords(Finding finding) {
        return finding.group()
                .map(group -> finding.toBuilder()
                        .statement(finding.statement().replace(", " + group, ", students " + words(group)))
                        .build())
                .orElse(finding);
    }

    private static EntryId id(SchoolComparison.Label label) {
        return EntryId.of("finding/" + label.subject() + "-" + label.grade().code()
                + label.group()
                        .map(group -> "-" + group.by() + "-" + group.level())
                        .orElse(""));
    }

    /** Such as {@code -0.41 [-0.66, -0.16]}, or why there is no number. */
    static String words(Measured<Estimate> measured) {
        return measured.value()
                .map(estimate -> String.format(
                        Locale.ROOT, "%+.2f [%+.2f, %+.2f]", estimate.value(), estimate.lower(), estimate.upper()))
                .orElse(measured.toString());
    }

    /** A group in words: {@code with free lunch}, {@code (girls)}. */
    static String words(StudentGroup group) {
        return switch (group.toString()) {
            case "ses F" -> "with free lunch";
            case "ses N" -> "without free lunch";
            case "sx F" -> "(girls)";
            case "sx M" -> "(boys)";
            default -> "(" + (group.by().equals("eth") ? "ethnicity" : group.by()) + " " + group.level() + ")";
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

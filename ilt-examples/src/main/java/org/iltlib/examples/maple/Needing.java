package org.iltlib.examples.maple;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Finding;
import org.iltlib.finding.FindingSummary;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.finding.Standing;

/** Chapter 3: the fall test of mathematics, 24 items for 612 students, and what it shows of grade 5. */
record Needing(Story story, Stars stars, long seed) {
    private static final int STUDENTS = 68;
    private static final int GRADES = 9;
    private static final int ITEMS = 24;
    private static final int FIFTH = 5;

    /** The items about fractions that are equal, of which grade 5 gets 139 of 340 right. */
    private static final int FRACTION_ITEMS = 5;

    private static final int FRACTIONS_RIGHT = 139;

    private static final Measure CORRECT =
            Measure.of("share-correct", "share of answers that are right", "share", Direction.HIGHER_IS_BETTER);

    /** The needs of students and teachers. */
    record Result(Need students, Need teachers) {}

    Result tell() {
        story.chapter("What the evidence says");
        boolean[][][] right = answers();
        long responses = 0;
        for (boolean[][] grade : right) {
            for (boolean[] student : grade) {
                responses += student.length;
            }
        }
        stars.check(
                "students",
                612,
                Arrays.stream(right).mapToInt(grade -> grade.length).sum());
        stars.check("answers to the fall test", 14_688L, responses);
        long asked = 0;
        long known = 0;
        long placed = 0;
        for (boolean[] student : right[FIFTH]) {
            for (int item = 0; item < FRACTION_ITEMS; item++) {
                asked++;
                known += student[item] ? 1 : 0;
            }
            for (int item = FRACTION_ITEMS; item < 2 * FRACTION_ITEMS; item++) {
                placed += student[item] ? 1 : 0;
            }
        }
        stars.check("answers on equal fractions in grade 5", 340L, asked);
        stars.check("of them right", "0.4088", (double) known / asked);
        Finding weak = finding("equal fractions", Standing.WEAKNESS, known, asked);
        Finding strong = finding("place value", Standing.STRENGTH, placed, asked);
        FindingSummary alone = FindingSummary.of(List.of(weak));
        stars.check("without a strength the summary is incomplete", true, alone instanceof FindingSummary.Incomplete);
        FindingSummary both = FindingSummary.of(List.of(weak, strong));
        stars.check("with one it is complete", true, both instanceof FindingSummary.Complete);
        both.findings().forEach(finding -> story.item("%s: %s", finding.standing(), finding.statement()));
        return needs(weak);
    }

    private Result needs(Finding weak) {
        Need.Builder students = Need.builder();
        Need.Builder teachers = Need.builder();
        Result needs = new Result(
                students.id(EntryId.of("need-students"))
                        .whose(NeedKind.STUDENT)
                        .statement("Grade 5 students cannot yet tell which fractions are equal.")
                        .addFindings(weak.id())
                        .severity(0.6)
                        .reach(STUDENTS)
                        .build(),
                teachers.id(EntryId.of("need-teachers"))
                        .whose(NeedKind.TEACHER)
                        .statement("6 of 9 teachers of grades 4 to 6 are not yet secure on fractions.")
                        .addFindings(weak.id())
                        .severity(0.67)
                        .reach(6)
                        .build());
        story.item("need of students: %s", needs.students().statement());
        story.item("need of teachers: %s", needs.teachers().statement());
        return needs;
    }

    /** Made from the seed, so that exactly 139 answers on fractions are right, and most on place value. */
    private boolean[][][] answers() {
        Random random = new Random(seed);
        boolean[][][] right = new boolean[GRADES][STUDENTS][ITEMS];
        for (boolean[][] grade : right) {
            for (boolean[] student : grade) {
                for (int item = 0; item < ITEMS; item++) {
                    student[item] = random.nextInt(100) < 83;
                }
            }
        }
        for (int i = 0; i < FRACTION_ITEMS * STUDENTS; i++) {
            right[FIFTH][i % STUDENTS][i / STUDENTS] = i < FRACTIONS_RIGHT;
        }
        return right;
    }

    private static Finding finding(String concept, Standing standing, long known, long asked) {
        Finding.Builder finding = Finding.builder();
        return finding.id(EntryId.of("finding-" + concept.replace(' ', '-')))
                .statement("Grade 5 answers %s of %s questions on %s.".formatted(known, asked, concept))
                .standing(standing)
                .measure(CORRECT)
                .estimate(WilsonInterval.withDefaults().of(known, asked))
                .subject(Subject.MATHEMATICS)
                .grade(GradeLevel.of(FIFTH))
                .addEvidence(EntryId.of("fall-test"))
                .explanation(Explanation.of("%s of %s answers are right.", known, asked))
                .build();
    }
}

package org.iltlib.analytics.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;

/**
 * Draws a district of that design: students who go from grade to grade and from teacher to teacher, sometimes to another
 * school, measured with error, sometimes not at all. Immutable; {@link #of(long)} draws.
 *
 * <p>A true score is the middle of the grade, what the student and the intake of the first school bring, and the sum of
 * what each year added: the student's own part, the school's, the teacher's (fading by the persistence), and the planted
 * effect. In the first grade tested only what students bring stands beside that year's parts. Teachers are new each year
 * and grade, so that each has one class.
 *
 * <p>The same seed gives the same district on any Java virtual machine. O(rows).
 */
public final class DistrictSimulation {
    private final DistrictDesign design;

    private DistrictSimulation(DistrictDesign design) {
        this.design = design;
    }

    /** Districts of that design. */
    public static DistrictSimulation of(DistrictDesign design) {
        return new DistrictSimulation(design);
    }

    /** The district drawn from that seed. */
    public SimulatedDistrict of(long seed) {
        return new Drawing(design, SplitMix.of(seed)).run();
    }

    private static final class Drawing {
        private final DistrictDesign design;
        private final SplitMix chance;
        private final int seats;
        private final int cohorts;
        private final double[] intake;
        private final double[] schoolPart;
        private final boolean[] chosen;
        private final int[] schoolOf;
        private final double[] brought;
        private final double[] grown;
        private final double[] taught;
        private final SimulatedDistrict.Rows rows;

        Drawing(DistrictDesign design, SplitMix chance) {
            this.design = design;
            this.chance = chance;
            seats = design.schools() * design.studentsInGrade();
            cohorts = design.grades() + design.years() - 1;
            intake = normal(design.schools(), design.intakeSpread());
            schoolPart = normal(design.schools(), design.schoolSpread());
            chosen = choose();
            schoolOf = new int[seats * cohorts];
            brought = new double[seats * cohorts];
            grown = new double[seats * cohorts];
            taught = new double[seats * cohorts];
            rows = new SimulatedDistrict.Rows(seats * design.grades() * design.years());
        }

        SimulatedDistrict run() {
            for (int student = 0; student < schoolOf.length; student++) {
                schoolOf[student] = student % seats / design.studentsInGrade();
                brought[student] = intake[schoolOf[student]] + design.studentSpread() * chance.nextGaussian();
            }
            for (int year = 0; year < design.years(); year++) {
                for (int grade = 0; grade < design.grades(); grade++) {
                    int cohort = year - grade + design.grades() - 1;
                    teach(cohort, grade, year, year > 0 && grade > 0);
                }
            }
            return new SimulatedDistrict(design, rows, schoolPart, chosen);
        }

        /** One grade in one year; a cohort is numbered by the year in which it would leave the last grade. */
        private void teach(int cohort, int grade, int year, boolean summer) {
            int first = cohort * seats;
            int[] size = new int[design.schools()];
            for (int student = first; student < first + seats; student++) {
                if (summer && chance.nextDouble() < design.mobility()) {
                    int other = chance.nextInt(design.schools() - 1);
                    schoolOf[student] = other >= schoolOf[student] ? other + 1 : other;
                }
                size[schoolOf[student]]++;
            }
            int[] firstTeacher = new int[design.schools()];
            int[] classes = new int[design.schools()];
            for (int school = 0; school < size.length; school++) {
                classes[school] = Math.max(1, (size[school] + design.classSize() - 1) / design.classSize());
                firstTeacher[school] = rows.teachers(normal(classes[school], design.teacherSpread()));
            }
            int[] seen = new int[design.schools()];
            for (int student = first; student < first + seats; student++) {
                int school = schoolOf[student];
                int teacher = firstTeacher[school] + seen[school]++ % classes[school];
                test(student, grade, year, teacher);
            }
        }

        private void test(int student, int grade, int year, int teacher) {
            int school = schoolOf[student];
            grown[student] += design.gainSpread() * chance.nextGaussian()
                    + schoolPart[school]
                    + design.planted()
                            .filter(effect -> chosen[school] && year >= effect.fromYear())
                            .map(PlantedEffect::points)
                            .orElse(0.0);
            taught[student] = design.persistence() * taught[student] + rows.teacherPart(teacher);
            double truth = design.middle(grade) + brought[student] + grown[student] + taught[student];
            double measured = truth + design.errorAt(truth, grade) * chance.nextGaussian();
            boolean absent = chance.nextDouble() < missing(truth, grade);
            double score = absent ? Double.NaN : design.wholePoints() ? Math.rint(measured) : measured;
            rows.add(student, year, grade, school, teacher, truth, score);
        }

        private double missing(double truth, int grade) {
            if (design.missing() == 0) {
                return 0;
            }
            double spread = Math.hypot(design.studentSpread(), design.intakeSpread());
            double below = spread > 0 ? (design.middle(grade) - truth) / spread : 0;
            double odds = design.missing() / (1 - design.missing()) * StrictMath.exp(design.missingSlope() * below);
            return odds / (1 + odds);
        }

        private boolean[] choose() {
            boolean[] choice = new boolean[design.schools()];
            if (design.planted().isEmpty() || design.schools() < 2) {
                return choice;
            }
            PlantedEffect effect = design.planted().get();
            int[] order = IntStream.range(0, choice.length).toArray();
            if (effect.choice() == PlantedEffect.Choice.BY_LOT) {
                chance.shuffle(order, order.length);
            } else {
                order = Arrays.stream(order)
                        .boxed()
                        .sorted((a, b) -> Double.compare(intake[a], intake[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            long take = Math.min(choice.length - 1, Math.max(1, Math.round(effect.share() * choice.length)));
            for (int i = 0; i < take; i++) {
                choice[order[i]] = true;
            }
            return choice;
        }

        private double[] normal(int count, double spread) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = spread * chance.nextGaussian();
            }
            return values;
        }
    }
}

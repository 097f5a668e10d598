package org.iltlib.analytics.equity;

import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * A group's share of those in a program beside its share of all students. Exact. Immutable.
 *
 * @param program how many in the program are of the group, and how many there are
 * @param students how many of all students are of the group, and how many there are
 */
public record Representation(Risk program, Risk students) {
    /** Those two. */
    public static Representation of(long groupInProgram, long program, long groupOfAll, long all) {
        return new Representation(new Risk(groupInProgram, program), new Risk(groupOfAll, all));
    }

    /** The share of the program that is of the group; missing if the program is empty. */
    public Measured<Rational> composition() {
        return share(program);
    }

    /** The share in the program ÷ the share of all students; 1 is as in the school. Missing if the program or the group is empty. */
    public Measured<Rational> index() {
        return composition()
                .flatMap(here -> share(students)
                        .flatMap(all -> all.signum() == 0
                                ? Measured.missing(MissingReason.UNDEFINED, "nobody is of the group")
                                : Measured.of(here.dividedBy(all))));
    }

    /** The share in the program − the share of all students. */
    public Measured<Rational> difference() {
        return composition().flatMap(here -> share(students).map(here::minus));
    }

    /**
     * Whether the share in the program lies more than one standard error of a draw from all students above the share of all:
     * the E-formula, commonly told as E = A + √(A(100 − A)/N) in per cent. It is compared without a square root:
     * (share − A)² · N &gt; A(1 − A).
     */
    public Measured<Boolean> exceedsE() {
        return composition()
                .flatMap(here -> share(students).map(all -> {
                    Rational beyond = here.minus(all);
                    Rational spread = all.times(Rational.ONE.minus(all));
                    return beyond.signum() > 0
                            && beyond.times(beyond).times(program.all()).compareTo(spread) > 0;
                }));
    }

    private static Measured<Rational> share(Risk risk) {
        return risk.all() == 0
                ? Measured.missing(MissingReason.NO_STUDENTS, "nobody is there")
                : Measured.of(Rational.of(risk.happened(), risk.all()));
    }
}

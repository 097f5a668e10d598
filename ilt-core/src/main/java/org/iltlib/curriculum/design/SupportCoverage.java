package org.iltlib.curriculum.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Unit;

/**
 * For which learners the units of a course have something. A cell is a unit and an expected profile. Immutable; linear in
 * cells and supports.
 *
 * @param cells the number of cells
 * @param listGaps the cells without a support, by unit in the order of the course, then by profile
 */
public record SupportCoverage(int cells, List<Gap> listGaps) {
    /**
     * A unit that has nothing for a profile.
     *
     * @param unit the id of the unit
     * @param profile the profile
     */
    public record Gap(String unit, LearnerProfile profile) {}

    /** Copies. */
    public SupportCoverage {
        listGaps = List.copyOf(listGaps);
    }

    /**
     * The coverage of the units of that course.
     *
     * @throws IllegalArgumentException if the supports are of another course, or of a unit that it does not have
     */
    public static SupportCoverage of(Course course, UnitSupports supports) {
        Checks.require(
                supports.course().equals(course.id()),
                "The supports are of \"%s\". Expected \"%s\".",
                supports.course(),
                course.id());
        Set<Gap> gaps = new LinkedHashSet<>();
        for (Unit unit : course.units()) {
            supports.profiles().forEach(profile -> gaps.add(new Gap(unit.id(), profile)));
        }
        int cells = gaps.size();
        for (UnitSupport support : supports.supports()) {
            Checks.require(
                    course.findUnit(support.unit()).isPresent(),
                    "The course has no unit \"%s\". Maybe it is one of an earlier version.",
                    support.unit());
            support.profiles().forEach(profile -> gaps.remove(new Gap(support.unit(), profile)));
        }
        return new SupportCoverage(cells, new ArrayList<>(gaps));
    }

    /** The cells with a support as a share of all; the whole where there is no unit. */
    public Fraction share() {
        return cells == 0 ? Fraction.ONE : Fraction.of(cells - listGaps.size(), cells);
    }

    /** The units that lack something for that profile, in order. */
    public List<String> listUnitsWithout(LearnerProfile profile) {
        return listGaps.stream()
                .filter(gap -> gap.profile().equals(profile))
                .map(Gap::unit)
                .toList();
    }

    /** In words. */
    public Explanation explanation() {
        Explanation why = Explanation.of("%s of %s units and profiles have a support.", cells - listGaps.size(), cells);
        for (Gap gap : listGaps) {
            why = why.because("%s has nothing for %s.", gap.unit(), gap.profile());
        }
        return why;
    }
}

package org.iltlib.analytics.equity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SchoolYear;
import org.iltlib.choice.Rational;
import org.iltlib.finding.policy.DisproportionCategory;
import org.iltlib.finding.policy.DisproportionalityPolicy;
import org.iltlib.finding.policy.RacialGroup;

/**
 * The report on significant disproportionality under 34 CFR 300.647: seven groups by fourteen categories over up to three
 * consecutive years, with the risk ratio, or the alternate one where the others here are too few. What is not calculated is
 * missing with its reason, never 0. Exact. Immutable.
 *
 * @param policy the state's numbers
 */
public record Disproportionality(DisproportionalityPolicy policy) {
    /** Under that policy. */
    public static Disproportionality of(DisproportionalityPolicy policy) {
        return new Disproportionality(policy);
    }

    /**
     * The counts of a category in a year.
     *
     * @param category the category
     * @param here for each group how many there are here, and to how many it happened; groups left out are empty
     * @param state the same in the state, those here included
     */
    public record Counts(DisproportionCategory category, Map<RacialGroup, Risk> here, Map<RacialGroup, Risk> state) {
        /** Copies. */
        public Counts {
            here = copy(here);
            state = copy(state);
        }

        private static Map<RacialGroup, Risk> copy(Map<RacialGroup, Risk> risks) {
            Map<RacialGroup, Risk> copy = new EnumMap<>(RacialGroup.class);
            copy.putAll(risks);
            return Collections.unmodifiableMap(copy);
        }
    }

    /**
     * A year.
     *
     * @param year the year
     * @param counts the categories that were counted, each once
     */
    public record Year(SchoolYear year, List<Counts> counts) {
        /** Copies; each category once. */
        public Year {
            counts = List.copyOf(counts);
            Checks.distinct(counts.stream().map(Counts::category).toList(), "categories");
        }
    }

    /** What follows for a group and a category. */
    public enum Standing {
        /** The latest ratio was not calculated, or not counted. */
        NOT_CALCULATED,
        /** The latest ratio is not above the threshold. */
        WITHIN,
        /** It is above the threshold, in fewer consecutive years than the policy asks for. */
        ABOVE,
        /** It was above the threshold long enough, and fell in each of the two prior years as the policy asks. */
        ABOVE_WITH_PROGRESS,
        /** It was above the threshold long enough, without reasonable progress. */
        SIGNIFICANT
    }

    /**
     * A cell of the report.
     *
     * @param group the group
     * @param category the category
     * @param ratios the ratio of each year, from the earliest
     */
    public record Cell(RacialGroup group, DisproportionCategory category, List<Measured<RiskRatio.Result>> ratios) {
        /** Copies. */
        public Cell {
            ratios = List.copyOf(ratios);
        }
    }

    /**
     * The 98 cells, by category and then by group, in the order of the regulation.
     *
     * @param years one to three consecutive years, from the earliest
     * @throws IllegalArgumentException if they are not
     */
    public List<Cell> report(List<Year> years) {
        Checks.require(
                !years.isEmpty() && years.size() <= 3, "there are %s years. Expected one to three.", years.size());
        for (int i = 1; i < years.size(); i++) {
            Checks.require(
                    years.get(i).year().equals(years.get(i - 1).year().next()),
                    "%s follows %s. Expected consecutive years, from the earliest.",
                    years.get(i).year(),
                    years.get(i - 1).year());
        }
        List<Cell> cells = new ArrayList<>();
        for (DisproportionCategory category : DisproportionCategory.values()) {
            for (RacialGroup group : RacialGroup.values()) {
                cells.add(new Cell(
                        group,
                        category,
                        years.stream().map(year -> ratio(year, category, group)).toList()));
            }
        }
        return List.copyOf(cells);
    }

    private Measured<RiskRatio.Result> ratio(Year year, DisproportionCategory category, RacialGroup group) {
        Optional<Counts> counted = year.counts().stream()
                .filter(counts -> counts.category().equals(category))
                .findFirst();
        if (counted.isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "not counted in " + year.year());
        }
        Counts counts = counted.get();
        return new RiskRatio(policy.minimumCell(), policy.minimumNumber())
                .of(
                        counts.here().getOrDefault(group, new Risk(0, 0)),
                        others(counts.here(), group),
                        others(counts.state(), group));
    }

    private static Risk others(Map<RacialGroup, Risk> all, RacialGroup group) {
        long happened = 0;
        long number = 0;
        for (Map.Entry<RacialGroup, Risk> other : all.entrySet()) {
            if (!other.getKey().equals(group)) {
                happened += other.getValue().happened();
                number += other.getValue().all();
            }
        }
        return new Risk(happened, number);
    }

    /** What follows for a cell under the policy. */
    public Standing standing(Cell cell) {
        List<Measured<RiskRatio.Result>> ratios = cell.ratios();
        Measured<RiskRatio.Result> latest = ratios.get(ratios.size() - 1);
        if (!latest.isReported()) {
            return Standing.NOT_CALCULATED;
        }
        int above = 0;
        for (int i = ratios.size() - 1; i >= 0 && isAbove(ratios.get(i)); i--) {
            above++;
        }
        if (above == 0) {
            return Standing.WITHIN;
        } else if (above < policy.years()) {
            return Standing.ABOVE;
        }
        return progresses(ratios) ? Standing.ABOVE_WITH_PROGRESS : Standing.SIGNIFICANT;
    }

    private boolean isAbove(Measured<RiskRatio.Result> ratio) {
        return ratio.map(found -> found.ratio().compareTo(rational(policy.threshold())) > 0)
                .orElse(false);
    }

    private boolean progresses(List<Measured<RiskRatio.Result>> ratios) {
        if (policy.progress().isEmpty() || ratios.size() < 3) {
            return false;
        }
        Rational fall = rational(policy.progress().get());
        for (int i = 1; i < ratios.size(); i++) {
            Measured<RiskRatio.Result> now = ratios.get(i);
            boolean fell = ratios.get(i - 1)
                    .flatMap(before ->
                            now.map(after -> before.ratio().minus(after.ratio()).compareTo(fall) >= 0))
                    .orElse(false);
            if (!fell) {
                return false;
            }
        }
        return true;
    }

    private static Rational rational(BigDecimal number) {
        int scale = number.scale();
        return scale >= 0
                ? Rational.of(number.unscaledValue(), BigInteger.TEN.pow(scale))
                : Rational.of(number.toBigIntegerExact(), BigInteger.ONE);
    }
}

package org.iltlib.finding.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Packs to start from. Their thresholds are told of other places; whether they tell anything here is for the school's own
 * history to say.
 *
 * <p>Readings: {@code absence share} of the days enrolled; {@code suspensions}, {@code course failures}, {@code core course
 * failures}, {@code core semester failures}, {@code mathematics or English failures} as counts; {@code grade point average};
 * {@code credits} earned and {@code credits short} of the plan.
 */
public final class IndicatorPacks {
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 28);
    private static final String ABC = "attendance, behaviour and course performance, as early-warning guides tell";
    private static final List<WarningTier> TIERS =
            List.of(new WarningTier("look at it together", 1), new WarningTier("plan support", 2));

    /** High school: absence of a tenth, a suspension, a failed course, a low average, core failures or short credits. */
    public static final IndicatorPack HIGH_SCHOOL = IndicatorPack.builder()
            .name("high school early warning")
            .outcome("not graduating on time")
            .source(ABC)
            .checkedOn(CHECKED)
            .addIndicators(absent("0.1"), suspended())
            .addIndicators(one("failed course", "course failures", Comparison.AT_LEAST, "1", ABC))
            .addIndicators(one("low grades", "grade point average", Comparison.AT_MOST, "2", ABC))
            .addIndicators(new Indicator(
                    "behind in core courses",
                    List.of(
                            condition("core course failures", Comparison.AT_LEAST, "2"),
                            condition("credits short", Comparison.MORE_THAN, "0")),
                    ABC))
            .tiers(TIERS)
            .build();

    /** Middle grades: absence of a fifth, a failed mathematics or English course, a suspension. */
    public static final IndicatorPack MIDDLE_GRADES = middle("middle grades early warning, absence of a fifth", "0.2");

    /** Middle grades, with an absence of a tenth. */
    public static final IndicatorPack MIDDLE_GRADES_TENTH =
            middle("middle grades early warning, absence of a tenth", "0.1");

    /** Grade 9 in Chicago, commonly told as at least five credits and at most one semester F in a core course. */
    public static final IndicatorPack CHICAGO_ON_TRACK = IndicatorPack.builder()
            .name("off track in grade 9")
            .outcome("not graduating on time")
            .source("Chicago On-Track, commonly told as five credits and at most one semester F in a core course")
            .checkedOn(CHECKED)
            .addIndicators(
                    one("too few credits", "credits", Comparison.LESS_THAN, "5", "Chicago On-Track, commonly told"))
            .addIndicators(one(
                    "core failures",
                    "core semester failures",
                    Comparison.MORE_THAN,
                    "1",
                    "Chicago On-Track, commonly told"))
            .addTiers(new WarningTier("off track", 1))
            .build();

    private IndicatorPacks() {}

    private static IndicatorPack middle(String name, String absence) {
        return IndicatorPack.builder()
                .name(name)
                .outcome("not graduating on time")
                .source("commonly told after Balfanz, Herzog and Mac Iver (2007), doi:10.1080/00461520701621079")
                .checkedOn(CHECKED)
                .addIndicators(absent(absence), suspended())
                .addIndicators(one(
                        "failed mathematics or English",
                        "mathematics or English failures",
                        Comparison.AT_LEAST,
                        "1",
                        ABC))
                .tiers(TIERS)
                .build();
    }

    private static Indicator absent(String share) {
        return one("often absent", "absence share", Comparison.AT_LEAST, share, ABC);
    }

    private static Indicator suspended() {
        return one("suspended", "suspensions", Comparison.AT_LEAST, "1", ABC);
    }

    private static Indicator one(String name, String reading, Comparison comparison, String threshold, String source) {
        return new Indicator(name, List.of(condition(reading, comparison, threshold)), source);
    }

    private static Condition condition(String reading, Comparison comparison, String threshold) {
        return new Condition(reading, comparison, new BigDecimal(threshold));
    }
}

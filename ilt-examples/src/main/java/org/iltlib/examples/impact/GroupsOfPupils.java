package org.iltlib.examples.impact;

import java.util.List;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;

/** Kindergarten, group by group. */
final class GroupsOfPupils implements StarPart {
    private record Group(String words, String column, String label) {}

    private static final List<Group> GROUPS = List.of(
            new Group("free lunch", "ses", "F"),
            new Group("no free lunch", "ses", "N"),
            new Group("girls", "sx", "F"),
            new Group("boys", "sx", "M"),
            new Group("Black pupils", "eth", "B"),
            new Group("White pupils", "eth", "W"),
            new Group("inner city", "schtype", "inner"),
            new Group("suburb", "schtype", "suburb"),
            new Group("rural", "schtype", "rural"),
            new Group("urban", "schtype", "urban"));

    @Override
    public StarSection of(StarData data, StarOptions options) {
        Table table = Table.captioned("Effects in kindergarten mathematics, points; CR2 by class")
                .withColumns("Pupils", "n", "Effect", "95% interval", "g");
        IntervalPlot plot = IntervalPlot.titled("Effect by group of pupils, kindergarten mathematics")
                .withUnit("standard deviations")
                .withDecimals(2)
                .withReference(0, "no effect");
        for (Group group : GROUPS) {
            Measured<TreatmentEffect> effect = FixedEffectsComparison.withDefaults()
                    .of(data.grade("K").group(group.column(), group.label()).comparison(Subject.MATHEMATICS));
            table = table.with(
                    Cell.of(group.words()),
                    EffectsByGrade.number(
                            effect.map(found -> (double) found.points().n()), 0),
                    EffectsByGrade.told(effect.map(found -> found.points().value()), 2),
                    effect.isReported() ? Cell.ofInterval(effect.map(TreatmentEffect::points), 2) : Cell.of("–"),
                    EffectsByGrade.number(
                            effect.map(found -> found.standardized().value()), 3));
            plot = plot.with(group.words(), effect.map(TreatmentEffect::standardized));
        }
        return StarSection.titled("For whom")
                .with("These are ten looks at one year: intervals that overlap are no proof that groups differ.")
                .with("Mosteller (1995) tells that the effect for minority children was at first about double that for"
                        + " others, and about the same in later years.")
                .with(plot)
                .with(table);
    }
}

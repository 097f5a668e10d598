package org.iltlib.examples.impact;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.Balance;
import org.iltlib.analytics.impact.BaselineBalance;
import org.iltlib.analytics.impact.doubt.Attrition;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;

/** How alike the groups were at the start, and who was no longer there later. */
final class WhoLeft implements StarPart {
    private record Trait(String words, String column, String label) {}

    private static final List<Trait> TRAITS =
            List.of(new Trait("free lunch", "ses", "F"), new Trait("girl", "sx", "F"), new Trait("Black", "eth", "B"));

    @Override
    public StarSection of(StarData data, StarOptions options) {
        StarData kindergarten = data.grade("K");
        Table balance = Table.captioned("Kindergarten, within schools, in standard deviations")
                .withColumns("Trait", "Difference", "The groups are");
        for (Trait trait : TRAITS) {
            Measured<Balance> line = BaselineBalance.withDefaults()
                    .of(
                            kindergarten.comparison(Subject.MATHEMATICS),
                            trait.words(),
                            kindergarten.is(trait.column(), trait.label()));
            balance = balance.with(
                    Cell.of(trait.words()),
                    EffectsByGrade.told(line.map(Balance::effectSize), 3),
                    Cell.of(line.map(found -> found.equivalence().toString()).orElse("not known")));
        }
        Table left = Table.captioned("Of those who began in kindergarten, without a mathematics score later")
                .withColumns("Grade", "Lost overall", "Lost in small", "Lost in others", "Small less others");
        StarSection section = StarSection.titled("Alike at the start, and who left");
        for (String grade : StarData.GRADES.subList(1, StarData.GRADES.size())) {
            if (data.grade(grade).rows() == 0) {
                continue;
            }
            Attrition lost = attrition(data, grade);
            double small = 100.0 * lost.treatedLost() / lost.treated();
            double others = 100.0 * lost.controlLost() / lost.control();
            left = left.with(
                    Cell.of(StarData.name(grade)),
                    Cell.of(100.0 * lost.overall().numerator() / lost.overall().denominator(), 1),
                    Cell.of(small, 1),
                    Cell.of(others, 1),
                    Cell.of(small - others, 1));
        }
        return section.with("The lot should make groups alike in all that came before it.")
                .with("Losses are in per cent. Whether they are small is for a review's boundary to say: "
                        + attrition(data, "3").isLow(Optional.empty()) + ".")
                .with(balance)
                .with(left);
    }

    private static Attrition attrition(StarData data, String grade) {
        StarData later = data.grade(grade);
        Set<String> there = new HashSet<>();
        double[] scores = later.scores(Subject.MATHEMATICS);
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isNaN(scores[i])) {
                later.students().find(i).ifPresent(there::add);
            }
        }
        StarData first = data.grade("K");
        boolean[] small = first.small();
        long[] began = new long[2];
        long[] lost = new long[2];
        for (int i = 0; i < small.length; i++) {
            int side = small[i] ? 1 : 0;
            began[side]++;
            lost[side] += first.students().find(i).filter(there::contains).isPresent() ? 0 : 1;
        }
        return Attrition.of(began[1], lost[1], began[0], lost[0]);
    }
}

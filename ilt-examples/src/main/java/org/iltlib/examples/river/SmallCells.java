package org.iltlib.examples.river;

import org.iltlib.analytics.equity.RiskRatio;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.analytics.privacy.SafeTable;
import org.iltlib.analytics.privacy.TableSuppression;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;

/** English learners by grade: one cell is small, and three more are withheld so that nobody can work it out. */
record SmallCells(Story story, Stars stars) {
    private static final long[][] LEARNERS_AND_OTHERS = {{12, 58}, {7, 61}, {14, 50}};

    void tell() {
        story.chapter("Small groups");
        SafeTable safe = TableSuppression.of(SuppressionPolicy.NCES_2011_603).protect(LEARNERS_AND_OTHERS);
        stars.check("grade 4, learners", false, safe.cell(1, 0).isReported());
        stars.check("grade 4, others", false, safe.cell(1, 1).isReported());
        stars.check("grade 5, learners", false, safe.cell(2, 0).isReported());
        stars.check("grade 5, others", false, safe.cell(2, 1).isReported());
        stars.check("grade 3, learners", true, safe.cell(0, 0).isReported());
        stars.check("students withheld", 132L, safe.hiddenStudents());
        stars.check("at least", 0L, safe.lowerBound(1, 0));
        stars.check("at most", 21L, safe.upperBound(1, 0).orElse(-1));
        risks();
    }

    private void risks() {
        Risk others = new Risk(96, 1_480);
        Risk state = new Risk(60_000, 1_000_000);
        stars.check(
                "risk ratio of school A",
                "2.3125",
                RiskRatio.withDefaults().of(new Risk(18, 120), others, state).map(RiskRatio.Result::value));
        stars.check(
                "that of school B is calculated",
                false,
                RiskRatio.withDefaults().of(new Risk(6, 120), others, state).isReported());
        stars.check(
                "with 22 others the state stands in",
                true,
                RiskRatio.withDefaults()
                        .of(new Risk(18, 120), new Risk(4, 22), state)
                        .map(RiskRatio.Result::alternate)
                        .orElse(false));
    }
}

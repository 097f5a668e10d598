package org.iltlib.examples.river;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.equity.RiskRatio;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.analytics.privacy.CrossTable;
import org.iltlib.analytics.privacy.Dimension;
import org.iltlib.analytics.privacy.Exposure;
import org.iltlib.analytics.privacy.LinkedCells;
import org.iltlib.analytics.privacy.PolicyScope;
import org.iltlib.analytics.privacy.PolicyStanding;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.analytics.privacy.SafeCells;
import org.iltlib.analytics.privacy.Suppressor;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;

/** English learners by grade: one cell is small, and three more are withheld so that nobody can work it out. */
record SmallCells(Story story, Stars stars) {
    private static final Map<List<String>, Long> COUNTS = Map.of(
            List.of("3", "learners"), 12L,
            List.of("3", "others"), 58L,
            List.of("4", "learners"), 7L,
            List.of("4", "others"), 61L,
            List.of("5", "learners"), 14L,
            List.of("5", "others"), 50L);

    /** The board withholds zeros as well, so that a reader knows of a withheld number only that it is not below zero. */
    private static final PrivacyPolicy BOARD = PrivacyPolicy.builder()
            .name("riverbend-10")
            .source("board policy on small groups")
            .checkedOn(LocalDate.of(2026, 7, 15))
            .standing(PolicyStanding.AGREED)
            .scope(PolicyScope.STUDENTS)
            .minimumN(10)
            .minimumNumerator(0)
            .minimumComplement(0)
            .zeroShown(false)
            .countsShown(true)
            .build();

    void tell() {
        story.chapter("Small groups");
        LinkedCells.Builder cells = LinkedCells.builder();
        CrossTable.of(
                        List.of(
                                Dimension.flat("grade", List.of("3", "4", "5")),
                                Dimension.flat("language", List.of("learners", "others"))),
                        COUNTS)
                .addTo(cells);
        SafeCells safe = Suppressor.of(BOARD).protect(cells.build());
        stars.check("grade 4, learners", false, shown(safe, "4", "learners"));
        stars.check("grade 4, others", false, shown(safe, "4", "others"));
        stars.check("grade 5, learners", false, shown(safe, "5", "learners"));
        stars.check("grade 5, others", false, shown(safe, "5", "others"));
        stars.check("grade 3, learners", true, shown(safe, "3", "learners"));
        stars.check("students withheld", 132L, safe.withheldStudents());
        Exposure attack = safe.attack().stream()
                .filter(one -> one.name().equals(name("4", "learners")))
                .findFirst()
                .orElseThrow();
        stars.check("at least", 0L, attack.least());
        stars.check("at most", 21L, attack.most().orElse(-1));
        risks();
    }

    private static String name(String grade, String language) {
        return "grade " + grade + ", language " + language;
    }

    private static boolean shown(SafeCells safe, String grade, String language) {
        return safe.count(safe.find(name(grade, language)).orElseThrow()).isReported();
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

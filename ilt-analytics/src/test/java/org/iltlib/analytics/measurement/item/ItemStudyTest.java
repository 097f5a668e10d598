package org.iltlib.analytics.measurement.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.measurement.SharedItems;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ChoiceTable;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

class ItemStudyTest {
    private static final byte OMITTED = ResponseTable.codeOf(MissingReason.OMITTED);
    private static final byte NOT_SHOWN = ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED);

    private static double difficulty(ItemReport item) {
        return item.difficulty().map(Estimate::value).orElse(9.0);
    }

    /** R: {@code psych::alpha(ltm::LSAT)}, as in the shared file. */
    @Test
    void theLawSchoolTestAgreesWithR() {
        Node.Fields expected = SharedItems.expected("lsat6_ctt");
        List<ItemReport> items = ItemStudy.withDefaults().of(SharedItems.lsat6());
        for (int i = 0; i < 5; i++) {
            assertThat(difficulty(items.get(i))).isEqualTo(SharedItems.numbers(expected, "p")[i]);
            assertThat(items.get(i).itemTotal().orElse(9.0))
                    .isCloseTo(SharedItems.numbers(expected, "r_raw")[i], within(1e-12));
            assertThat(items.get(i).itemRest().orElse(9.0))
                    .isCloseTo(SharedItems.numbers(expected, "r_drop")[i], within(1e-12));
            assertThat(items.get(i).alphaWithout().orElse(9.0))
                    .isCloseTo(SharedItems.numbers(expected, "alpha_drop")[i], within(1e-12));
        }
        assertThat(items.get(0).flags()).containsExactly(ItemFlag.WEAK_DISCRIMINATION);
        assertThat(items.get(0).name()).isEqualTo("Item 1");
    }

    /**
     * The certificate examination: difficulties from .4333 (E12) to .8980 (E8), item–rest correlations from .1811 (E2) to
     * .4266 (E12). R for the upper and lower 27 %: sums of shares with students level at the border counted in part.
     */
    @Test
    void theCertificateExaminationAgreesWithItsPublishedRange() {
        List<ItemReport> items = ItemStudy.withDefaults().of(SharedItems.ecpe());
        assertThat(difficulty(items.get(11))).isCloseTo(0.4333, within(5e-5));
        assertThat(difficulty(items.get(7))).isCloseTo(0.8980, within(5e-5));
        assertThat(items.get(1).itemRest().orElse(9.0)).isCloseTo(0.1811220630516866, within(1e-12));
        assertThat(items.get(11).itemRest().orElse(9.0)).isCloseTo(0.4265612455029987, within(1e-12));
        assertThat(items.get(0).upperLower().orElse(9.0)).isCloseTo(0.2866885320175021, within(1e-12));
        assertThat(items.get(11).upperLower().orElse(9.0)).isCloseTo(0.6581143953952596, within(1e-12));
    }

    /** R: means and correlations over the responses that there are; 354 of 698 students saw eleven of the items. */
    @Test
    void whoeverWasNotShownAnItemIsLeftOutOfIt() {
        List<ItemReport> items = ItemStudy.withDefaults().of(SharedItems.timss());
        ItemReport third = items.get(2);
        assertThat(difficulty(third)).isCloseTo(0.684813753581662, within(1e-12));
        assertThat(third.itemRest().orElse(9.0)).isCloseTo(0.476632873610755, within(1e-12));
        assertThat(third.itemTotal().orElse(9.0)).isCloseTo(0.586364137530587, within(1e-12));
        assertThat(third.upperLower().orElse(9.0)).isCloseTo(0.7019352114863098, within(1e-12));
        ItemReport last = items.get(24);
        assertThat(last.responses()).isEqualTo(344);
        assertThat(last.notGiven()).isEqualTo(354);
        assertThat(last.itemRest().orElse(9.0)).isCloseTo(0.377325649207952, within(1e-12));
        assertThat(items.stream().mapToDouble(ItemStudyTest::difficulty).min()).hasValueCloseTo(0.0172, within(5e-5));
        assertThat(items.stream().filter(item -> item.flags().contains(ItemFlag.HARD)))
                .extracting(ItemReport::name)
                .contains("M031247");
    }

    /** R: {@code cor} of the points with the rest, {@code t.test(S[, 1] / 4)$conf.int}. */
    @Test
    void itemsOfSeveralPointsAgreeWithR() {
        ItemReport comfort = ItemStudy.withDefaults().of(SharedItems.science()).get(0);
        assertThat(comfort.maximum()).isEqualTo(4);
        Estimate share = comfort.difficulty().value().orElseThrow();
        assertThat(share.value()).isCloseTo(0.7799744897959183, within(1e-12));
        assertThat(share.lower()).isCloseTo(0.7653676606126812, within(1e-9));
        assertThat(comfort.itemRest().orElse(9.0)).isCloseTo(0.3520861580363329, within(1e-12));
    }

    @Test
    void flagsSayWhatAPersonShouldLookAt() {
        ResponseTable.Builder builder = ResponseTable.builder(List.of("a", "b", "turned", "all", "nobody", "late"));
        for (int i = 0; i < 20; i++) {
            byte able = (byte) (i >= 10 ? 1 : 0);
            builder.add(
                    "s-" + i,
                    able,
                    (byte) (i >= 9 ? 1 : 0),
                    (byte) (1 - able),
                    (byte) 1,
                    NOT_SHOWN,
                    i % 4 == 0 ? OMITTED : able);
        }
        List<ItemReport> items = ItemStudy.withDefaults().of(builder.build());
        assertThat(items.get(2).flags()).containsExactly(ItemFlag.NEGATIVE_DISCRIMINATION, ItemFlag.KEY_SUSPECTED);
        assertThat(items.get(3).flags()).containsExactly(ItemFlag.NO_VARIATION, ItemFlag.EASY);
        assertThat(items.get(4).flags()).containsExactly(ItemFlag.NO_RESPONSES);
        assertThat(items.get(4).difficulty().isReported()).isFalse();
        assertThat(items.get(4).upperLower().isReported()).isFalse();
        assertThat(items.get(5).flags()).containsExactly(ItemFlag.OFTEN_OMITTED);
        assertThat(items.get(5).omitted()).isEqualTo(5);
        assertThat(ItemFlag.KEY_SUSPECTED).hasToString("key suspected");
        assertThat(ItemStudy.withDefaults()
                        .withLimits(new ItemLimits(0, 1, 0))
                        .of(builder.build())
                        .get(3)
                        .flags())
                .containsExactly(ItemFlag.NO_VARIATION);
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemLimits(0.9, 0.5, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemStudy.withDefaults().withLevel(7))
                .withMessageContaining("0.95");
    }

    @Test
    void anItemThatLowersAlphaIsTold() {
        ResponseTable.Builder builder = ResponseTable.builder(List.of("a", "b", "c", "noise"));
        for (int i = 0; i < 64; i++) {
            byte able = (byte) (i >= 32 ? 1 : 0);
            builder.add("s-" + i, able, (byte) (i >= 28 ? 1 : 0), (byte) (i >= 36 ? 1 : 0), (byte) (i % 2));
        }
        assertThat(ItemStudy.withDefaults().of(builder.build()).get(3).flags())
                .containsExactly(ItemFlag.NEGATIVE_DISCRIMINATION, ItemFlag.LOWERS_ALPHA);
    }

    /** Forty students in order of ability; on q3 the able choose D while the key says A. */
    private static ChoiceTable letters() {
        ChoiceTable.Builder builder = ChoiceTable.builder(List.of("q1", "q2", "q3", "q4"));
        for (int i = 0; i < 40; i++) {
            List<Measured<String>> answers = new ArrayList<>();
            answers.add(Measured.of(i >= 20 ? "A" : "B"));
            answers.add(Measured.of(i >= 15 ? "A" : i % 2 == 0 ? "C" : "B"));
            answers.add(Measured.of(i >= 24 ? "D" : i % 3 == 0 ? "A" : "B"));
            answers.add(i == 7 ? Measured.missing(MissingReason.OMITTED) : Measured.of(i >= 30 ? "A" : "E"));
            builder.add("s-" + i, answers);
        }
        return builder.build();
    }

    private static final Map<String, String> KEY = Map.of("q1", "A", "q2", "A", "q3", "A", "q4", "A");

    @Test
    void aKeyAgainstWhichTheAbleAgreeIsSuspected() {
        List<ItemReport> items = ItemStudy.withDefaults().of(letters(), KEY);
        assertThat(items.get(2).flags())
                .contains(ItemFlag.ATTRACTIVE_DISTRACTOR, ItemFlag.KEY_SUSPECTED, ItemFlag.NEGATIVE_DISCRIMINATION);
        assertThat(items.get(2).attractive()).containsExactly("D");
        assertThat(items.get(0).flags()).isEmpty();
        DistractorTable table = DistractorTable.of(letters(), KEY, "q3");
        assertThat(table.options()).extracting(DistractorTable.Option::text).containsExactly("A", "B", "D");
        assertThat(table.answered().stream().mapToLong(Long::longValue).sum()).isEqualTo(40);
        assertThat(table.options().get(2).byFifth().get(4)).isGreaterThan(8);
        assertThat(table.isKeySuspected()).isTrue();
    }

    @Test
    void aKeyThatNobodyChoseAndAnIdleAnswerAreTold() {
        ChoiceTable choices = letters();
        Map<String, String> wrong = Map.of("q1", "A", "q2", "A", "q3", "Z", "q4", "A");
        DistractorTable table = DistractorTable.of(choices, wrong, "q3");
        assertThat(table.options()).extracting(DistractorTable.Option::text).containsExactly("A", "B", "D", "Z");
        assertThat(table.options().get(3).count()).isZero();
        assertThat(table.options().get(3).withRest().isReported()).isFalse();
        assertThat(DistractorTable.of(choices, Map.of("q1", "A", "q2", "A", "q3", "D", "q4", "Z"), "q4")
                        .idle())
                .isEmpty();
        assertThat(DistractorTable.of(choices, KEY, "q4").attractive()).isEmpty();
        assertThat(DistractorTable.of(choices, KEY, "q4").options().get(1).count())
                .isEqualTo(29);
    }
}

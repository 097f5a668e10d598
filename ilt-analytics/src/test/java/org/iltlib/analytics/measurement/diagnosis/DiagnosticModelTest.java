package org.iltlib.analytics.measurement.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.QMatrix;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;

/**
 * ECPE: expected values by an EM of twenty lines of base R 4.2.2, matrices of patterns by classes, to a change of 1e-11:
 * {@code M <- sapply(1:J, function(j) P[[j]][grp[,j]]); L <- Y %*% t(log(M)) + (O-Y) %*% t(log(1-M)); W <- sweep(exp(L),2,pi,"*");
 * R <- n*W/rowSums(W); P[[j]] <- tapply(colSums(R*Y[,j]),grp[,j],sum)/tapply(colSums(R*O[,j]),grp[,j],sum); pi <- colSums(R)/sum(n)};
 * standard errors there from scores by central differences of the log-likelihoods of the patterns.
 */
class DiagnosticModelTest {
    private static final Offset<Double> FIT = within(1e-5);

    private static DiagnosticFit ecpe(DiagnosticModel model) {
        ResponseTable table = SharedTables.answers("curriculum/qmatrix/ecpe_responses.csv");
        return model.of(table, SharedTables.q("curriculum/qmatrix/ecpe_qmatrix.csv"))
                .value()
                .orElseThrow();
    }

    @Test
    void theDinaFitOfTheEnglishExaminationIsThatOfTheReferenceProgram() {
        DiagnosticFit fit = ecpe(DiagnosticModel.dina());
        assertThat(fit.figures().atRest()).isTrue();
        assertThat(fit.figures().logLikelihood()).isCloseTo(-42841.49089519, within(1e-6));
        assertThat(fit.figures().independence()).isCloseTo(-45376.883395, within(1e-6));
        assertThat(fit.figures().parameters()).isEqualTo(63);
        assertThat(fit.figures().beatsIndependence()).isTrue();
        assertThat(fit.figures().bic()).isCloseTo(2 * 42841.49089519 + 63 * Math.log(2922), within(1e-5));
        assertThat(fit.figures().aic()).isCloseTo(2 * 42841.49089519 + 126, within(1e-5));
        assertThat(fit.prevalence("morphosyntactic")).isCloseTo(0.49107180, FIT);
        assertThat(fit.prevalence("cohesive")).isCloseTo(0.55283368, FIT);
        assertThat(fit.prevalence("lexical")).isCloseTo(0.63360874, FIT);
        assertThat(fit.guess("E1")).isCloseTo(0.70538227, FIT);
        assertThat(fit.slip("E1")).isCloseTo(1 - 0.92151128, FIT);
        assertThat(fit.guess("E28")).isCloseTo(0.65722629, FIT);
        assertThat(fit.share(List.of("morphosyntactic", "cohesive", "lexical"))).isCloseTo(0.43593656, FIT);
        assertThat(fit.share(List.of())).isCloseTo(0.34257931, FIT);
        assertThat(fit.doubts()).isEmpty();
    }

    @Test
    void standardErrorsAndClassificationAreThoseOfTheReferenceProgram() {
        DiagnosticFit fit = ecpe(DiagnosticModel.dina());
        assertThat(fit.chanceEstimate("E1", List.of())
                        .value()
                        .orElseThrow()
                        .standardError()
                        .orElseThrow())
                .isCloseTo(0.0127960, FIT);
        assertThat(fit.prevalenceEstimate("cohesive")
                        .value()
                        .orElseThrow()
                        .standardError()
                        .orElseThrow())
                .isCloseTo(0.0289458, within(5e-5));
        assertThat(fit.accuracy("morphosyntactic")).isCloseTo(0.91448822, FIT);
        assertThat(fit.accuracy("cohesive")).isCloseTo(0.86316475, FIT);
        assertThat(fit.consistency("lexical")).isCloseTo(0.83954601, within(1e-4));
        assertThat(fit.mastery(0, "cohesive").value().orElseThrow()).isCloseTo(0.93823750, FIT);
        assertThat(fit.standing(0, "cohesive", StandingRule.withDefaults())
                        .value()
                        .orElseThrow())
                .hasToString("cohesive: likely had (chance 0.94)");
    }

    @Test
    void theOtherRulesAgreeWithTheReferenceProgramToo() {
        DiagnosticFit any = ecpe(DiagnosticModel.dino());
        assertThat(any.figures().logLikelihood()).isCloseTo(-42920.37270862, within(1e-5));
        assertThat(any.prevalence("lexical")).isCloseTo(0.53844469, within(1e-4));
        DiagnosticFit each = ecpe(DiagnosticModel.gdina());
        assertThat(each.figures().logLikelihood()).isCloseTo(-42738.55975039, within(1e-5));
        assertThat(each.prevalence("cohesive")).isCloseTo(0.55978069, within(1e-4));
        assertThat(each.chance("E1", List.of("cohesive"))).isCloseTo(0.80251544, within(1e-3));
        assertThat(each.figures().parameters()).isEqualTo(81);
    }

    /** The domains of TIMSS 2007: nothing asks for data display alone, so who lacks number shows nothing of it. */
    @Test
    void skillsThatNoItemAsksForAloneAreRefusedInWords() {
        ResponseTable table = SharedTables.answers("curriculum/qmatrix/timss07_responses.csv");
        QMatrix q = SharedTables.q("curriculum/qmatrix/timss07_domain_qmatrix.csv");
        assertThat(q.isComplete()).isFalse();
        assertThat(q.weaknesses()).anyMatch(words -> words.contains("\"dd\" alone"));
        assertThat(DiagnosticModel.dina().of(table, q).toString()).contains("answer every item alike");
    }

    /** 4,956 answers were not administered: an easy item stays easy, 0.81 on those who saw it, 0.40 if the rest were wrong. */
    @Test
    void whatWasNotAdministeredIsLeftOut() {
        ResponseTable table = SharedTables.answers("curriculum/qmatrix/timss07_responses.csv");
        QMatrix.Builder one = QMatrix.builder(List.of("mathematics"));
        table.itemNames().forEach(item -> one.add(item, List.of("mathematics")));
        DiagnosticFit fit =
                DiagnosticModel.dina().of(table, one.build()).value().orElseThrow();
        double share = fit.prevalence("mathematics");
        double right = share * (1 - fit.slip("M031303")) + (1 - share) * fit.guess("M031303");
        assertThat(right).isCloseTo(0.8095, within(0.01));
    }

    private static QMatrix threeSkills() {
        QMatrix.Builder q = QMatrix.builder(List.of("a", "b", "c"));
        List<List<String>> asks =
                List.of(List.of("a"), List.of("b"), List.of("c"), List.of("a", "b"), List.of("b", "c"));
        for (int item = 0; item < 20; item++) {
            q.add("i" + item, asks.get(item % 5));
        }
        return q.build();
    }

    private static ResponseTable drawn(QMatrix q, int students, long seed) {
        SplitMix chance = SplitMix.of(seed);
        ResponseTable.Builder table = ResponseTable.builder(q.items());
        for (int s = 0; s < students; s++) {
            int skills = (chance.nextDouble() < 0.5 ? 1 : 0)
                    | (chance.nextDouble() < 0.6 ? 2 : 0)
                    | (chance.nextDouble() < 0.3 ? 4 : 0);
            byte[] codes = new byte[q.items().size()];
            for (int j = 0; j < codes.length; j++) {
                boolean has = (skills & q.mask(j)) == q.mask(j);
                codes[j] = (byte) (chance.nextDouble() < (has ? 0.9 : 0.15) ? 1 : 0);
            }
            table.add("p-" + s, codes);
        }
        return table.build();
    }

    @Test
    void theTruthIsFoundAgain() {
        QMatrix q = threeSkills();
        for (long seed : new long[] {1, 2, 3}) {
            DiagnosticFit fit =
                    DiagnosticModel.dina().of(drawn(q, 3_000, seed), q).value().orElseThrow();
            assertThat(fit.prevalence("a")).isCloseTo(0.5, within(0.04));
            assertThat(fit.prevalence("b")).isCloseTo(0.6, within(0.04));
            assertThat(fit.prevalence("c")).isCloseTo(0.3, within(0.04));
            assertThat(fit.guess("i4")).isCloseTo(0.15, within(0.05));
            assertThat(fit.slip("i4")).isCloseTo(0.1, within(0.06));
            assertThat(fit.accuracy("a")).isGreaterThan(0.9);
        }
    }

    @Test
    void theOrderOfStudentsChangesNoBitAndThatOfItemsNothingThatMatters() {
        QMatrix q = threeSkills();
        ResponseTable table = drawn(q, 400, 9);
        DiagnosticFit fit = DiagnosticModel.dina().of(table, q).value().orElseThrow();
        List<Integer> rows = new ArrayList<>(IntStream.range(0, 400).boxed().toList());
        Collections.reverse(rows);
        ResponseTable.Builder turned = ResponseTable.builder(q.items());
        for (int row : rows) {
            byte[] codes = new byte[20];
            for (int j = 0; j < 20; j++) {
                codes[j] = (byte) table.code(row, j);
            }
            turned.add(table.student(row), codes);
        }
        DiagnosticFit other =
                DiagnosticModel.dina().of(turned.build(), q).value().orElseThrow();
        assertThat(other.figures()).isEqualTo(fit.figures());
        assertThat(other.mastery(399, "a")).isEqualTo(fit.mastery(0, "a"));
        List<String> items = new ArrayList<>(q.items());
        Collections.reverse(items);
        DiagnosticFit third =
                DiagnosticModel.dina().of(table.selectItems(items), q).value().orElseThrow();
        assertThat(third.guess("i7")).isCloseTo(fit.guess("i7"), within(1e-6));
        assertThat(third.mastery(0, "c").value().orElseThrow())
                .isCloseTo(fit.mastery(0, "c").value().orElseThrow(), within(1e-6));
    }

    @Test
    void whatCannotBeToldIsRefusedWithItsReason() {
        QMatrix q = threeSkills();
        assertThat(DiagnosticModel.dina().of(drawn(q, 30, 1), q).toString())
                .contains("30 students")
                .contains("47");
        List<String> many = IntStream.range(0, 13).mapToObj(k -> "s" + k).toList();
        QMatrix.Builder wide = QMatrix.builder(many);
        q.items().forEach(item -> wide.add(item, List.of("s0")));
        assertThat(DiagnosticModel.dina().of(drawn(q, 30, 1), wide.build()))
                .isInstanceOfSatisfying(
                        Measured.Missing.class,
                        missing -> assertThat(missing.reason()).isEqualTo(MissingReason.UNDEFINED));
        byte[] gone = new byte[20];
        Arrays.fill(gone, ResponseTable.codeOf(MissingReason.ABSENT));
        ResponseTable nobody = ResponseTable.builder(q.items()).add("p-1", gone).build();
        assertThat(DiagnosticModel.dina().of(nobody, q).toString()).contains("nobody answered item \"i0\"");
        byte[] two = new byte[20];
        two[3] = 2;
        ResponseTable points = ResponseTable.builder(q.items()).add("p-1", two).build();
        assertThatThrownBy(() -> DiagnosticModel.dina().of(points, q)).hasMessageContaining("\"i3\"");
    }

    @Test
    void aStudentWithoutAnswersHasNoChanceOfASkill() {
        QMatrix q = threeSkills();
        ResponseTable drawn = drawn(q, 300, 4);
        ResponseTable.Builder table = ResponseTable.builder(q.items());
        for (int row = 0; row < 300; row++) {
            byte[] codes = new byte[20];
            for (int j = 0; j < 20; j++) {
                codes[j] = (byte) drawn.code(row, j);
            }
            table.add("p-" + row, codes);
        }
        byte[] gone = new byte[20];
        Arrays.fill(gone, ResponseTable.codeOf(MissingReason.ABSENT));
        DiagnosticFit fit = DiagnosticModel.dina()
                .withSteps(3)
                .withTolerance(1e-12)
                .of(table.add("p-300", gone).build(), q)
                .value()
                .orElseThrow();
        assertThat(fit.mastery(300, "a").toString()).contains("no answers");
        assertThat(fit.figures().answered()).isEqualTo(300);
        assertThat(fit.figures().students()).isEqualTo(301);
        assertThat(fit.doubts()).anyMatch(words -> words.contains("not come to rest"));
        assertThatThrownBy(() -> fit.prevalence("d")).hasMessageContaining("Maybe one of [a, b, c]");
    }
}

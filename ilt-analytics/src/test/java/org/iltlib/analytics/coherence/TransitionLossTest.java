package org.iltlib.analytics.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.transition.ReadyShare;
import org.iltlib.curriculum.transition.TransitionPoint;
import org.junit.jupiter.api.Test;

class TransitionLossTest {
    private static final StandardId A = StandardId.of("a");
    private static final StandardId B = StandardId.of("b");
    private static final StandardId C = StandardId.of("c");
    private static final StandardId D = StandardId.of("d");
    private static final TransitionPoint POINT = TransitionPoint.builder()
            .id(EntryId.of("five-six"))
            .framework(EntryId.of("math"))
            .fromSchool(OrgUnitId.of("school-1"))
            .fromGrade(GradeLevel.of(5))
            .toSchool(OrgUnitId.of("school-9"))
            .toGrade(GradeLevel.of(6))
            .addPrerequisites(A, B, C, D)
            .build();

    private static ReadyShare ready(StandardId standard, long percent) {
        return ReadyShare.of(standard, Fraction.percent(percent));
    }

    private static final ReadyShare WITHHELD =
            new ReadyShare(C, Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 10"));

    @Test
    void eachPrerequisiteLosesWhatWasReadyBeforeAndIsNotNow() {
        TransitionLoss loss = TransitionLoss.of(
                POINT,
                List.of(ready(A, 60), ready(B, 70), ready(C, 50), ready(D, 40)),
                List.of(ready(A, 65), ready(B, 45), ready(C, 50), ready(D, 30)));
        assertThat(loss.rows())
                .extracting(TransitionLoss.Row::loss)
                .containsExactly(
                        Measured.of(Rational.of(-1, 20)),
                        Measured.of(Rational.of(1, 4)),
                        Measured.of(Rational.ZERO),
                        Measured.of(Rational.of(1, 10)));
        assertThat(loss.listLost()).extracting(TransitionLoss.Row::standard).containsExactly(B, D);
        assertThat(loss.worst()).map(TransitionLoss.Row::standard).contains(B);
        assertThat(loss.explanation().toString())
                .startsWith("Most is lost on b.")
                .contains("b: 7/10 were ready, 9/20 are; lost: 1/4.");
    }

    @Test
    void whatIsWithheldOrNotToldIsNoLossAndNoGain() {
        TransitionLoss loss = TransitionLoss.of(
                POINT, List.of(ready(A, 60), WITHHELD), List.of(ready(A, 60), ready(C, 0), ready(B, 5)));
        assertThat(loss.listUnknown()).containsExactly(B, C, D);
        assertThat(loss.rows().get(2).loss()).hasToString("suppressed (fewer than 10)");
        assertThat(loss.worst()).isEmpty();
        assertThat(loss.explanation().toString()).startsWith("Nothing is known to be lost.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransitionLoss.of(POINT, List.of(ready(A, 1), ready(A, 2)), List.of()));
    }
}

package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroundworkTest {
    private static final Groundwork FULL = Groundwork.builder()
            .day(LocalDate.of(2027, 1, 15))
            .addSubjects("materials")
            .putAmounts("USD", new BigDecimal("1250.5"))
            .adviceDueOn(LocalDate.of(2027, 1, 14))
            .addAdvice(GivenAdvice.of(person(1), "wait a term", "followed in part"))
            .addAdvice(new GivenAdvice(person(2), "go ahead", Optional.empty()))
            .addResolved(person(3))
            .addBlockTests(new BlockTest(person(4), Set.of(person(1), person(0)), Set.of()))
            .putBlocksBefore("p-004", 1)
            .build();

    @Test
    void aContextWithGroundworkReadsBackAndOneWithoutIsWrittenAsBefore() {
        VotingContext context = CONTEXT.toBuilder().groundwork(FULL).build();
        String written = CanonicalJson.write(VotingContext.FORM.write(context));
        assertThat(VotingContext.FORM.read(CanonicalJson.read(written))).isEqualTo(context);
        assertThat(CanonicalJson.write(VotingContext.FORM.write(CONTEXT))).doesNotContain("groundwork");
        assertThat(VotingContext.FORM.read(VotingContext.FORM.write(CONTEXT))).isEqualTo(CONTEXT);
    }

    @Test
    void whatWasSaidIsFoundByPerson() {
        assertThat(FULL.findAdvice(person(1)).orElseThrow().use()).contains("followed in part");
        assertThat(FULL.findAdvice(person(4))).isEmpty();
        assertThat(FULL.findBlockTest(person(4)).orElseThrow().confirming()).containsExactly(person(0), person(1));
        assertThat(FULL.findBlockTest(person(1))).isEmpty();
    }

    @Test
    void numbersBelowZeroAndPersonsTwiceAreRefused() {
        assertThatThrownBy(() -> FULL.toBuilder()
                        .putAmounts("hours", new BigDecimal("-1"))
                        .build())
                .hasMessageContaining("The amount in hours is -1");
        assertThatThrownBy(() -> FULL.toBuilder().putBlocksBefore("p-001", -1).build())
                .hasMessageContaining("blocks of p-001");
        assertThatThrownBy(() -> FULL.toBuilder()
                        .addAdvice(GivenAdvice.of(person(2), "x", "y"))
                        .build())
                .hasMessageContaining("advisers");
        assertThatThrownBy(() -> FULL.toBuilder()
                        .addBlockTests(new BlockTest(person(4), Set.of(), Set.of()))
                        .build())
                .hasMessageContaining("blockers");
    }

    static List<Position> positions() {
        return List.of(
                Position.thumb(Position.Way.SIDEWAYS),
                Position.objection("time to plan", "a later start"),
                Position.ranking("b", "a"),
                Position.ranking(List.of(List.of("b", "a"), List.of("c"))),
                Position.approval(Set.of("b", "a")),
                Position.scores(Map.of("a", 3, "b", 0)),
                Position.marks(Map.of("a", Map.of("impact", 4, "effort", 2))));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aPositionReadsBackEqual(Position position) {
        assertThat(Position.form()
                        .read(CanonicalJson.read(
                                CanonicalJson.write(Position.form().write(position)))))
                .isEqualTo(position);
        assertThat(position.isAbstention()).isFalse();
    }

    @Test
    void aPositionNamesItsOptions() {
        assertThat(positions())
                .extracting(position -> position.options().size())
                .containsExactly(0, 0, 2, 3, 2, 2, 1);
        assertThat(Position.dots(Map.of("a", 1)).options()).containsExactly("a");
        assertThat(Position.yes().options()).isEmpty();
        assertThat(positions())
                .filteredOn(Position::isBlock)
                .containsExactly(positions().get(1));
        assertThat(Position.stance(Position.Stand.BLOCK).isBlock()).isTrue();
    }

    @Test
    void theOrderWithinARankDoesNotMatter() {
        assertThat(Position.ranking(List.of(List.of("b", "a"))))
                .isEqualTo(Position.ranking(List.of(List.of("a", "b"))));
    }

    @Test
    void malformedPositionsAreRefused() {
        assertThatThrownBy(() -> Position.ranking("a", "a")).hasMessageContaining("ranking");
        assertThatThrownBy(() -> Position.ranking(List.of(List.of("a"), List.of())))
                .hasMessageContaining("rank");
        assertThatThrownBy(() -> Position.scores(Map.of("a", -1))).hasMessageContaining("score of a");
        assertThatThrownBy(() -> Position.marks(Map.of("a", Map.of("x", -1)))).hasMessageContaining("mark of a on x");
        assertThatThrownBy(() -> Position.objection(" ", "x")).hasMessageContaining("harms");
    }
}

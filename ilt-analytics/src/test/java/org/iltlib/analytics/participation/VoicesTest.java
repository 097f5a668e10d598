package org.iltlib.analytics.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.junit.jupiter.api.Test;

/** The meeting of ten: principal 22, assistant principal 12, coach 14, teachers 6 8 7 9 4 3 5. */
class VoicesTest {
    private static final int[] COUNTS = {22, 12, 14, 6, 8, 7, 9, 4, 3, 5};
    private static final double[] YEARS = {20, 15, 12, 3, 8, 9, 11, 2, 1, 6};
    private final Map<PersonId, Integer> turns = new HashMap<>();
    private final Map<PersonId, String> roles = new HashMap<>();
    private final Map<PersonId, Double> years = new HashMap<>();

    VoicesTest() {
        for (int i = 0; i < COUNTS.length; i++) {
            turns.put(person(i), COUNTS[i]);
            roles.put(person(i), i < 2 ? "administrator" : i == 2 ? "coach" : "teacher");
            years.put(person(i), YEARS[i]);
        }
    }

    private static PersonId person(int number) {
        return PersonId.of("p-%02d".formatted(number));
    }

    private static double ratio(SortedMap<String, Measured<ChanceShare>> shares, String group) {
        return shares.get(group).flatMap(ChanceShare::ratio).orElse(Double.NaN);
    }

    /** Closed form: (34/90) ÷ (2/10) = 17/9, (14/90) ÷ (1/10) = 14/9, (42/90) ÷ (7/10) = 2/3. */
    @Test
    void equityRatiosByRoleAreTheKnownOnes() {
        Voices voices = Voices.of(turns).withSmallestGroup(1);
        SortedMap<String, Measured<ChanceShare>> shares = voices.byGroup(roles);
        assertThat(ratio(shares, "administrator")).isCloseTo(17.0 / 9, within(1e-12));
        assertThat(ratio(shares, "coach")).isCloseTo(14.0 / 9, within(1e-12));
        assertThat(ratio(shares, "teacher")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(voices.evenness().gini()).isCloseTo(0.3178, within(5e-5));
        assertThat(voices.evenness().counts()).isSorted();
    }

    @Test
    void aGroupOfOneIsAPersonAndIsWithheldWithTheNextSmallest() {
        SortedMap<String, Measured<ChanceShare>> shares = Voices.of(turns).byGroup(roles);
        assertThat(shares.get("coach"))
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "groups of members, not members"));
        assertThat(shares.get("administrator"))
                .isEqualTo(Measured.suppressed(SuppressionReason.PROTECTS_ANOTHER, "groups of members, not members"));
        assertThat(shares.get("teacher").isReported()).isTrue();
        SortedMap<String, Measured<ChanceShare>> three =
                Voices.of(turns).withSmallestGroup(3).byGroup(roles);
        assertThat(three.get("teacher").isReported()).isTrue();
        assertThat(three.get("administrator"))
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "groups of members, not members"));
    }

    @Test
    void aMembersOwnNumberIsForThatMemberAlone() {
        Voices voices = Voices.of(turns);
        assertThat(voices.own(person(3), person(3))).isEqualTo(6);
        assertThatThrownBy(() -> voices.own(person(0), person(3)))
                .hasMessage("p-00 asks for the turns of p-03. Expected the member alone. Maybe byGroup.");
        assertThatThrownBy(() -> voices.own(person(11), person(11))).hasMessageContaining("not among the members");
        roles.remove(person(4));
        assertThatThrownBy(() -> voices.byGroup(roles)).hasMessageContaining("p-04 has no group");
    }

    @Test
    void whatIsShownToOthersNamesNobody() {
        assertThat(Voices.of(turns)).hasToString("10 members, 90 turns");
        assertThat(SpeakingTime.of(turns)).hasToString("10 members, 90 seconds");
        for (Class<?> type : List.of(Voices.class, SpeakingTime.class)) {
            assertThat(Arrays.stream(type.getMethods())
                            .filter(method -> !Modifier.isStatic(method.getModifiers()))
                            .filter(method -> method.getParameterCount() == 0)
                            .filter(method -> Map.class.isAssignableFrom(method.getReturnType())))
                    .isEmpty();
        }
        assertThat(Voices.of(turns))
                .isEqualTo(Voices.of(Map.copyOf(turns)))
                .hasSameHashCodeAs(Voices.of(Map.copyOf(turns)))
                .isNotEqualTo(Voices.of(turns).withSmallestGroup(3));
        assertThat(SpeakingTime.of(turns))
                .isEqualTo(SpeakingTime.of(Map.copyOf(turns)))
                .hasSameHashCodeAs(SpeakingTime.of(Map.copyOf(turns)))
                .isNotEqualTo(SpeakingTime.of(turns).withSmallestGroup(3));
    }

    /** By hand: 2 and 1 years: 4 + 3 turns; 3, 8, 9, 6: 6 + 8 + 7 + 5; 20, 15, 12, 11: 22 + 12 + 14 + 9. */
    @Test
    void tenureIsAGroupingLikeAnyOther() {
        Map<PersonId, String> groups = Voices.tenure(years, 3, 10);
        SortedMap<String, Measured<ChanceShare>> shares = Voices.of(turns).byGroup(groups);
        assertThat(shares.keySet()).containsExactly("10 or more", "3 to under 10", "under 3");
        assertThat(shares.get("under 3").map(ChanceShare::count)).isEqualTo(Measured.of(7L));
        assertThat(shares.get("3 to under 10").map(ChanceShare::count)).isEqualTo(Measured.of(26L));
        assertThat(shares.get("10 or more").map(ChanceShare::count)).isEqualTo(Measured.of(57L));
        assertThatThrownBy(() -> Voices.tenure(years, 3, 3)).hasMessageContaining("Limit 3 follows 3");
        assertThatThrownBy(() -> Voices.tenure(years)).hasMessageContaining("limits");
    }

    /** R: cor(years, turns, method = "kendall") is 0.86666666666666670. */
    @Test
    void theTenureEffectIsARankCorrelation() {
        Measured<RankCorrelation> effect = Voices.of(turns).tenureEffect(years, 1000, 3);
        assertThat(effect.map(RankCorrelation::tau).orElse(0.0)).isCloseTo(0.8666666666666667, within(1e-12));
        years.remove(person(1));
        assertThatThrownBy(() -> Voices.of(turns).tenureEffect(years, 1000, 3))
                .hasMessageContaining("p-01 has no years");
    }
}

package org.iltlib.learning.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.learning.AdultPurpose;
import org.junit.jupiter.api.Test;

class PracticeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final PracticeProfile PROFILE = PracticeProfiles.DIFFERENTIATED_INSTRUCTION;

    @Test
    void thereAreTemplatesForTechnologyDifferentiationAndCulturallyResponsiveTeaching() {
        assertThat(PracticeProfiles.all())
                .extracting(PracticeProfile::name)
                .containsExactly(
                        "technology integration", "differentiated instruction", "culturally responsive teaching");
        assertThat(PracticeProfiles.all()).allSatisfy(profile -> {
            assertThat(profile.components()).hasSize(5).allSatisfy(component -> {
                assertThat(component.looksLike(Variation.IDEAL)).isEqualTo(component.ideal());
                assertThat(List.of(component.ideal(), component.acceptable(), component.unacceptable()))
                        .doesNotHaveDuplicates();
                assertThat(component.looksLike(Variation.ACCEPTABLE)).isEqualTo(component.acceptable());
                assertThat(component.looksLike(Variation.UNACCEPTABLE)).isEqualTo(component.unacceptable());
            });
            assertThat(profile.evidenceTier()).isEmpty();
            assertThat(profile.kind().read(1, profile.kind().write(profile))).isEqualTo(profile);
        });
    }

    @Test
    void theAgeOfTheEvidenceIsCountedAndATierOutsideOneToFourIsRefused() {
        PracticeProfile dated =
                PROFILE.toBuilder().evidenceTier(2).evidenceYear(2021).build();
        assertThat(dated.evidenceAge(2026)).contains(5);
        assertThat(dated.evidenceAge(2020)).isEmpty();
        assertThat(PROFILE.evidenceAge(2026)).isEmpty();
        assertThatThrownBy(() -> PROFILE.toBuilder().evidenceTier(5).build())
                .hasMessageContaining("evidenceTier is 5. Expected 1 to 4");
        assertThatThrownBy(() -> PROFILE.toBuilder().evidenceYear(2021).build())
                .hasMessageContaining("evidenceTier is not");
        assertThatThrownBy(() -> PROFILE.toBuilder()
                        .addComponents(PROFILE.components().get(0))
                        .build())
                .hasMessageContaining("\"goal\" twice");
    }

    @Test
    void practicesStandByTierAndOldEvidenceIsNamedOldestFirst() {
        PracticeProfile strong =
                named("strong").evidenceTier(1).evidenceYear(2010).build();
        PracticeProfile also =
                named("also strong").evidenceTier(1).evidenceYear(2016).build();
        PracticeProfile fresh =
                named("fresh").evidenceTier(4).evidenceYear(2017).build();
        PracticesByTier tiers =
                PracticesByTier.of(List.of(strong, fresh, also, named("bare").build()), 2026, 10);
        assertThat(tiers.byTier()).hasSize(4).containsEntry(1, List.of("also strong", "strong"));
        assertThat(tiers.byTier()).containsEntry(2, List.of()).containsEntry(4, List.of("fresh"));
        assertThat(tiers.unknown()).containsExactly("bare");
        assertThat(tiers.old()).containsExactly("strong", "also strong");
    }

    private static PracticeProfile.Builder named(String name) {
        return PROFILE.toBuilder().id(EntryId.of(name)).name(name);
    }

    @Test
    void aReadingTellsWhichShareIsIdealAndWhichServes() {
        ProfileReading reading = reading(
                1, Map.of("goal", Variation.IDEAL, "tasks", Variation.ACCEPTABLE, "showing", Variation.UNACCEPTABLE));
        assertThat(reading.ideal()).isEqualTo(Fraction.of(1, 3));
        assertThat(reading.served()).isEqualTo(Fraction.of(2, 3));
        assertThat(reading.allows(AdultPurpose.EVALUATION)).isFalse();
        assertThatThrownBy(() -> reading(1, Map.of())).hasMessageContaining("seen is empty");
    }

    @Test
    void movementIsCountedOfPeopleSeenInBothWavesAndNotShownForAFew() {
        List<ProfileReading> before = new ArrayList<>(wave("goal", "UUAAI"));
        before.add(reading(9, Map.of("goal", Variation.IDEAL)));
        Map<String, Measured<ProfileMovement>> moves = ProfileMovement.of(PROFILE, before, wave("goal", "AIAUI"), 5);
        assertThat(moves.get("goal").value()).contains(new ProfileMovement(2, 2, 1));
        assertThat(moves).hasSize(5);
        assertThat(moves.get("tasks").isReported()).isFalse();
        assertThat(ProfileMovement.of(PROFILE, before, wave("goal", "AIAUI"), 6).get("goal"))
                .hasToString("suppressed (fewer than 6 people)");
        assertThatThrownBy(() -> ProfileMovement.of(PROFILE, wave("nothing", "U"), List.of(), 5))
                .hasMessageContaining("component \"nothing\". Expected one of [goal, knowing");
        assertThatThrownBy(() -> ProfileMovement.of(PracticeProfiles.TECHNOLOGY_INTEGRATION, before, List.of(), 5))
                .hasMessageContaining("Expected \"practice/technology-integration\"");
    }

    @Test
    void aComponentThatFallsTwentyPointsFromItsBestWaveDrifts() {
        DriftAlert alert = DriftAlert.withDefaults();
        assertThat(alert.of(PROFILE, List.of(wave("goal", "UAAAU"), wave("goal", "AAAAI"), wave("goal", "AAAAU"))))
                .containsOnlyKeys("goal")
                .extractingByKey("goal")
                .asString()
                .contains("At least acceptable in 1 of the classes at best, in 4/5 now: a fall of 1/5");
        assertThat(alert.of(PROFILE, List.of(wave("goal", "AAAAAA"), wave("goal", "AAAAAU"))))
                .as("one of six is less than twenty points")
                .isEmpty();
        assertThat(alert.of(PROFILE, List.of(wave("goal", "UUUUU"), wave("goal", "AAAAA"))))
                .as("a rise")
                .isEmpty();
        assertThat(alert.of(PROFILE, List.of(wave("goal", "AAAA"), wave("goal", "UUUUU"))))
                .as("four people are too few")
                .isEmpty();
        assertThatThrownBy(() -> new DriftAlert(Fraction.of(0, 1), 5)).hasMessageContaining("fall is 0");
    }

    @Test
    void theLevelsOfUseRunFromNoughtToSixAndUseBeginsWithMechanical() {
        assertThat(LevelOfUse.values())
                .extracting(LevelOfUse::toString)
                .containsExactly("0", "I", "II", "III", "IVA", "IVB", "V", "VI");
        assertThat(LevelOfUse.PREPARATION.isUse()).isFalse();
        assertThat(LevelOfUse.MECHANICAL.isUse()).isTrue();
    }

    @Test
    void theSpreadCountsTheLastReadingOfEachPerson() {
        List<UseReading> readings = List.of(
                use(1, 0, LevelOfUse.ROUTINE),
                use(1, -30, LevelOfUse.NON_USE),
                use(2, 0, LevelOfUse.ORIENTATION),
                use(3, 0, LevelOfUse.RENEWAL),
                use(4, 0, LevelOfUse.ROUTINE),
                use(5, 0, LevelOfUse.MECHANICAL));
        LevelsOfUse spread = LevelsOfUse.of(readings, 5).value().orElseThrow();
        assertThat(spread.people()).isEqualTo(5);
        assertThat(spread.users()).isEqualTo(4);
        assertThat(spread.use()).isEqualTo(Fraction.of(4, 5));
        assertThat(spread.counts())
                .hasSize(8)
                .containsEntry(LevelOfUse.ROUTINE, 2)
                .containsEntry(LevelOfUse.NON_USE, 0);
        assertThat(LevelsOfUse.of(readings.subList(1, 4), 5).isReported()).isFalse();
        assertThat(LevelsOfUse.of(List.of(), 5).isReported()).isFalse();
        assertThat(new LevelsOfUse(Map.of()).use()).isEqualTo(Fraction.of(0, 1));
        UseReading other = UseReading.builder()
                .id(EntryId.of("u"))
                .practice(EntryId.of("other"))
                .person(PersonId.of("p-1"))
                .on(DAY)
                .level(LevelOfUse.ROUTINE)
                .build();
        assertThatThrownBy(() -> LevelsOfUse.of(List.of(other, readings.get(0)), 5))
                .hasMessageContaining("Expected one practice");
    }

    private static UseReading use(int person, int day, LevelOfUse level) {
        return UseReading.builder()
                .id(EntryId.of("use/" + person + "/" + day))
                .practice(PROFILE.id())
                .person(PersonId.of("p-" + person))
                .on(DAY.plusDays(day))
                .level(level)
                .build();
    }

    private static final Map<Character, Variation> LETTERS =
            Map.of('U', Variation.UNACCEPTABLE, 'A', Variation.ACCEPTABLE, 'I', Variation.IDEAL);

    /** One reading of one component for each letter: U, A or I. */
    private static List<ProfileReading> wave(String component, String letters) {
        List<ProfileReading> wave = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            Variation seen = LETTERS.get(letters.charAt(i));
            wave.add(reading(i, Map.of(component, seen)));
        }
        return wave;
    }

    private static ProfileReading reading(int person, Map<String, Variation> seen) {
        return ProfileReading.builder()
                .id(EntryId.of("reading/" + person))
                .profile(PROFILE.id())
                .person(PersonId.of("p-" + person))
                .on(DAY)
                .putAllSeen(seen)
                .build();
    }
}

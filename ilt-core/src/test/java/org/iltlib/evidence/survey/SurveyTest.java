package org.iltlib.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final Instrument PULSE = Instrument.builder()
            .id(EntryId.of("instrument"))
            .name("Pulse")
            .version("1")
            .source("the school")
            .licence("the school's own")
            .addOptions(
                    ResponseOption.of(1, "never"),
                    ResponseOption.of(2, "at times"),
                    ResponseOption.of(3, "mostly"),
                    ResponseOption.of(4, "always"))
            .addScales(SurveyScale.of(
                    "trust",
                    Construct.TRUST,
                    SurveyItem.of("t1", "Colleagues keep their word."),
                    SurveyItem.reversed("t2", "I keep problems to myself."),
                    SurveyItem.of("t3", "I can ask for help.")))
            .addOpenQuestions(OpenQuestion.of("better", "What would help?"))
            .build();
    private static final Survey STAFF = Survey.builder()
            .id(EntryId.of("survey"))
            .instrument(PULSE.id())
            .unit(OrgUnitId.of("maple-grove"))
            .audience("staff")
            .opened(LocalDate.of(2027, 3, 1))
            .closed(LocalDate.of(2027, 3, 12))
            .invited(58)
            .build();

    private static List<SurveyResponse> rows(int number) {
        return new ArrayList<>(Collections.nCopies(number, SurveyResponse.of(Map.of("t1", 4, "t2", 1, "t3", 3))));
    }

    private static List<OpenText> words(int number) {
        List<OpenText> words = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            words.add(OpenText.of("wish " + (char) ('z' - i)));
        }
        return words;
    }

    /** Fixture: 38 of 58 staff and 351 of 408 students answered: 65.5 % and 86.0 %. */
    @Test
    void theResponseRateIsExact() {
        assertThat(SurveyResponses.of(PULSE, STAFF, rows(38)).rate()).isEqualTo(Fraction.of(38, 58));
        Survey students = STAFF.toBuilder().audience("students").invited(408).build();
        SurveyResponses answered = SurveyResponses.of(PULSE, students, rows(351));
        assertThat(answered.rate()).isEqualTo(Fraction.of(351, 408));
        assertThat(answered).hasToString("351 responses of 408 asked");
    }

    /** By hand: 4, 1 turned about 2.5 to 4, 3: mean 11/3. */
    @Test
    void anItemAgainstItsScaleIsTurned() {
        SurveyResponses responses = SurveyResponses.of(PULSE, STAFF, rows(1));
        SurveyScale trust = PULSE.getScale("trust");
        assertThat(responses.score(responses.rows().get(0), trust).orElseThrow())
                .isEqualTo(11.0 / 3);
        assertThat(responses.complete(trust)).isDeepEqualTo(new double[][] {{4, 4, 3}});
        assertThatThrownBy(() -> PULSE.getScale("morale")).hasMessageContaining("Expected one of [trust]");
    }

    @Test
    void whoAnsweredTooFewItemsHasNoScore() {
        SurveyResponses responses = SurveyResponses.of(
                PULSE, STAFF, List.of(SurveyResponse.of(Map.of("t1", 4)), SurveyResponse.of(Map.of("t1", 4, "t3", 2))));
        SurveyScale trust = PULSE.getScale("trust");
        assertThat(responses.rows())
                .extracting(row -> responses.score(row, trust).isPresent())
                .containsExactlyInAnyOrder(false, true);
        assertThat(responses.complete(trust)).isEmpty();
    }

    @Test
    void openTextIsShownFromTenOnAndNeverPrintsItself() {
        SurveyResponses responses = SurveyResponses.of(PULSE, STAFF, rows(12));
        assertThat(responses.openText("better")).isInstanceOf(Measured.Missing.class);
        assertThat(responses.withOpenText("better", words(9)).openText("better"))
                .isInstanceOf(Measured.Suppressed.class);
        List<OpenText> shown = responses
                .withOpenText("better", words(10))
                .openText("better")
                .value()
                .orElseThrow();
        assertThat(shown).extracting(OpenText::words).isSorted();
        assertThat(shown.toString()).contains("open text of 6 characters").doesNotContain("wish");
        assertThat(responses.rows().get(0).toString()).isEqualTo("a response to 3 items");
        assertThatThrownBy(() -> responses.withOpenText("worse", words(1))).hasMessageContaining("no open question");
        assertThatThrownBy(() -> responses.withOpenText("better", words(59).subList(0, 59)))
                .hasMessageContaining("59 wrote, 58 were asked");
    }

    @Test
    void theOrderOfRowsDoesNotTellWhoCameFirst() {
        SurveyResponse one = SurveyResponse.of(Map.of("t1", 4)).in("team", "3-5");
        SurveyResponse two = SurveyResponse.of(Map.of("t1", 2)).in("team", "K-2");
        assertThat(SurveyResponses.of(PULSE, STAFF, List.of(one, two)).rows())
                .isEqualTo(SurveyResponses.of(PULSE, STAFF, List.of(two, one)).rows());
    }

    @Test
    void thePromiseIsNeverLooserThanThree() {
        assertThat(STAFF.anonymity()).isEqualTo(new Anonymity(5, 10));
        assertThatThrownBy(() -> new Anonymity(2, 10))
                .hasMessage("Numbers of 2 respondent(s) are to be shown. Expected 3 or more. Maybe 5.");
        assertThatThrownBy(() -> new Anonymity(5, 4)).hasMessageContaining("Expected at least as many");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> SurveyResponses.of(PULSE, STAFF, rows(59)))
                .hasMessageContaining("59 answered, 58 were asked");
        assertThatThrownBy(() -> SurveyResponses.of(PULSE, STAFF, List.of(SurveyResponse.of(Map.of("t1", 5)))))
                .hasMessageContaining("Item \"t1\" is answered by 5. Expected one of [1, 2, 3, 4]");
        assertThatThrownBy(() -> SurveyResponses.of(PULSE, STAFF, List.of(SurveyResponse.of(Map.of("x", 1)))))
                .hasMessageContaining("There is no item \"x\"");
        Survey other = STAFF.toBuilder().instrument(EntryId.of("other")).build();
        assertThatThrownBy(() -> SurveyResponses.of(PULSE, other, List.of())).hasMessageContaining("not instrument");
        assertThatThrownBy(
                        () -> STAFF.toBuilder().closed(LocalDate.of(2027, 2, 1)).build())
                .hasMessageContaining("before it opens");
        assertThatThrownBy(() -> STAFF.toBuilder()
                        .putInvitedByGroup("team", Map.of("K-2", 57))
                        .build())
                .hasMessageContaining("By team 57 were asked, in all 58");
        assertThatThrownBy(() -> PULSE.toBuilder()
                        .addOptions(ResponseOption.of(4, "ever"))
                        .build())
                .hasMessageContaining("Option 4 follows 4");
        assertThatThrownBy(() -> PULSE.toBuilder()
                        .addOpenQuestions(OpenQuestion.of("t1", "Again?"))
                        .build())
                .hasMessageContaining("\"t1\" twice");
        assertThatThrownBy(() -> Instrument.builder()
                        .id(PULSE.id())
                        .name("Empty")
                        .version("1")
                        .source("s")
                        .licence("l")
                        .build())
                .hasMessageContaining("neither scales nor open questions");
    }
}

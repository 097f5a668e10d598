package org.iltlib.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.evidence.EvidenceException;
import org.junit.jupiter.api.Test;

class SurveyResponseReaderTest {
    private static final Instrument PULSE = Instrument.builder()
            .id(EntryId.of("instrument"))
            .name("Pulse")
            .version("1")
            .source("the school")
            .licence("the school's own")
            .addOptions(ResponseOption.of(1, "no"), ResponseOption.of(2, "yes"))
            .addScales(SurveyScale.of(
                    "trust", Construct.TRUST, SurveyItem.of("t1", "One."), SurveyItem.reversed("t2", "Two.")))
            .addOpenQuestions(OpenQuestion.of("better", "What would help?"))
            .build();

    private static SurveyResponses read(SurveyResponseReader reader, String csv) {
        Survey survey = Survey.builder()
                .id(EntryId.of("survey"))
                .instrument(PULSE.id())
                .unit(OrgUnitId.of("maple-grove"))
                .audience("staff")
                .opened(LocalDate.of(2027, 3, 1))
                .closed(LocalDate.of(2027, 3, 12))
                .invited(58)
                .build();
        return reader.read(survey, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void answersAreReadByNumberOrWordsAndOtherColumnsAreNeverLookedAt() {
        SurveyResponses responses = read(SurveyResponseReader.of(PULSE).withGroup("team", "Your team"), """
                E-mail,t1,Your team,t2,better
                somebody@example.org,2,K-2,No,"more time, please"
                other@example.org,,3-5,yes,
                """);
        assertThat(responses.rows())
                .containsExactly(
                        SurveyResponse.of(Map.of("t2", 2)).in("team", "3-5"),
                        SurveyResponse.of(Map.of("t1", 2, "t2", 1)).in("team", "K-2"));
        assertThat(responses.rows().toString()).doesNotContain("example.org");
        assertThat(responses.openText("better")).isInstanceOf(Measured.Suppressed.class);
    }

    @Test
    void anAnswerThatIsNoOptionIsRefusedWithoutSayingWhatWasWritten() {
        assertThatThrownBy(() -> read(SurveyResponseReader.of(PULSE), "t1,t2\n1,2\n1,secret\n"))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("line 3, item t2: no such option. Expected one of [1 (no), 2 (yes)].")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFileWithoutAColumnOrWithoutAHeaderIsRefused() {
        assertThatThrownBy(() -> read(SurveyResponseReader.of(PULSE), "t1\n1\n"))
                .hasMessageContaining("there is no column \"t2\"");
        assertThatThrownBy(() -> read(SurveyResponseReader.of(PULSE).withGroup("team", "Team"), "t1,t2\n1,1\n"))
                .hasMessageContaining("there is no column \"Team\"");
        assertThatThrownBy(() -> read(SurveyResponseReader.of(PULSE), "")).hasMessageContaining("the source is empty");
        assertThat(read(SurveyResponseReader.of(PULSE), "\uFEFFt1,t2\n1,1\n").rows())
                .hasSize(1);
    }

    @Test
    void aFileThatEndsInsideAQuotationOrHasAGroupThatIsNoneIsRefused() {
        SurveyResponseReader reader = SurveyResponseReader.of(PULSE).withGroup("team", "Team");
        assertThatThrownBy(() -> read(reader, "t1,t2,Team\n1,1,\"K-2\n1,2,3-5\n"))
                .hasMessageContaining("row 2: a quotation mark is never closed");
        assertThatThrownBy(() -> read(reader, "t1,t2,Team\n1,1,\"K\n2\"\n"))
                .hasMessageContaining("line 2, column \"Team\": expected a group");
        assertThatThrownBy(() -> read(reader, "t1,t2,Team\n1,1,K,2\n")).hasMessageContaining("line 2 has more cells");
    }
}

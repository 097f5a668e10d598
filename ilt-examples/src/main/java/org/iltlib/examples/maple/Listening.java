package org.iltlib.examples.maple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.iltlib.analytics.climate.ScaleScore;
import org.iltlib.analytics.climate.SurveyReading;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.evidence.survey.Construct;
import org.iltlib.evidence.survey.Disposition;
import org.iltlib.evidence.survey.Feedback;
import org.iltlib.evidence.survey.FeedbackLedger;
import org.iltlib.evidence.survey.Instrument;
import org.iltlib.evidence.survey.ResponseOption;
import org.iltlib.evidence.survey.Survey;
import org.iltlib.evidence.survey.SurveyItem;
import org.iltlib.evidence.survey.SurveyResponse;
import org.iltlib.evidence.survey.SurveyResponses;
import org.iltlib.evidence.survey.SurveyScale;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Estimate;
import org.iltlib.people.StakeholderGroup;

/** Chapter 9: two surveys, a group of four that is not shown, and what became of 47 things that were said. */
record Listening(Story story, Stars stars, long seed) {
    private static final LocalDate OPENED = LocalDate.of(2027, 2, 1);
    private static final String TEAM = "team";
    private static final int THEMES = 47;
    private static final int CHANGED = 12;

    /** Who was asked of the staff, and how many answered. */
    private static final Map<String, Integer> STAFF = Map.of("K-5", 30, "6-8", 24, "specials", 4);

    void tell() {
        story.chapter("What people say");
        SurveyResponses staff = staff();
        SurveyResponses students = students();
        stars.check("staff who answered, per cent", "65.5", 100 * share(staff));
        stars.check("students who answered, per cent", "86.0", 100 * share(students));
        ScaleScore support = SurveyReading.withDefaults().scale(staff, "support");
        story.why(support.explain());
        SortedMap<String, Measured<Estimate>> groups =
                SurveyReading.withDefaults().byGroup(staff, "support", TEAM);
        groups.forEach((group, mean) -> story.item("%s: %s", group, mean));
        Measured<Estimate> specials = groups.get("specials");
        stars.check("the four of the specials are shown", false, specials != null && specials.isReported());
        feedback();
    }

    private static double share(SurveyResponses responses) {
        return (double) responses.rate().numerator() / responses.rate().denominator();
    }

    private SurveyResponses staff() {
        Instrument instrument = instrument("staff-survey");
        Survey.Builder survey = Survey.builder();
        Survey held = survey.id(EntryId.of("survey-staff"))
                .instrument(instrument.id())
                .unit(Grove.SCHOOL)
                .audience("staff")
                .opened(OPENED)
                .closed(OPENED.plusDays(11))
                .invited(58)
                .putInvitedByGroup(TEAM, STAFF)
                .build();
        Random random = new Random(seed);
        List<SurveyResponse> rows = new ArrayList<>();
        for (int i = 0; i < 38; i++) {
            String group = i < 4 ? "specials" : i < 22 ? "K-5" : "6-8";
            rows.add(response(random, 3).in(TEAM, group));
        }
        return SurveyResponses.of(instrument, held, rows);
    }

    private SurveyResponses students() {
        Instrument instrument = instrument("student-survey");
        Survey.Builder survey = Survey.builder();
        Survey held = survey.id(EntryId.of("survey-students"))
                .instrument(instrument.id())
                .unit(Grove.SCHOOL)
                .audience("students of grades 3 to 8")
                .opened(OPENED)
                .closed(OPENED.plusDays(11))
                .invited(408)
                .build();
        Random random = new Random(seed + 1);
        List<SurveyResponse> rows = new ArrayList<>();
        for (int i = 0; i < 351; i++) {
            rows.add(response(random, 2));
        }
        return SurveyResponses.of(instrument, held, rows);
    }

    private static SurveyResponse response(Random random, int usual) {
        int mood = usual + random.nextInt(2);
        return SurveyResponse.of(Map.of(
                "help", Math.min(4, mood + random.nextInt(2)),
                "heard", Math.max(1, mood - random.nextInt(2)),
                "time", Math.min(4, Math.max(1, mood + random.nextInt(3) - 1))));
    }

    private static Instrument instrument(String id) {
        Instrument.Builder instrument = Instrument.builder();
        return instrument
                .id(EntryId.of(id))
                .name(id.replace('-', ' '))
                .version("1")
                .source("Maple Grove")
                .licence("its own words")
                .addOptions(
                        ResponseOption.of(1, "no"),
                        ResponseOption.of(2, "rather no"),
                        ResponseOption.of(3, "rather yes"),
                        ResponseOption.of(4, "yes"))
                .addScales(SurveyScale.of(
                        "support",
                        Construct.SUPPORT,
                        SurveyItem.of("help", "I get help when I ask for it."),
                        SurveyItem.of("heard", "What I say is heard."),
                        SurveyItem.of("time", "I have the time that my work needs.")))
                .build();
    }

    /** Every theme has a disposition; twelve led to a change. */
    private void feedback() {
        List<Feedback> said = new ArrayList<>();
        List<Disposition> settled = new ArrayList<>();
        for (int i = 0; i < THEMES; i++) {
            EntryId id = EntryId.of("feedback-" + (i + 1));
            Feedback.Builder feedback = Feedback.builder();
            said.add(feedback.id(id)
                    .source(i % 2 == 0 ? StakeholderGroup.TEACHER : StakeholderGroup.STUDENT)
                    .unit("fractions, grade 5")
                    .theme("theme " + (i + 1))
                    .severity(Feedback.Severity.SUGGESTION)
                    .voices(5 + i % 7)
                    .received(OPENED.plusDays(i % 11))
                    .build());
            Disposition.Builder disposition = Disposition.builder();
            disposition.id(EntryId.of("disposition-" + (i + 1))).feedback(id).on(OPENED.plusDays(30));
            settled.add(
                    i < CHANGED
                            ? disposition
                                    .status(Disposition.Status.CHANGED)
                                    .addChanges(EntryId.of("decision"))
                                    .reportedBack(OPENED.plusDays(40))
                                    .build()
                            : disposition
                                    .status(Disposition.Status.KEPT)
                                    .reason("The unit as taught does this already.")
                                    .reportedBack(OPENED.plusDays(40))
                                    .build());
        }
        FeedbackLedger ledger = FeedbackLedger.of(said, settled);
        stars.check("things said", THEMES, ledger.items().size());
        stars.check("without a disposition", 0, ledger.listWithoutDisposition().size());
        stars.check(
                "led to a change, per cent",
                "25.5",
                ledger.changedShare().map(share -> 100.0 * share.numerator() / share.denominator()));
        story.why(ledger.explain());
    }
}

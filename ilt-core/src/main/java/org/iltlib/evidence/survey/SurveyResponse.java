package org.iltlib.evidence.survey;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;

/**
 * The answers of one respondent, who has no id here. Groups are coarse on purpose: each label is shared by several people,
 * or it is never shown.
 *
 * @param answers the value chosen for each item that was answered
 * @param groups what the respondent belongs to, by grouping: {@code team} → {@code specials}
 */
public record SurveyResponse(Map<String, Integer> answers, Map<String, String> groups) {
    /** Copies and checks the groups. */
    public SurveyResponse {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        groups.forEach((by, group) -> Checks.id(group, by));
    }

    /** Answers of somebody of whom nothing is known. */
    public static SurveyResponse of(Map<String, Integer> answers) {
        return new SurveyResponse(answers, Map.of());
    }

    /** A copy that belongs to that group as well. */
    public SurveyResponse in(String by, String group) {
        Map<String, String> more = new TreeMap<>(groups);
        more.put(by, group);
        return new SurveyResponse(answers, more);
    }

    /** How many items were answered; no answer is shown. */
    @Override
    public String toString() {
        return "a response to " + answers.size() + " items";
    }
}

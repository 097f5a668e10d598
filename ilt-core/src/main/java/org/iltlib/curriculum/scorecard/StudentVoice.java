package org.iltlib.curriculum.scorecard;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What students answered to the scorecard's question for them: how many of each answer, and how many were asked. Nobody's
 * own answer is kept. The numbers are for computing; what is shown comes from {@link #shown}.
 *
 * @param asked how many were asked
 * @param answers how many gave each answer, by the answer's words
 * @param least below how many answers nothing is shown
 */
public record StudentVoice(int asked, SortedMap<String, Integer> answers, int least) {
    /** The written form. */
    public static final Form<StudentVoice> FORM = Form.of(
            "asked",
            Forms.INTEGER,
            StudentVoice::asked,
            "answers",
            Forms.mapOf(Forms.INTEGER),
            StudentVoice::answers,
            "least",
            Forms.INTEGER,
            StudentVoice::least,
            StudentVoice::of);

    /** Checks the numbers and copies. */
    public StudentVoice {
        Checks.positive(asked, "asked");
        Checks.positive(least, "least");
        answers.forEach((answer, number) -> {
            Checks.id(answer, "answer");
            Checks.notNegative(number, answer);
        });
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        long given = answers.values().stream().mapToLong(Integer::longValue).sum();
        Checks.require(
                given <= asked,
                "%s students answered, %s were asked. Expected at most as many. Maybe somebody answered twice.",
                given,
                asked);
    }

    /** Those answers. */
    public static StudentVoice of(int asked, Map<String, Integer> answers, int least) {
        return new StudentVoice(asked, new TreeMap<>(answers), least);
    }

    /** How many answered. */
    public long given() {
        return answers.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** The answers, if enough were given; suppressed below, missing if nobody answered. */
    public Measured<SortedMap<String, Integer>> shown() {
        if (given() == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "no student answered");
        }
        return given() < least
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "answers of fewer than " + least + " students")
                : Measured.of(answers);
    }
}

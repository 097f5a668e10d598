package org.iltlib.learning.evaluation;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What was seen at one level.
 *
 * @param level the level
 * @param evidence the entries that show it; at least one, each once
 * @param says what they say, in one sentence
 */
public record LevelEvidence(EvaluationLevel level, List<EntryId> evidence, String says) {
    /** The written form. */
    public static final Form<LevelEvidence> FORM = Form.of(
            "level",
            Forms.enumOf(EvaluationLevel.class),
            LevelEvidence::level,
            "evidence",
            Forms.listOf(EntryId.FORM),
            LevelEvidence::evidence,
            "says",
            Forms.TEXT,
            LevelEvidence::says,
            LevelEvidence::new);

    /** Copies the entries and checks that there are some; a level of which nothing was seen is left out instead. */
    public LevelEvidence {
        evidence = List.copyOf(Checks.distinct(Checks.notEmpty(evidence, "evidence"), "evidence"));
        Checks.text(says, "says");
    }
}

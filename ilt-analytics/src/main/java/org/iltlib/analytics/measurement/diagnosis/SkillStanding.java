package org.iltlib.analytics.measurement.diagnosis;

import java.util.Locale;

/**
 * How a student stands with a skill: the chance, and a word for it.
 *
 * @param skill the skill
 * @param chance the chance that the student has it
 * @param word the word
 */
public record SkillStanding(String skill, double chance, Word word) {
    /** A word for a chance. */
    public enum Word {
        /** The student has it, likely. */
        LIKELY_HAD("likely had"),
        /** It cannot be said. */
        OPEN("open"),
        /** The student lacks it, likely. */
        LIKELY_LACKED("likely lacked");

        private final String words;

        Word(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Such as {@code fractions: likely lacked (chance 0.08)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s (chance %.2f)", skill, word, chance);
    }
}

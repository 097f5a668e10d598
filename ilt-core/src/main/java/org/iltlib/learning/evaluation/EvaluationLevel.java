package org.iltlib.learning.evaluation;

import java.util.Optional;

/** The five levels at which professional learning is evaluated, none of which may be skipped (Guskey 2000). */
public enum EvaluationLevel {
    /** How those who took part received it. */
    REACTION("Did those who took part find their time well spent?"),
    /** What they learned. */
    LEARNING("Did they gain the knowledge and skills that were meant?"),
    /** Whether the school supported and allowed the change. */
    ORGANISATION("Did the school give time, means and backing?"),
    /** Whether they do it in class. */
    USE("Do they use it in class, and how well?"),
    /** What their students gained. */
    STUDENT_OUTCOMES("What did their students gain?");

    private final String question;

    EvaluationLevel(String question) {
        this.question = question;
    }

    /** 1 for the reaction to 5 for the outcomes of students. */
    public int number() {
        return switch (this) {
            case REACTION -> 1;
            case LEARNING -> 2;
            case ORGANISATION -> 3;
            case USE -> 4;
            case STUDENT_OUTCOMES -> 5;
        };
    }

    /** What is asked at this level, in plain words. */
    public String question() {
        return question;
    }

    /** The level below, on which this one rests; none below the first. */
    public Optional<EvaluationLevel> below() {
        return this == REACTION ? Optional.empty() : Optional.of(of(number() - 1));
    }

    /**
     * The level of that number.
     *
     * @param number 1 to 5
     * @throws IllegalArgumentException otherwise
     */
    public static EvaluationLevel of(int number) {
        for (EvaluationLevel level : values()) {
            if (level.number() == number) {
                return level;
            }
        }
        throw new IllegalArgumentException("level is " + number + ". Expected 1 (reaction) to 5 (student outcomes).");
    }

    /** Such as {@code level 4}. */
    @Override
    public String toString() {
        return "level " + number();
    }
}

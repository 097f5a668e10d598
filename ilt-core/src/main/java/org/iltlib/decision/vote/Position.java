package org.iltlib.decision.vote;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** What a ballot says, in the language of a protocol. */
public sealed interface Position {
    /** The written form, tagged {@code position}. */
    static Form<Position> form() {
        return Forms.<Position>family("position")
                .when("vote", Vote.class, Form.of("choice", Forms.enumOf(Choice.class), Vote::choice, Vote::new))
                .when("fingers", Fingers.class, Form.of("shown", Forms.INTEGER, Fingers::shown, Fingers::new))
                .when("grade", Grade.class, Form.of("level", Forms.INTEGER, Grade::level, Grade::new))
                .when("stance", Stance.class, Form.of("stand", Forms.enumOf(Stand.class), Stance::stand, Stance::new))
                .when("dots", Dots.class, Form.of("placed", Forms.mapOf(Forms.INTEGER), Dots::placed, Dots::new));
    }

    /** Yes, no, or neither. */
    enum Choice {
        /** In favour. */
        YES,
        /** Against. */
        NO,
        /** Neither; said so, or a blank paper. */
        ABSTAIN
    }

    /** Where somebody stands when a team seeks agreement. */
    enum Stand {
        /** In favour; in a consent round, no objection. */
        AGREE,
        /** In favour, with reservations. */
        RESERVATIONS,
        /** Against, but stopping nobody. */
        STAND_ASIDE,
        /** Stopping the proposal; in a consent round, an objection. Needs a reason. */
        BLOCK,
        /** Neither. */
        ABSTAIN
    }

    /**
     * A vote.
     *
     * @param choice which
     */
    record Vote(Choice choice) implements Position {}

    /**
     * A fist (0) to five fingers.
     *
     * @param shown the number of fingers, 0 to 5
     */
    record Fingers(int shown) implements Position {
        /** Checks the range. */
        public Fingers {
            Checks.require(shown >= 0 && shown <= 5, "fingers is %s. Expected 0 (a fist) to 5.", shown);
        }
    }

    /**
     * A level of a scale of agreement, the strongest support first.
     *
     * @param level the level, 1 or more
     */
    record Grade(int level) implements Position {
        /** Checks the range. */
        public Grade {
            Checks.positive(level, "level");
        }
    }

    /**
     * A stand in a search for agreement.
     *
     * @param stand which
     */
    record Stance(Stand stand) implements Position {}

    /**
     * Dots on options.
     *
     * @param placed how many dots on which option, by the option's id; each at least 1
     */
    record Dots(Map<String, Integer> placed) implements Position {
        /** Checks the numbers and copies them, in the order of ids. */
        public Dots {
            placed = Collections.unmodifiableMap(new TreeMap<>(placed));
            placed.forEach((option, dots) -> {
                Checks.id(option, "option id");
                Checks.positive(dots, "dots on " + option);
            });
        }

        /** How many there are in all. */
        public long total() {
            return placed.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    /** In favour. */
    static Position yes() {
        return new Vote(Choice.YES);
    }

    /** Against. */
    static Position no() {
        return new Vote(Choice.NO);
    }

    /** Neither; every protocol takes it, and says what it does. */
    static Position abstain() {
        return new Vote(Choice.ABSTAIN);
    }

    /** A fist (0) to five fingers. */
    static Position fingers(int shown) {
        return new Fingers(shown);
    }

    /** A level of a scale of agreement, 1 being the strongest support. */
    static Position grade(int level) {
        return new Grade(level);
    }

    /** A stand in a search for agreement. */
    static Position stance(Stand stand) {
        return new Stance(stand);
    }

    /** Dots on options, by the option's id; none at all is allowed. */
    static Position dots(Map<String, Integer> placed) {
        return new Dots(placed);
    }

    /** Whether it is an abstention, in whatever language. */
    default boolean isAbstention() {
        return equals(abstain()) || equals(stance(Stand.ABSTAIN));
    }

    /** In words, as among the counts of an outcome: {@code yes}, {@code stand aside}, {@code 4}. */
    default String inWords() {
        if (this instanceof Vote vote) {
            return words(vote.choice());
        } else if (this instanceof Stance stance) {
            return words(stance.stand());
        } else if (this instanceof Fingers fingers) {
            return Integer.toString(fingers.shown());
        } else if (this instanceof Grade grade) {
            return Integer.toString(grade.level());
        }
        return toString();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

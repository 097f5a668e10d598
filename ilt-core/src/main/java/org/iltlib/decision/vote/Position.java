package org.iltlib.decision.vote;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
                .when("dots", Dots.class, Form.of("placed", Forms.mapOf(Forms.INTEGER), Dots::placed, Dots::new))
                .when("thumb", Thumb.class, Form.of("shown", Forms.enumOf(Way.class), Thumb::shown, Thumb::new))
                .when(
                        "objection",
                        Objection.class,
                        Form.of(
                                "harms",
                                Forms.TEXT,
                                Objection::harms,
                                "remedy",
                                Forms.TEXT,
                                Objection::remedy,
                                Objection::new))
                .when(
                        "ranking",
                        Ranking.class,
                        Form.of("ranks", Forms.listOf(Forms.listOf(Forms.TEXT)), Ranking::ranks, Ranking::new))
                .when(
                        "approval",
                        Approval.class,
                        Form.of("approved", Forms.setOf(Forms.TEXT), Approval::approved, Approval::new))
                .when("scores", Scores.class, Form.of("given", Forms.mapOf(Forms.INTEGER), Scores::given, Scores::new))
                .when(
                        "marks",
                        Marks.class,
                        Form.of("given", Forms.mapOf(Forms.mapOf(Forms.INTEGER)), Marks::given, Marks::new));
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

    /** Where a thumb points. */
    enum Way {
        /** In favour. */
        UP,
        /** Can live with it. */
        SIDEWAYS,
        /** Against. */
        DOWN
    }

    /**
     * A thumb.
     *
     * @param shown where it points
     */
    record Thumb(Way shown) implements Position {}

    /**
     * A block or objection that says what it rests on.
     *
     * @param harms the principle or aim that the proposal would harm
     * @param remedy what would remove the objection
     */
    record Objection(String harms, String remedy) implements Position {
        /** Checks the texts. */
        public Objection {
            Checks.text(harms, "harms");
            Checks.text(remedy, "remedy");
        }
    }

    /**
     * An order of options, ties allowed. Options that it does not list are below all that it does.
     *
     * @param ranks the ids of the options of each rank, best rank first; none empty, no option twice
     */
    record Ranking(List<List<String>> ranks) implements Position {
        /** Checks and copies; the options of a rank in the order of their ids. */
        public Ranking {
            ranks = ranks.stream().map(rank -> rank.stream().sorted().toList()).toList();
            ranks.forEach(rank -> Checks.notEmpty(rank, "rank"));
            List<String> all = ranks.stream().flatMap(List::stream).toList();
            all.forEach(option -> Checks.id(option, "option id"));
            Checks.distinct(all, "ranking");
        }
    }

    /**
     * The options that somebody approves.
     *
     * @param approved their ids
     */
    record Approval(Set<String> approved) implements Position {
        /** Copies them, in the order of ids. */
        public Approval {
            approved = Collections.unmodifiableSet(new TreeSet<>(approved));
            approved.forEach(option -> Checks.id(option, "option id"));
        }
    }

    /**
     * A score for each of some options.
     *
     * @param given the scores by the option's id, each zero or more
     */
    record Scores(Map<String, Integer> given) implements Position {
        /** Checks the numbers and copies them, in the order of ids. */
        public Scores {
            given = Collections.unmodifiableMap(new TreeMap<>(given));
            given.forEach((option, score) -> {
                Checks.id(option, "option id");
                Checks.notNegative(score, "score of " + option);
            });
        }
    }

    /**
     * A mark for each option on each criterion.
     *
     * @param given the marks by the option's id and the criterion's name, each zero or more
     */
    record Marks(Map<String, Map<String, Integer>> given) implements Position {
        /** Checks the numbers and copies them, in the order of ids and names. */
        public Marks {
            TreeMap<String, Map<String, Integer>> copy = new TreeMap<>();
            given.forEach((option, marks) -> {
                Checks.id(option, "option id");
                marks.forEach((criterion, mark) -> {
                    Checks.id(criterion, "criterion");
                    Checks.notNegative(mark, "mark of " + option + " on " + criterion);
                });
                copy.put(option, Collections.unmodifiableMap(new TreeMap<>(marks)));
            });
            given = Collections.unmodifiableMap(copy);
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

    /** Where a thumb points. */
    static Position thumb(Way shown) {
        return new Thumb(shown);
    }

    /** A block or objection: what the proposal harms, and what would remove the objection. */
    static Position objection(String harms, String remedy) {
        return new Objection(harms, remedy);
    }

    /** A strict order of options by their ids, best first. */
    static Position ranking(String... options) {
        return new Ranking(Stream.of(options).map(List::of).toList());
    }

    /** An order of options with ties: the ids of each rank, best rank first. */
    static Position ranking(List<List<String>> ranks) {
        return new Ranking(ranks);
    }

    /** The ids of the options that are approved; none at all is allowed, and is no abstention. */
    static Position approval(Set<String> approved) {
        return new Approval(approved);
    }

    /** A score for each of some options, by the option's id. */
    static Position scores(Map<String, Integer> given) {
        return new Scores(given);
    }

    /** A mark for each option on each criterion, by the option's id and the criterion's name. */
    static Position marks(Map<String, Map<String, Integer>> given) {
        return new Marks(given);
    }

    /** The ids of the options that it names; none for positions on a proposal as a whole. */
    default Set<String> options() {
        if (this instanceof Dots dots) {
            return dots.placed().keySet();
        } else if (this instanceof Ranking ranking) {
            return new TreeSet<>(ranking.ranks().stream().flatMap(List::stream).toList());
        } else if (this instanceof Approval approval) {
            return approval.approved();
        } else if (this instanceof Scores scores) {
            return scores.given().keySet();
        } else if (this instanceof Marks marks) {
            return marks.given().keySet();
        }
        return Set.of();
    }

    /** Whether it is a block or an objection, with or without what it rests on. */
    default boolean isBlock() {
        return equals(stance(Stand.BLOCK)) || this instanceof Objection;
    }

    /** Whether it is an abstention, in whatever language. */
    default boolean isAbstention() {
        return equals(abstain()) || equals(stance(Stand.ABSTAIN));
    }

    /** In words, as among the counts of an outcome: {@code yes}, {@code stand aside}, {@code 4}, {@code ranks x > y}. */
    default String inWords() {
        if (this instanceof Vote vote) {
            return words(vote.choice());
        } else if (this instanceof Stance stance) {
            return words(stance.stand());
        } else if (this instanceof Fingers fingers) {
            return Integer.toString(fingers.shown());
        } else if (this instanceof Grade grade) {
            return Integer.toString(grade.level());
        } else if (this instanceof Thumb thumb) {
            return "thumb " + words(thumb.shown());
        } else if (this instanceof Objection) {
            return "block";
        } else if (this instanceof Ranking ranking) {
            List<String> ranks = ranking.ranks().stream()
                    .map(rank -> String.join(" = ", rank))
                    .toList();
            return "ranks " + (ranks.isEmpty() ? "nothing" : String.join(" > ", ranks));
        } else if (this instanceof Approval approval) {
            return "approves " + (approval.approved().isEmpty() ? "nothing" : String.join(", ", approval.approved()));
        } else if (this instanceof Dots dots) {
            return "dots " + dots.placed();
        } else if (this instanceof Scores scores) {
            return "scores " + scores.given();
        } else if (this instanceof Marks marks) {
            return "marks " + marks.given();
        }
        return toString();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

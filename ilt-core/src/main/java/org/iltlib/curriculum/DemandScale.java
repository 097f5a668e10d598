package org.iltlib.curriculum;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A scale of cognitive demand: the kinds of thinking that an item or an objective asks for. Judgments give a level by its
 * place, 1 being the first.
 *
 * <p>The scales in use are not one scale in several spellings: some rate how complex a task is, others what kind of
 * thinking it needs, and the levels of the latter stand in no order. A level of one scale therefore becomes a level of
 * another only by a declared {@link ScaleCrosswalk}.
 *
 * <p>Sources: Webb, N. L. (1997), Criteria for alignment of expectations and assessments, NISE Research Monograph 6;
 * Anderson, L. W., &amp; Krathwohl, D. R. (2001), A taxonomy for learning, teaching, and assessing; Porter, A. C. (2002),
 * doi:10.3102/0013189X031007003.
 *
 * @param id the name by which alignments and tables cite it
 * @param ordered whether a later level is more demanding than an earlier one
 * @param levels the names of the levels, each once, at least two
 */
public record DemandScale(String id, boolean ordered, List<String> levels) {
    /** The written form. */
    public static final Form<DemandScale> FORM = Form.of(
            "id",
            Forms.TEXT,
            DemandScale::id,
            "ordered",
            Forms.FLAG,
            DemandScale::ordered,
            "levels",
            Forms.listOf(Forms.TEXT),
            DemandScale::levels,
            DemandScale::new);

    /** Webb's depth of knowledge: how complex the task is. */
    public static final DemandScale DOK =
            new DemandScale("DOK", true, List.of("recall", "skill or concept", "strategic", "extended"));

    /** The processes of the revised taxonomy of Bloom and others, from remembering to creating. */
    public static final DemandScale BLOOM =
            new DemandScale("Bloom", true, List.of("remember", "understand", "apply", "analyse", "evaluate", "create"));

    /** The kinds of thinking in mathematics of the Surveys of Enacted Curriculum; in no order. */
    public static final DemandScale SEC_MATHEMATICS = new DemandScale(
            "SEC mathematics",
            false,
            List.of(
                    "memorise",
                    "perform procedures",
                    "demonstrate understanding",
                    "conjecture, generalise, prove",
                    "solve non-routine, make connections"));

    /** The kinds of thinking in language of the Surveys of Enacted Curriculum; in no order. */
    public static final DemandScale SEC_LANGUAGE = new DemandScale(
            "SEC language",
            false,
            List.of(
                    "memorise, recall",
                    "perform procedures, explain",
                    "generate, create, demonstrate",
                    "analyse, investigate",
                    "evaluate, integrate"));

    /** The kinds of thinking in science of the Surveys of Enacted Curriculum; in no order. */
    public static final DemandScale SEC_SCIENCE = new DemandScale(
            "SEC science",
            false,
            List.of(
                    "memorise",
                    "conduct investigations",
                    "communicate understanding",
                    "analyse information",
                    "apply, connect"));

    private static final List<DemandScale> KNOWN = List.of(DOK, BLOOM, SEC_MATHEMATICS, SEC_LANGUAGE, SEC_SCIENCE);

    /** Checks the parts and copies the list. */
    public DemandScale {
        Checks.id(id, "scale id");
        levels = List.copyOf(Checks.distinct(levels, "levels"));
        levels.forEach(level -> Checks.text(level, "level"));
        Checks.require(levels.size() >= 2, "scale \"%s\" has %s levels. Expected two at least.", id, levels.size());
    }

    /** The scale of this library with that id, if there is one. */
    public static Optional<DemandScale> findKnown(String id) {
        return KNOWN.stream().filter(scale -> scale.id.equals(id)).findFirst();
    }

    /**
     * The name of the level at that place, 1 being the first.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String getLevel(int place) {
        Checks.require(
                place >= 1 && place <= levels.size(),
                "demand is %s. Expected 1 to %s on the scale \"%s\". Maybe it was rated on another scale.",
                place,
                levels.size(),
                id);
        return levels.get(place - 1);
    }

    /**
     * The place of the level of that name, 1 being the first.
     *
     * @throws IllegalArgumentException if there is none, naming the levels
     */
    public int getPlace(String level) {
        int place = levels.indexOf(level) + 1;
        Checks.require(place > 0, "scale \"%s\" has no level \"%s\". Expected one of %s.", id, level, levels);
        return place;
    }
}

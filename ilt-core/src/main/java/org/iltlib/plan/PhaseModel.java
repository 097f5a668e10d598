package org.iltlib.plan;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The phases of an inquiry cycle, in order, each with what must be seen before the next. Besides the six here, any other
 * list of phases makes a model. The exit criteria here are this library's wording; the names of the phases of Data Wise,
 * ROCI, the five-step process and the 90-day cycle are given as they are commonly told.
 *
 * @param name what the model is called
 * @param phases the phases, in order, each name once; at least two
 * @param doing the name of the phase from which on the prediction is frozen
 */
public record PhaseModel(String name, List<Phase> phases, String doing) {
    /** The written form. */
    public static final Form<PhaseModel> FORM = Form.of(
            "name",
            Forms.TEXT,
            PhaseModel::name,
            "phases",
            Forms.listOf(Phase.FORM),
            PhaseModel::phases,
            "doing",
            Forms.TEXT,
            PhaseModel::doing,
            PhaseModel::new);

    /** Plan, do, study, act (Deming). */
    public static final PhaseModel PDSA = of(
            "PDSA",
            "do",
            "plan",
            "question, prediction, and who does what by when are written down",
            "do",
            "it was carried out, and what was seen is written down",
            "study",
            "what was seen is compared with the prediction",
            "act",
            "the team has decided to adopt, adapt or abandon");

    /** The eight steps of Data Wise. */
    public static final PhaseModel DATA_WISE = of(
            "Data Wise",
            "act and assess",
            "organise for collaborative work",
            "team, norms and calendar stand",
            "build assessment literacy",
            "the team can say what each score means and does not",
            "create data overview",
            "a focusing question is chosen from the overview",
            "dig into student data",
            "a learner-centred problem is named with evidence",
            "examine instruction",
            "a problem of practice is named with evidence",
            "develop action plan",
            "strategies have owners and days",
            "plan to assess progress",
            "measures, days and a prediction are set",
            "act and assess",
            "results are compared with the prediction");

    /** Results-oriented cycle of inquiry. */
    public static final PhaseModel ROCI = of(
            "ROCI",
            "act",
            "set goals",
            "the goal has a measure, a target and a day",
            "plan",
            "actions have owners and days, and a prediction is set",
            "act",
            "the actions were carried out",
            "assess",
            "results are compared with the prediction",
            "reflect and adjust",
            "the team has decided what goes on");

    /** The Ohio five-step process. */
    public static final PhaseModel FIVE_STEP = of(
            "5-Step",
            "implement",
            "collect and chart data",
            "the data are charted",
            "analyse student work",
            "strengths and needs are named from student work",
            "agree on expectations and strategies",
            "shared strategies and a prediction are agreed",
            "implement",
            "every member has carried the strategies out",
            "assess and evaluate",
            "results are compared with the prediction");

    /** The 90-day cycle; the prediction is frozen when the focus phase begins. */
    public static final PhaseModel NINETY_DAY = of(
            "90-day",
            "focus",
            "scan",
            "what is known is gathered, and a prediction is set",
            "focus",
            "the change was tried, with checks at 30 and 60 days",
            "sum up",
            "what was learned is written down");

    /** Instructional rounds: low-inference notes, patterns across classrooms, never a judgment of one teacher. */
    public static final PhaseModel ROUNDS = of(
            "rounds",
            "visit classrooms",
            "problem of practice",
            "the problem of practice is stated, with what one expects to see",
            "visit classrooms",
            "low-inference notes of the classrooms are in, none naming a teacher",
            "debrief",
            "patterns across classrooms are named",
            "next level of work",
            "the next steps have owners and days");

    /** Checks the phases. */
    public PhaseModel {
        Checks.text(name, "name");
        phases = List.copyOf(phases);
        List<String> names = Checks.distinct(phases.stream().map(Phase::name).toList(), "phases");
        Checks.require(phases.size() >= 2, "phases are %s. Expected at least two.", phases);
        Checks.require(names.contains(doing), "doing is \"%s\". Expected one of %s.", doing, phases);
    }

    private static PhaseModel of(String name, String doing, String... namesAndExits) {
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < namesAndExits.length; i += 2) {
            phases.add(new Phase(namesAndExits[i], namesAndExits[i + 1]));
        }
        return new PhaseModel(name, phases, doing);
    }

    /**
     * The place of that phase, from 0.
     *
     * @throws IllegalArgumentException if the model has no such phase
     */
    public int placeOf(String phase) {
        int place = phases.stream().map(Phase::name).toList().indexOf(phase);
        Checks.require(place >= 0, "phase is \"%s\". Expected one of %s.", phase, phases);
        return place;
    }

    /** The first phase. */
    public Phase first() {
        return phases.get(0);
    }

    /** The last phase. */
    public Phase last() {
        return phases.get(phases.size() - 1);
    }
}

package org.iltlib.plan;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The phases of an inquiry cycle, in order. Besides the five here, any other list of phases makes a model.
 *
 * @param name what the model is called
 * @param phases the names of the phases, in order, each once; at least two
 * @param doing the phase from which on the prediction is frozen; one of the phases
 */
public record PhaseModel(String name, List<String> phases, String doing) {
    /** The written form. */
    public static final Form<PhaseModel> FORM = Form.of(
            "name",
            Forms.TEXT,
            PhaseModel::name,
            "phases",
            Forms.listOf(Forms.TEXT),
            PhaseModel::phases,
            "doing",
            Forms.TEXT,
            PhaseModel::doing,
            PhaseModel::new);

    /** Plan, do, study, act (Deming). */
    public static final PhaseModel PDSA = new PhaseModel("PDSA", List.of("plan", "do", "study", "act"), "do");

    /** The eight steps of Data Wise. */
    public static final PhaseModel DATA_WISE = new PhaseModel(
            "Data Wise",
            List.of(
                    "organise for collaborative work",
                    "build assessment literacy",
                    "create data overview",
                    "dig into student data",
                    "examine instruction",
                    "develop action plan",
                    "plan to assess progress",
                    "act and assess"),
            "act and assess");

    /** Results-oriented cycle of inquiry. */
    public static final PhaseModel ROCI =
            new PhaseModel("ROCI", List.of("set goals", "plan", "act", "assess", "reflect and adjust"), "act");

    /** The Ohio five-step process. */
    public static final PhaseModel FIVE_STEP = new PhaseModel(
            "5-Step",
            List.of(
                    "collect and chart data",
                    "analyse student work",
                    "agree on expectations and strategies",
                    "implement",
                    "assess and evaluate"),
            "implement");

    /** The 90-day cycle; the prediction is frozen when the focus phase begins. */
    public static final PhaseModel NINETY_DAY = new PhaseModel("90-day", List.of("scan", "focus", "sum up"), "focus");

    /** Checks the phases. */
    public PhaseModel {
        Checks.text(name, "name");
        phases = Checks.distinct(List.copyOf(phases), "phases");
        Checks.require(phases.size() >= 2, "phases are %s. Expected at least two.", phases);
        phases.forEach(phase -> Checks.text(phase, "phase"));
        Checks.require(phases.contains(doing), "doing is \"%s\". Expected one of %s.", doing, phases);
    }

    /**
     * The place of that phase, from 0.
     *
     * @throws IllegalArgumentException if the model has no such phase
     */
    public int placeOf(String phase) {
        int place = phases.indexOf(phase);
        Checks.require(place >= 0, "phase is \"%s\". Expected one of %s.", phase, phases);
        return place;
    }
}

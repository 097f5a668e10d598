package org.iltlib.impact.quality;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How far technology is part of learning, as levels, perhaps for each of several characteristics of learning. Levels of two
 * scales are not converted into each other.
 *
 * @param id a short id
 * @param levels lowest first, at least two
 * @param characteristics what each level is judged for; empty where the scale has one row
 */
public record TechnologyScale(String id, List<String> levels, List<String> characteristics) {
    /** The written form. */
    public static final Form<TechnologyScale> FORM = Form.of(
            "id",
            Forms.TEXT,
            TechnologyScale::id,
            "levels",
            Forms.listOf(Forms.TEXT),
            TechnologyScale::levels,
            "characteristics",
            Forms.listOf(Forms.TEXT),
            TechnologyScale::characteristics,
            TechnologyScale::new);

    /** The Technology Integration Matrix of the Florida Center for Instructional Technology: five levels by five. */
    public static final TechnologyScale TIM = new TechnologyScale(
            "TIM",
            List.of("entry", "adoption", "adaptation", "infusion", "transformation"),
            List.of("active", "collaborative", "constructive", "authentic", "goal-directed"));

    /** Substitution, augmentation, modification, redefinition (Puentedura): four levels in one row. */
    public static final TechnologyScale SAMR = new TechnologyScale(
            "SAMR", List.of("substitution", "augmentation", "modification", "redefinition"), List.of());

    /** Checks names and copies. */
    public TechnologyScale {
        Checks.id(id, "scale id");
        levels = List.copyOf(Checks.distinct(levels, "levels"));
        characteristics = List.copyOf(Checks.distinct(characteristics, "characteristics"));
        levels.forEach(level -> Checks.id(level, "level"));
        characteristics.forEach(one -> Checks.id(one, "characteristic"));
        Checks.require(levels.size() >= 2, "%s level(s). Expected two or more.", levels.size());
    }

    /**
     * The place of a level, from 0 for the lowest.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int placeOf(String level) {
        int place = levels.indexOf(level);
        Checks.require(place >= 0, "%s has no level \"%s\". Expected one of %s.", id, level, levels);
        return place;
    }
}

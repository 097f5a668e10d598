package org.iltlib.impact;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A rubric for how well a team works: concepts by levels, as data. A district loads its own; see {@link
 * #leadershipTeam(EntryId)} for a start. Immutable.
 */
@Value.Immutable
public abstract class Rubric implements Recordable {
    /** The written form. */
    public static final Form<Rubric> FORM = Form.<Rubric, Builder>built(Rubric::builder, Builder::build)
            .field("id", EntryId.FORM, Rubric::id, Builder::id)
            .field("name", Forms.TEXT, Rubric::name, Builder::name)
            .field("version", Forms.TEXT, Rubric::version, Builder::version)
            .field("source", Forms.TEXT, Rubric::source, Builder::source)
            .list("levels", Forms.TEXT, Rubric::levels, Builder::addAllLevels)
            .list("concepts", RubricConcept.FORM, Rubric::concepts, Builder::addAllConcepts);

    /** The kind of entry. */
    public static final Kind<Rubric> KIND = Kind.of("effectiveness-rubric", 1, Rubric.class, FORM);

    Rubric() {}

    @Override
    public abstract EntryId id();

    /** The name. */
    public abstract String name();

    /** The version; ratings by two versions are not compared. */
    public abstract String version();

    /** Who made it, in words. */
    public abstract String source();

    /** The levels, lowest first, at least two. */
    public abstract List<String> levels();

    /** The concepts, at least one. */
    public abstract List<RubricConcept> concepts();

    /** Checks texts, ids and descriptors. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(version(), "version");
        Checks.text(source(), "source");
        Checks.distinct(levels(), "levels").forEach(level -> Checks.text(level, "level"));
        Checks.require(levels().size() >= 2, "%s level(s). Expected two or more.", levels().size());
        Checks.notEmpty(concepts(), "concepts");
        Checks.distinct(concepts().stream().map(RubricConcept::id).toList(), "concepts");
        concepts()
                .forEach(concept -> Checks.require(
                        concept.descriptors().isEmpty() || concept.descriptors().size() == levels().size(),
                        "The concept %s has %s descriptors for %s levels. Expected as many, or none.",
                        concept.id(),
                        concept.descriptors().size(),
                        levels().size()));
    }

    /**
     * A template for a leadership team: ten concepts and four levels, named after what the Georgia Department of Education's
     * High Impact Practices rubric looks at, in words of our own and without its descriptors. Six concepts can be read from a
     * record; four only people can judge.
     *
     * @param id of the entry
     */
    public static Rubric leadershipTeam(EntryId id) {
        return builder()
                .id(id)
                .name("Leadership team")
                .version("1")
                .source(
                        "after the concepts of Georgia's High Impact Practices rubric; words and levels of the log: ILT")
                .addLevels("Not Evident", "Emerging", "Operational", "Exemplary")
                .addConcepts(
                        RubricConcept.of("composition", "Who is on the team", RubricConcept.Log.COMPOSITION),
                        RubricConcept.of("purpose", "Vision, mission and norms"),
                        RubricConcept.of("frequency", "How often and what for it meets", RubricConcept.Log.FREQUENCY),
                        RubricConcept.of("attendance", "Who is there", RubricConcept.Log.ATTENDANCE),
                        RubricConcept.of("roles", "Duties and who has them", RubricConcept.Log.ROLES),
                        RubricConcept.of("collaboration", "Working together by protocols"),
                        RubricConcept.of("data", "Working from evidence"),
                        RubricConcept.of("cycles", "Cycles of improvement", RubricConcept.Log.CYCLES),
                        RubricConcept.of(
                                "communication", "Telling everybody concerned", RubricConcept.Log.COMMUNICATION),
                        RubricConcept.of("leaders", "Growing leaders"))
                .build();
    }

    /**
     * The concept of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RubricConcept getConcept(String concept) {
        return concepts().stream()
                .filter(one -> one.id().equals(concept))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no concept \"%s\". Expected one of %s."
                        .formatted(
                                concept,
                                concepts().stream().map(RubricConcept::id).toList())));
    }

    /**
     * The place of a level, from 0 for the lowest.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int placeOf(String level) {
        int place = levels().indexOf(level);
        Checks.require(place >= 0, "There is no level \"%s\". Expected one of %s.", level, levels());
        return place;
    }

    /** Nothing: a rubric comes from outside the record. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<Rubric> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a rubric; everything must be set. */
    public static final class Builder extends ImmutableRubric.Builder {
        Builder() {}
    }
}

package org.iltlib.curriculum.review;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What is reviewed: a book, a series, a set of units. Immutable. */
@Value.Immutable
public abstract class Material {
    /** The written form. */
    public static final Form<Material> FORM = Form.<Material, Builder>built(Material::builder, Builder::build)
            .field("id", Forms.TEXT, Material::id, Builder::id)
            .field("title", Forms.TEXT, Material::title, Builder::title)
            .maybe("publisher", Forms.TEXT, Material::publisher, Builder::publisher)
            .maybe("edition", Forms.TEXT, Material::edition, Builder::edition)
            .field("subject", Forms.TEXT, Material::subject, Builder::subject)
            .list("grades", GradeLevel.FORM, Material::grades, Builder::addAllGrades);

    Material() {}

    /** A short id by which reviews of the same materials are found: an ISBN, a number of the district. */
    public abstract String id();

    /** What it is called. */
    public abstract String title();

    /** Who publishes it. */
    public abstract Optional<String> publisher();

    /** The edition or the year; another edition is other material. */
    public abstract Optional<String> edition();

    /** The subject. */
    public abstract String subject();

    /** The grades that were looked at, each once, at least one. */
    public abstract List<GradeLevel> grades();

    /** Checks texts and grades. */
    @Value.Check
    void check() {
        Checks.id(id(), "material id");
        Checks.text(title(), "title");
        publisher().ifPresent(text -> Checks.text(text, "publisher"));
        edition().ifPresent(text -> Checks.text(text, "edition"));
        Checks.text(subject(), "subject");
        Checks.distinct(Checks.notEmpty(grades(), "grades"), "grades");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a material; id, title, subject and a grade must be set. */
    public static final class Builder extends ImmutableMaterial.Builder {
        Builder() {}
    }
}

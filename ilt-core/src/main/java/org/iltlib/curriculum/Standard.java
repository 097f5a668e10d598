package org.iltlib.curriculum;

import java.util.Optional;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One statement of a framework: a domain, a cluster, or what a student should know or be able to do. Immutable. */
@Value.Immutable
public abstract class Standard {
    /** The written form. */
    public static final Form<Standard> FORM = Form.<Standard, Builder>built(Standard::builder, Builder::build)
            .field("id", StandardId.FORM, Standard::id, Builder::id)
            .maybe("code", Forms.TEXT, Standard::code, Builder::code)
            .field("statement", Forms.TEXT, Standard::statement, Builder::statement)
            .list(
                    "grades",
                    GradeLevel.FORM,
                    standard -> standard.grades().stream().toList(),
                    Builder::addAllGrades)
            .maybe("subject", Forms.TEXT, Standard::subject, Builder::subject)
            .maybe("parent", StandardId.FORM, Standard::parent, Builder::parent);

    Standard() {}

    /** The id, unique in the framework. */
    public abstract StandardId id();

    /** The code that people use, such as {@code 1.NBT.B.2}; headings often have none. */
    public abstract Optional<String> code();

    /** The full statement; may hold the publisher's markup. */
    public abstract String statement();

    /** The grades it is meant for, youngest first; empty if the publisher does not say. */
    @Value.NaturalOrder
    public abstract SortedSet<GradeLevel> grades();

    /** The subject, in the publisher's words. */
    public abstract Optional<String> subject();

    /** The standard that this is part of; empty for a root. */
    public abstract Optional<StandardId> parent();

    /** Checks that there is a statement and that a standard is not its own parent. */
    @Value.Check
    void check() {
        Checks.text(statement(), "statement");
        code().ifPresent(code -> Checks.text(code, "code"));
        subject().ifPresent(subject -> Checks.text(subject, "subject"));
        Checks.require(
                !parent().equals(Optional.of(id())),
                "standard \"%s\" is its own parent. Maybe it is a root: leave the parent out.",
                id());
    }

    /** Whether it is meant for that grade. */
    public boolean appliesTo(GradeLevel grade) {
        return grades().contains(grade);
    }

    /** The code, or the id where there is no code. */
    public String label() {
        return code().orElse(id().value());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a standard; id and statement must be set. */
    public static final class Builder extends ImmutableStandard.Builder {
        Builder() {}
    }
}

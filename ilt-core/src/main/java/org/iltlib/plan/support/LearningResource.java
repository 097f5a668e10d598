package org.iltlib.plan.support;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.curriculum.StandardId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Something made or chosen to learn with, beside the curriculum: which concepts and standards it is for, which need it
 * answers, who wrote it and where it is. Reviews, uses and effect are entries of their own ({@link ResourceReview},
 * {@link ResourceUse}, {@link ResourceEffect}). Immutable.
 */
@Value.Immutable
public abstract class LearningResource implements Recordable {
    /** The written form. */
    public static final Form<LearningResource> FORM = Form.<LearningResource, Builder>built(
                    LearningResource::builder, Builder::build)
            .field("id", EntryId.FORM, LearningResource::id, Builder::id)
            .field("title", Forms.TEXT, LearningResource::title, Builder::title)
            .list("concepts", Forms.TEXT, LearningResource::concepts, Builder::addAllConcepts)
            .list("standards", StandardId.FORM, LearningResource::standards, Builder::addAllStandards)
            .list("needs", EntryId.FORM, LearningResource::needs, Builder::addAllNeeds)
            .list("authors", PersonId.FORM, LearningResource::authors, Builder::addAllAuthors)
            .maybe("source", Forms.TEXT, LearningResource::source, Builder::source)
            .field("medium", Forms.enumOf(Medium.class), LearningResource::medium, Builder::medium)
            .field("place", Forms.TEXT, LearningResource::place, Builder::place)
            .field("since", Forms.DATE, LearningResource::since, Builder::since)
            .maybe("revises", EntryId.FORM, LearningResource::revises, Builder::revises);

    /** The kind of entry. */
    public static final Kind<LearningResource> KIND = Kind.of("learning-resource", 1, LearningResource.class, FORM);

    LearningResource() {}

    @Override
    public abstract EntryId id();

    /** What it is called. */
    public abstract String title();

    /** The concepts that it is for, in a few words each, each once; at least one concept or standard. */
    public abstract List<String> concepts();

    /** The standards that it is for, each once; at least one concept or standard. */
    public abstract List<StandardId> standards();

    /** The needs that it answers, at least one, each once. */
    public abstract List<EntryId> needs();

    /** Those of the school who wrote it, each once; none if it comes from elsewhere. */
    public abstract List<PersonId> authors();

    /** From where it comes, if it was not written here. */
    public abstract Optional<String> source();

    /** In what it comes. */
    public abstract Medium medium();

    /** Where one finds it: a shelf, a folder, an address. */
    public abstract String place();

    /** The day from which it can be used. */
    public abstract LocalDate since();

    /** The resource of which it is a later edition. */
    public abstract Optional<EntryId> revises();

    /** Checks the texts, that it is for something, answers a need and comes from somewhere. */
    @Value.Check
    void check() {
        Checks.text(title(), "title");
        Checks.text(place(), "place");
        source().ifPresent(text -> Checks.text(text, "source"));
        Checks.distinct(concepts(), "concepts").forEach(concept -> Checks.text(concept, "concept"));
        Checks.distinct(standards(), "standards");
        Checks.require(
                !concepts().isEmpty() || !standards().isEmpty(),
                "\"%s\" is for no concept and no standard. Expected at least one of either.",
                title());
        Checks.distinct(Checks.notEmpty(needs(), "needs"), "needs");
        Checks.distinct(authors(), "authors");
        Checks.require(
                !authors().isEmpty() || source().isPresent(),
                "\"%s\" has neither author nor source. Maybe name the source that it was taken from.",
                title());
        Checks.require(
                !revises().equals(Optional.of(id())), "\"%s\" revises itself. Expected an earlier entry.", title());
    }

    /** The needs, then the resource that it revises. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(needs());
        revises().ifPresent(ids::add);
        return List.copyOf(ids);
    }

    @Override
    public Kind<LearningResource> kind() {
        return KIND;
    }

    /** In what a resource comes. */
    public enum Medium {
        /** Sheets, cards, books. */
        PRINT,
        /** Texts and exercises on a screen. */
        DIGITAL,
        /** Moving pictures. */
        VIDEO,
        /** To listen to. */
        AUDIO,
        /** Things to handle. */
        HANDS_ON
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a resource; title, needs, medium, place and day must be set, a concept or standard, an author or source. */
    public static final class Builder extends ImmutableLearningResource.Builder {
        Builder() {}
    }
}

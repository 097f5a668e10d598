package org.iltlib.learning.peers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A practice that its author offers to colleagues: where it was used, what shows that it helped, and from which other it
 * was adapted. Immutable.
 */
@Value.Immutable
public abstract class PracticeShare implements Recordable {
    /** The written form. */
    public static final Form<PracticeShare> FORM = Form.<PracticeShare, Builder>built(
                    PracticeShare::builder, Builder::build)
            .field("id", EntryId.FORM, PracticeShare::id, Builder::id)
            .field("title", Forms.TEXT, PracticeShare::title, Builder::title)
            .field("author", PersonId.FORM, PracticeShare::author, Builder::author)
            .field("context", Forms.TEXT, PracticeShare::context, Builder::context)
            .list("materials", Forms.TEXT, PracticeShare::materials, Builder::addAllMaterials)
            .maybe("adaptedFrom", EntryId.FORM, PracticeShare::adaptedFrom, Builder::adaptedFrom)
            .maybe("adaptation", Forms.TEXT, PracticeShare::adaptation, Builder::adaptation)
            .maybe("source", Forms.TEXT, PracticeShare::source, Builder::source)
            .list("evidence", EntryId.FORM, PracticeShare::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<PracticeShare> KIND = Kind.of("practice-share", 1, PracticeShare.class, FORM);

    PracticeShare() {}

    @Override
    public abstract EntryId id();

    /** What it is called. */
    public abstract String title();

    /** Who offers it and is credited for it. */
    public abstract PersonId author();

    /** Where and with whom it was used. */
    public abstract String context();

    /** Where its materials are found; may be empty. */
    public abstract List<String> materials();

    /** The practice from which it was adapted. */
    public abstract Optional<EntryId> adaptedFrom();

    /** What was changed; there if and only if it was adapted. */
    public abstract Optional<String> adaptation();

    /** From where outside the school it comes, such as a book. */
    public abstract Optional<String> source();

    /** What shows that it helped; may be empty. */
    public abstract List<EntryId> evidence();

    /** Checks texts, evidence and adaptation. */
    @Value.Check
    void check() {
        Checks.text(title(), "title");
        Checks.text(context(), "context");
        materials().forEach(text -> Checks.text(text, "material"));
        adaptation().ifPresent(text -> Checks.text(text, "adaptation"));
        source().ifPresent(text -> Checks.text(text, "source"));
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                adaptedFrom().isPresent() == adaptation().isPresent(),
                "adaptedFrom is %s and adaptation is %s. Expected both or none: say what was changed.",
                adaptedFrom().map(EntryId::value).orElse("missing"),
                adaptation().orElse("missing"));
        Checks.require(
                !adaptedFrom().equals(Optional.of(id())),
                "Practice \"%s\" is adapted from itself. Expected another.",
                id());
    }

    /** What it was adapted from, and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(adaptedFrom().stream(), evidence().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<PracticeShare> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a practice; id, title, author and context must be set. */
    public static final class Builder extends ImmutablePracticeShare.Builder {
        Builder() {}
    }
}

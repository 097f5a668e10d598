package org.iltlib.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * That a person accepted or rejected a standard for a text. Recorded, it is the only thing from which the chance of a
 * suggestion is ever learned. Immutable.
 */
@Value.Immutable
public abstract class SuggestionReply implements Recordable {
    /** The written form. */
    public static final Form<SuggestionReply> FORM = Form.<SuggestionReply, Builder>built(
                    SuggestionReply::builder, Builder::build)
            .field("id", EntryId.FORM, SuggestionReply::id, Builder::id)
            .field("framework", EntryId.FORM, SuggestionReply::framework, Builder::framework)
            .field("by", PersonId.FORM, SuggestionReply::by, Builder::by)
            .field("text", Forms.TEXT, SuggestionReply::text, Builder::text)
            .field("standard", StandardId.FORM, SuggestionReply::standard, Builder::standard)
            .field("accepted", Forms.FLAG, SuggestionReply::accepted, Builder::accepted)
            .maybe("rank", Forms.INTEGER, SuggestionReply::rank, Builder::rank)
            .maybe("rationale", Forms.TEXT, SuggestionReply::rationale, Builder::rationale)
            .maybe("alignment", EntryId.FORM, SuggestionReply::alignment, Builder::alignment);

    /** The kind of entry. */
    public static final Kind<SuggestionReply> KIND = Kind.of("suggestion-reply", 1, SuggestionReply.class, FORM);

    SuggestionReply() {}

    @Override
    public abstract EntryId id();

    /** The recorded framework that the standard belongs to. */
    public abstract EntryId framework();

    /** Who judged. */
    public abstract PersonId by();

    /** The text that was judged. */
    public abstract String text();

    /** The standard that was proposed for it. */
    public abstract StandardId standard();

    /** Whether the person accepted it. */
    public abstract boolean accepted();

    /**
     * The rank at which the standard had been suggested, from 1; empty if the pair was judged without having been suggested.
     */
    public abstract Optional<Integer> rank();

    /** Why, in words. */
    public abstract Optional<String> rationale();

    /** The recorded alignment in which the person judged the text, if it was there. */
    public abstract Optional<EntryId> alignment();

    /** Checks text, rank and rationale. */
    @Value.Check
    void check() {
        Checks.text(text(), "text");
        rank().ifPresent(rank -> Checks.positive(rank, "rank"));
        rationale().ifPresent(rationale -> Checks.text(rationale, "rationale"));
    }

    /** The framework, and the alignment if there is one. */
    @Override
    public List<EntryId> basedOn() {
        List<EntryId> ids = new ArrayList<>(List.of(framework()));
        alignment().filter(one -> !one.equals(framework())).ifPresent(ids::add);
        return List.copyOf(ids);
    }

    @Override
    public Kind<SuggestionReply> kind() {
        return KIND;
    }

    /**
     * What a recorded judgment says of a standard that was suggested: accepted if it is among the objectives that the
     * rater named, else rejected.
     *
     * @param id of the reply
     * @param alignment the recorded alignment
     * @param judgment one of its judgments
     * @param text the text of the item that is judged
     * @param suggested the standard that had been suggested
     * @throws IllegalArgumentException if the alignment has no such judgment
     */
    public static SuggestionReply of(
            EntryId id, Alignment alignment, AlignmentJudgment judgment, String text, StandardId suggested) {
        Checks.require(
                alignment.judgments().contains(judgment),
                "%s's judgment of item \"%s\" in round %s is not in alignment %s. Expected one of its %s judgments.",
                judgment.rater(),
                judgment.item(),
                judgment.round(),
                alignment.id(),
                alignment.judgments().size());
        return builder()
                .id(id)
                .framework(alignment.framework())
                .alignment(alignment.id())
                .by(judgment.rater())
                .text(text)
                .standard(suggested)
                .accepted(judgment.listObjectives().contains(suggested))
                .rationale(judgment.rationale())
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a reply; everything but rank, rationale and alignment must be set. */
    public static final class Builder extends ImmutableSuggestionReply.Builder {
        Builder() {}
    }
}

package org.iltlib.learning.peers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That somebody used a colleague's practice, and what came of it. It judges the practice, not the person. Immutable. */
@Value.Immutable
public abstract class PracticeReuse implements Recordable {
    /** The written form. */
    public static final Form<PracticeReuse> FORM = Form.<PracticeReuse, Builder>built(
                    PracticeReuse::builder, Builder::build)
            .field("id", EntryId.FORM, PracticeReuse::id, Builder::id)
            .field("practice", EntryId.FORM, PracticeReuse::practice, Builder::practice)
            .field("person", PersonId.FORM, PracticeReuse::person, Builder::person)
            .field("on", Forms.DATE, PracticeReuse::on, Builder::on)
            .field("outcome", Forms.enumOf(ReuseOutcome.class), PracticeReuse::outcome, Builder::outcome)
            .list("evidence", EntryId.FORM, PracticeReuse::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<PracticeReuse> KIND = Kind.of("practice-reuse", 1, PracticeReuse.class, FORM);

    PracticeReuse() {}

    @Override
    public abstract EntryId id();

    /** The practice. */
    public abstract EntryId practice();

    /** Who used it. */
    public abstract PersonId person();

    /** The day on which it was told. */
    public abstract LocalDate on();

    /** What came of it. */
    public abstract ReuseOutcome outcome();

    /** What shows it; may be empty. */
    public abstract List<EntryId> evidence();

    /** Checks the evidence. */
    @Value.Check
    void check() {
        Checks.distinct(evidence(), "evidence");
    }

    /** The practice and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(practice()), evidence().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<PracticeReuse> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a reuse; everything but the evidence must be set. */
    public static final class Builder extends ImmutablePracticeReuse.Builder {
        Builder() {}
    }
}

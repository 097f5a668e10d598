package org.iltlib.decision.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * What those who have no seat were asked about a proposal, how many answered, what came in and what became of it.
 * Nobody is named. Immutable.
 *
 * <pre>{@code
 * consultation.responseRate();                       // 38/58
 * consultation.youSaidWeDid();                       // "You said: Mondays are full. We did: moved to Thursdays."
 * Consultation.incorporatedRate(consultations);      // of all inputs, the share that changed the text
 * }</pre>
 */
@Value.Immutable
public abstract class Consultation implements Recordable {
    /** The written form. */
    public static final Form<Consultation> FORM = Form.<Consultation, Builder>built(
                    Consultation::builder, Builder::build)
            .field("id", EntryId.FORM, Consultation::id, Builder::id)
            .field("proposal", EntryId.FORM, Consultation::proposal, Builder::proposal)
            .field("group", StakeholderGroup.FORM, Consultation::group, Builder::group)
            .field("how", Forms.TEXT, Consultation::how, Builder::how)
            .field("opened", Forms.DATE, Consultation::opened, Builder::opened)
            .field("closed", Forms.DATE, Consultation::closed, Builder::closed)
            .field("asked", Forms.INTEGER, Consultation::asked, Builder::asked)
            .field("answered", Forms.INTEGER, Consultation::answered, Builder::answered)
            .list("inputs", Input.FORM, Consultation::inputs, Builder::addAllInputs);

    /** The kind of entry. */
    public static final Kind<Consultation> KIND = Kind.of("consultation", 1, Consultation.class, FORM);

    /**
     * One thing that was said, by one or by many.
     *
     * @param said what, in short
     * @param answer what the team did about it, or why it did not; absent as long as it is open
     * @param changed the revision of the proposal in which it shows; absent if it changed nothing
     */
    public record Input(String said, Optional<String> answer, Optional<EntryId> changed) {
        /** The written form. */
        public static final Form<Input> FORM = Form.of(
                "said",
                Forms.TEXT,
                Input::said,
                "answer",
                Forms.optional(Forms.TEXT),
                Input::answer,
                "changed",
                Forms.optional(EntryId.FORM),
                Input::changed,
                Input::new);

        /** Checks the texts; what changed the text has an answer. */
        public Input {
            Checks.text(said, "said");
            answer.ifPresent(text -> Checks.text(text, "answer"));
            Checks.require(
                    changed.isEmpty() || answer.isPresent(),
                    "An input changed the proposal, and nobody said how. Expected an answer.");
        }

        /** An input that nobody answered yet. */
        public static Input open(String said) {
            return new Input(said, Optional.empty(), Optional.empty());
        }

        /** An input that changed the text, and how. */
        public static Input changed(String said, String how, EntryId revision) {
            return new Input(said, Optional.of(how), Optional.of(revision));
        }

        /** An input that did not change the text, and why. */
        public static Input kept(String said, String why) {
            return new Input(said, Optional.of(why), Optional.empty());
        }

        /** Such as {@code You said: … We did: …}. */
        @Override
        public String toString() {
            return "You said: " + said
                    + answer.map(text -> (changed.isPresent() ? " We did: " : " We did not: ") + text)
                            .orElse(" We have not answered yet.");
        }
    }

    Consultation() {}

    @Override
    public abstract EntryId id();

    /** The proposal, in the revision that they were asked about. */
    public abstract EntryId proposal();

    /** Who was asked. */
    public abstract StakeholderGroup group();

    /** How: {@code survey}, {@code conversations at the door}. */
    public abstract String how();

    /** The first day. */
    public abstract LocalDate opened();

    /** The last day, not before the first. */
    public abstract LocalDate closed();

    /** How many were asked, at least one. */
    public abstract int asked();

    /** How many of them answered, also those who had nothing to say. */
    public abstract int answered();

    /** What came in. */
    public abstract List<Input> inputs();

    /** Checks texts, days and numbers. */
    @Value.Check
    void check() {
        Checks.text(how(), "how");
        Checks.require(!closed().isBefore(opened()), "It closed on %s, before it opened on %s.", closed(), opened());
        Checks.positive(asked(), "asked");
        Checks.require(
                answered() >= 0 && answered() <= asked(),
                "answered is %s. Expected 0 to %s, the number asked.",
                answered(),
                asked());
        Checks.require(
                answered() > 0 || inputs().isEmpty(),
                "Nobody answered, and %s inputs came in. Expected none.",
                inputs().size());
    }

    /** The share that answered, exact. */
    public Fraction responseRate() {
        return Fraction.of(answered(), asked());
    }

    /** A line for each input that is answered, in order: what was said, and what the team did or why it did not. */
    public List<String> youSaidWeDid() {
        return inputs().stream()
                .filter(input -> input.answer().isPresent())
                .map(Input::toString)
                .toList();
    }

    /** The inputs that nobody answered yet. */
    public List<Input> listOpen() {
        return inputs().stream().filter(input -> input.answer().isEmpty()).toList();
    }

    /** Of all inputs of these consultations, the share that changed a proposal, exact; missing if nothing came in. */
    public static Measured<Fraction> incorporatedRate(Collection<Consultation> consultations) {
        List<Input> all = new ArrayList<>();
        consultations.forEach(consultation -> all.addAll(consultation.inputs()));
        long changed = all.stream().filter(input -> input.changed().isPresent()).count();
        return all.isEmpty()
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no input came in")
                : Measured.of(Fraction.of(changed, all.size()));
    }

    /** The proposal, then the revisions that inputs changed. */
    @Override
    public List<EntryId> basedOn() {
        return Grounds.of(
                proposal(),
                inputs().stream().flatMap(input -> input.changed().stream()).toList());
    }

    @Override
    public Kind<Consultation> kind() {
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

    /** Builds a consultation; only the inputs may be left out. */
    public static final class Builder extends ImmutableConsultation.Builder {
        Builder() {}
    }
}

package org.iltlib.learning.practice;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A practice, part by part, so that two people who visit a class mean the same by it: components with what is ideal,
 * acceptable and unacceptable (practice profiles of the National Implementation Research Network; innovation
 * configuration maps, Hall and Hord). Immutable.
 */
@Value.Immutable
public abstract class PracticeProfile implements Recordable {
    /** The written form. */
    public static final Form<PracticeProfile> FORM = Form.<PracticeProfile, Builder>built(
                    PracticeProfile::builder, Builder::build)
            .field("id", EntryId.FORM, PracticeProfile::id, Builder::id)
            .field("name", Forms.TEXT, PracticeProfile::name, Builder::name)
            .list("components", PracticeComponent.FORM, PracticeProfile::components, Builder::addAllComponents)
            .maybe("evidenceTier", Forms.INTEGER, PracticeProfile::evidenceTier, Builder::evidenceTier)
            .maybe("evidenceYear", Forms.INTEGER, PracticeProfile::evidenceYear, Builder::evidenceYear)
            .list("basedOn", EntryId.FORM, PracticeProfile::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<PracticeProfile> KIND = Kind.of("practice-profile", 1, PracticeProfile.class, FORM);

    PracticeProfile() {}

    @Override
    public abstract EntryId id();

    /** What the practice is called; the topic by which the catalogue of learning names it. */
    public abstract String name();

    /** Its parts, each id once; at least one. */
    public abstract List<PracticeComponent> components();

    /**
     * How strong the evidence for the practice is: tier 1 (strong) to 4 (demonstrates a rationale) of ESEA section
     * 8101(21); absent if nobody has looked.
     */
    public abstract Optional<Integer> evidenceTier();

    /** The year of the newest study behind the tier, 1900 to 9998. */
    public abstract Optional<Integer> evidenceYear();

    /** The research or the decision from which it comes; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks name, components, tier and year. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.distinct(
                Checks.notEmpty(components(), "components").stream()
                        .map(PracticeComponent::id)
                        .toList(),
                "components");
        evidenceTier()
                .ifPresent(
                        tier -> Checks.require(tier >= 1 && tier <= 4, "evidenceTier is %s. Expected 1 to 4.", tier));
        evidenceYear()
                .ifPresent(year -> Checks.require(
                        year >= 1900 && year <= 9998, "evidenceYear is %s. Expected 1900 to 9998.", year));
        Checks.require(
                evidenceYear().isEmpty() || evidenceTier().isPresent(),
                "evidenceYear is set and evidenceTier is not. Expected both or the tier alone.");
        Checks.distinct(basedOn(), "basedOn");
    }

    /** The component of that id. */
    public Optional<PracticeComponent> findComponent(String component) {
        return components().stream().filter(one -> one.id().equals(component)).findFirst();
    }

    /** How many years old the newest evidence is in that year; empty if unknown or newer than the year. */
    public Optional<Integer> evidenceAge(int year) {
        return evidenceYear().map(newest -> year - newest).filter(age -> age >= 0);
    }

    @Override
    public Kind<PracticeProfile> kind() {
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

    /** Builds a profile; id, name and at least one component must be set. */
    public static final class Builder extends ImmutablePracticeProfile.Builder {
        Builder() {}
    }
}

package org.iltlib.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * For which purposes identifiable data may be read; what is not in it is refused. Named, dated and cited, since the
 * school chooses it and must be able to show it. Immutable.
 */
@Value.Immutable
public abstract class AccessPolicy {
    /** The written form. */
    public static final Form<AccessPolicy> FORM = Form.<AccessPolicy, Builder>built(
                    AccessPolicy::builder, Builder::build)
            .field("name", Forms.TEXT, AccessPolicy::name, Builder::name)
            .field("source", Forms.TEXT, AccessPolicy::source, Builder::source)
            .field("checkedOn", Forms.DATE, AccessPolicy::checkedOn, Builder::checkedOn)
            .list("limitations", PurposeLimitation.FORM, AccessPolicy::limitations, Builder::addAllLimitations);

    AccessPolicy() {}

    /** What it is called; accesses are logged with it. */
    public abstract String name();

    /** Where it is written: the board's policy, the contract, the law. */
    public abstract String source();

    /** The day on which the source was last read. */
    public abstract LocalDate checkedOn();

    /** The purposes, each once; may be empty, which refuses everything. */
    public abstract List<PurposeLimitation> limitations();

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(source(), "source");
        Checks.distinct(limitations().stream().map(PurposeLimitation::purpose).toList(), "limitations");
    }

    /** What the policy says of that purpose. */
    public Optional<PurposeLimitation> find(String purpose) {
        return limitations().stream()
                .filter(limitation -> limitation.purpose().equals(purpose))
                .findFirst();
    }

    /** Why that request for data of that sort is refused; empty if it is granted. */
    public Optional<Refusal> judge(AccessRequest request, Holding.Sort sort) {
        if (request.purpose().isBlank()) {
            return Optional.of(Refusal.NO_PURPOSE);
        }
        Optional<PurposeLimitation> found = find(request.purpose());
        if (found.isEmpty()) {
            return Optional.of(Refusal.PURPOSE_NOT_REGISTERED);
        }
        PurposeLimitation limitation = found.get();
        if (!limitation.roles().contains(request.role())) {
            return Optional.of(Refusal.ROLE_NOT_ALLOWED);
        }
        return limitation.reaches().contains(sort) ? Optional.empty() : Optional.of(Refusal.HOLDING_NOT_ALLOWED);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a policy; name, source and day must be set. */
    public static final class Builder extends ImmutableAccessPolicy.Builder {
        Builder() {}
    }
}

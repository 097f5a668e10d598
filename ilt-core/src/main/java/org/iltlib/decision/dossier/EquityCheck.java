package org.iltlib.decision.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Who gains from a proposal and who could lose by it, what was looked at to find out, and by whom. Immutable.
 *
 * <p>That nobody loses is a finding too, and needs something that was looked at.
 */
@Value.Immutable
public abstract class EquityCheck implements Recordable {
    /** The written form. */
    public static final Form<EquityCheck> FORM = Form.<EquityCheck, Builder>built(EquityCheck::builder, Builder::build)
            .field("id", EntryId.FORM, EquityCheck::id, Builder::id)
            .field("proposal", EntryId.FORM, EquityCheck::proposal, Builder::proposal)
            .list("gains", Effect.FORM, EquityCheck::gains, Builder::addAllGains)
            .list("losses", Effect.FORM, EquityCheck::losses, Builder::addAllLosses)
            .list("safeguards", Forms.TEXT, EquityCheck::safeguards, Builder::addAllSafeguards)
            .list("lookedAt", EntryId.FORM, EquityCheck::lookedAt, Builder::addAllLookedAt)
            .set("by", PersonId.FORM, EquityCheck::by, Builder::addAllBy)
            .field("on", Forms.DATE, EquityCheck::on, Builder::on);

    /** The kind of entry. */
    public static final Kind<EquityCheck> KIND = Kind.of("equity-check", 1, EquityCheck.class, FORM);

    /**
     * What a proposal does to a group.
     *
     * @param group the group, of students or adults, as the evidence names it: {@code English learners, grade 4}
     * @param how what they gain, or could lose
     */
    public record Effect(String group, String how) {
        /** The written form. */
        public static final Form<Effect> FORM =
                Form.of("group", Forms.TEXT, Effect::group, "how", Forms.TEXT, Effect::how, Effect::new);

        /** Checks the texts. */
        public Effect {
            Checks.text(group, "group");
            Checks.text(how, "how");
        }
    }

    EquityCheck() {}

    @Override
    public abstract EntryId id();

    /** The proposal, in the revision that was checked. */
    public abstract EntryId proposal();

    /** Who gains, each group once. */
    public abstract List<Effect> gains();

    /** Who could lose, each group once; empty if the check found nobody. */
    public abstract List<Effect> losses();

    /** What is done so that those who could lose do not. */
    public abstract List<String> safeguards();

    /** The findings and other entries that were looked at. */
    public abstract List<EntryId> lookedAt();

    /** Who looked; at least one. */
    public abstract Set<PersonId> by();

    /** The day. */
    public abstract LocalDate on();

    /** Checks that somebody looked at something and that each group stands once. */
    @Value.Check
    void check() {
        Checks.notEmpty(by(), "by");
        Checks.distinct(gains().stream().map(Effect::group).toList(), "gains");
        Checks.distinct(losses().stream().map(Effect::group).toList(), "losses");
        Checks.distinct(lookedAt(), "lookedAt");
        safeguards().forEach(text -> Checks.text(text, "safeguard"));
        Checks.require(
                !gains().isEmpty() || !losses().isEmpty(),
                "Nobody gains and nobody could lose. Expected at least one group. Maybe the proposal touches nobody.");
        Checks.require(
                !losses().isEmpty() || !lookedAt().isEmpty(),
                "Nobody could lose, and nothing was looked at. Expected what was looked at, or who could lose.");
    }

    /** Whether somebody could lose and nothing is done about it. */
    public boolean leavesLossesOpen() {
        return !losses().isEmpty() && safeguards().isEmpty();
    }

    /** The proposal, then what was looked at. */
    @Override
    public List<EntryId> basedOn() {
        return Grounds.of(proposal(), lookedAt());
    }

    @Override
    public Kind<EquityCheck> kind() {
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

    /** Builds a check; id, proposal, day, at least one group and at least one who looked must be set. */
    public static final class Builder extends ImmutableEquityCheck.Builder {
        Builder() {}
    }
}

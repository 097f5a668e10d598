package org.iltlib.learning.peers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.Term;
import org.iltlib.decision.Cost;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * An expert or organisation from outside, for one engagement: what for, at which cost, with which data, and how the
 * school learns to go on alone. What a contract lacks is named by {@link #concerns}, not refused: it must be possible to
 * write down how things are. Immutable.
 */
@Value.Immutable
public abstract class ExternalPartner implements Recordable {
    private static final int VETTING_YEARS = 1;

    /** The written form. */
    public static final Form<ExternalPartner> FORM = Form.<ExternalPartner, Builder>built(
                    ExternalPartner::builder, Builder::build)
            .field("id", EntryId.FORM, ExternalPartner::id, Builder::id)
            .field("organisation", Forms.TEXT, ExternalPartner::organisation, Builder::organisation)
            .field("engagement", Forms.TEXT, ExternalPartner::engagement, Builder::engagement)
            .field("term", Term.FORM, ExternalPartner::term, Builder::term)
            .list("costs", Cost.FORM, ExternalPartner::costs, Builder::addAllCosts)
            .maybe("vetting", Vetting.FORM, ExternalPartner::vetting, Builder::vetting)
            .maybe("dataLimits", DataLimits.FORM, ExternalPartner::dataLimits, Builder::dataLimits)
            .maybe("transfer", CapacityTransfer.FORM, ExternalPartner::transfer, Builder::transfer)
            .list("evidence", EntryId.FORM, ExternalPartner::evidence, Builder::addAllEvidence)
            .list("serves", EntryId.FORM, ExternalPartner::serves, Builder::addAllServes);

    /** The kind of entry. */
    public static final Kind<ExternalPartner> KIND = Kind.of("external-partner", 1, ExternalPartner.class, FORM);

    ExternalPartner() {}

    @Override
    public abstract EntryId id();

    /** Who. */
    public abstract String organisation();

    /** What for. */
    public abstract String engagement();

    /** How long the contract runs. */
    public abstract Term term();

    /** What it costs; empty if nothing. */
    public abstract List<Cost> costs();

    /** Who looked into the partner. */
    public abstract Optional<Vetting> vetting();

    /** Which data the partner may see. */
    public abstract Optional<DataLimits> dataLimits();

    /** How the school learns to go on alone. */
    public abstract Optional<CapacityTransfer> transfer();

    /** What shows that the partner's work helps; may be empty. */
    public abstract List<EntryId> evidence();

    /** The need, goal or decision that it serves; may be empty. */
    public abstract List<EntryId> serves();

    /** Checks texts and lists. */
    @Value.Check
    void check() {
        Checks.text(organisation(), "organisation");
        Checks.text(engagement(), "engagement");
        Checks.distinct(evidence(), "evidence");
        Checks.distinct(serves(), "serves");
    }

    /** What the engagement lacks on that day, each in a sentence; empty if nothing. */
    public List<String> concerns(LocalDate day) {
        List<String> concerns = new ArrayList<>();
        if (vetting().isEmpty()) {
            concerns.add("Nobody has looked into the partner.");
        }
        vetting()
                .filter(one -> one.on().plusYears(VETTING_YEARS).isBefore(day))
                .ifPresent(one -> concerns.add("The partner was looked into on " + one.on() + ", over a year ago."));
        if (dataLimits().isEmpty()) {
            concerns.add("It is not said which data the partner may see. Maybe none.");
        }
        dataLimits()
                .filter(limits ->
                        !limits.data().isEmpty() && limits.destroyedBy().isBefore(day))
                .ifPresent(limits -> concerns.add("The data should be destroyed since " + limits.destroyedBy()
                        + ". Maybe ask for the certificate."));
        if (transfer().isEmpty()) {
            concerns.add("There is no plan for the school to go on alone.");
        }
        transfer()
                .filter(plan -> plan.by().isAfter(term().last()))
                .ifPresent(plan -> concerns.add("The school goes on alone on " + plan.by()
                        + ", after the contract ends on " + term().last() + "."));
        if (evidence().isEmpty()) {
            concerns.add("Nothing shows yet that it helps.");
        }
        if (serves().isEmpty()) {
            concerns.add("It serves no need, goal or decision.");
        }
        if (day.isAfter(term().last())) {
            concerns.add("The contract ended on " + term().last() + ". Expected a decision on renewal.");
        }
        return List.copyOf(concerns);
    }

    /** What it serves, and the evidence. */
    @Override
    public List<EntryId> basedOn() {
        List<EntryId> all = new ArrayList<>(serves());
        all.addAll(evidence());
        return all.stream().distinct().toList();
    }

    @Override
    public Kind<ExternalPartner> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a partner; id, organisation, engagement and term must be set. */
    public static final class Builder extends ImmutableExternalPartner.Builder {
        Builder() {}
    }
}

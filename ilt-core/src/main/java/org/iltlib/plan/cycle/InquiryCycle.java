package org.iltlib.plan.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.decision.Prediction;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.plan.PhaseModel;
import org.immutables.value.Value;

/**
 * The start of a loop of learning: by which model, toward what, resting on what. It is in the first phase from that day;
 * {@link CycleStep}s carry it on and a {@link CycleEnd} ends it. Immutable.
 */
@Value.Immutable
public abstract class InquiryCycle implements Recordable {
    /** The written form. */
    public static final Form<InquiryCycle> FORM = Form.<InquiryCycle, Builder>built(
                    InquiryCycle::builder, Builder::build)
            .field("id", EntryId.FORM, InquiryCycle::id, Builder::id)
            .field("model", PhaseModel.FORM, InquiryCycle::model, Builder::model)
            .field("aim", Forms.TEXT, InquiryCycle::aim, Builder::aim)
            .list("grounds", EntryId.FORM, InquiryCycle::grounds, Builder::addAllGrounds)
            .field("on", Forms.DATE, InquiryCycle::on, Builder::on)
            .maybe("prediction", Prediction.FORM, InquiryCycle::prediction, Builder::prediction);

    /** The kind of entry. */
    public static final Kind<InquiryCycle> KIND = Kind.of("inquiry-cycle", 1, InquiryCycle.class, FORM);

    InquiryCycle() {}

    @Override
    public abstract EntryId id();

    /** The phases that it walks through. */
    public abstract PhaseModel model();

    /** What it is to find out or bring about, in one sentence. */
    public abstract String aim();

    /** The needs, goals, strategies or root causes that it rests on, or the cycle before; at least one, each once. */
    public abstract List<EntryId> grounds();

    /** The day on which the first phase begins. */
    public abstract LocalDate on();

    /** What is expected, if it is said at the start; a step may still say it before doing begins. */
    public abstract Optional<Prediction> prediction();

    /** Checks the aim and the grounds, and that a model that does from the start has a prediction. */
    @Value.Check
    void check() {
        Checks.text(aim(), "aim");
        Checks.distinct(Checks.notEmpty(grounds(), "grounds"), "grounds");
        Checks.require(
                prediction().isPresent() || model().placeOf(model().doing()) > 0,
                "The cycle begins with \"%s\" and has no prediction. Expected one before.",
                model().doing());
    }

    @Override
    public List<EntryId> basedOn() {
        return grounds();
    }

    @Override
    public Kind<InquiryCycle> kind() {
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

    /** Builds a cycle; every property but the prediction must be set. */
    public static final class Builder extends ImmutableInquiryCycle.Builder {
        Builder() {}
    }
}

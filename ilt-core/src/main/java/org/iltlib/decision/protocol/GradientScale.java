package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A scale of agreement: its levels in words, the strongest support first, and which of them vetoes and which abstains.
 * Orders with different meanings are in use, so the whole scale is part of a protocol and of its written form. Immutable.
 *
 * <p>The gradients of agreement go back to S. Kaner and others, <i>Facilitator's Guide to Participatory
 * Decision-Making</i>. Two orders of eight levels circulate; both are here, in short words.
 */
@Value.Immutable
public abstract class GradientScale {
    /** The written form. */
    public static final Form<GradientScale> FORM = Form.<GradientScale, Builder>built(
                    GradientScale::builder, Builder::build)
            .field("name", Forms.TEXT, GradientScale::name, Builder::name)
            .list("labels", Forms.TEXT, GradientScale::labels, Builder::addAllLabels)
            .maybe("veto", Forms.INTEGER, GradientScale::veto, Builder::veto)
            .maybe("abstention", Forms.INTEGER, GradientScale::abstention, Builder::abstention)
            .field("abstentionsCount", Forms.FLAG, false, GradientScale::abstentionsCount, Builder::abstentionsCount);

    /** The current eight. Level 4 abstains and is not counted in the base, level 8 vetoes. */
    public static final GradientScale KANER_CURRENT = builder()
            .name("eight levels, current order")
            .addLabels(
                    "endorse",
                    "agree with a minor point",
                    "support with reservations",
                    "abstain",
                    "more discussion",
                    "do not like but will support",
                    "serious disagreement",
                    "veto")
            .abstention(4)
            .veto(8)
            .build();

    /** The older eight. Level 4 abstains and is not counted in the base, level 8 blocks. */
    public static final GradientScale KANER_OLDER = builder()
            .name("eight levels, older order")
            .addLabels(
                    "endorse",
                    "agree with a minor point",
                    "support with reservations",
                    "abstain",
                    "stand aside",
                    "disagree but go with the majority",
                    "disagree and be absolved",
                    "block")
            .abstention(4)
            .veto(8)
            .build();

    GradientScale() {}

    /** What it is called. */
    public abstract String name();

    /** What each level means, from level 1, the strongest support; at least two, each once. */
    public abstract List<String> labels();

    /** The level that stops the proposal if it gives a reason; the last one. Absent if none does. */
    public abstract Optional<Integer> veto();

    /** The level that abstains; absent if none does. */
    public abstract Optional<Integer> abstention();

    /** Whether those who abstain, by that level or by saying so, are counted in the base; not unless said otherwise. */
    @Value.Default
    public boolean abstentionsCount() {
        return false;
    }

    /** Checks the levels. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        labels().forEach(label -> Checks.text(label, "label"));
        Checks.distinct(labels(), "labels");
        Checks.require(labels().size() >= 2, "There are %s labels. Expected at least 2.", labels().size());
        veto().ifPresent(level -> Checks.require(
                level == labels().size(), "veto is %s. Expected the last level, %s.", level, labels().size()));
        abstention()
                .ifPresent(level -> Checks.require(
                        level >= 2 && level <= labels().size() && !vetoes(level),
                        "abstention is %s. Expected a level from 2, other than the veto.",
                        level));
    }

    /** Whether that level vetoes. */
    public boolean vetoes(int level) {
        return veto().filter(at -> at == level).isPresent();
    }

    /** Whether that level abstains. */
    public boolean abstains(int level) {
        return abstention().filter(at -> at == level).isPresent();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a scale; name and labels must be set. */
    public static final class Builder extends ImmutableGradientScale.Builder {
        Builder() {}
    }
}

package org.iltlib.impact.registered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.finding.Measure;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/**
 * All that decides what an analysis will find, but the outcomes: as it is planned, or as it was run. Immutable. Two are
 * compared part by part ({@link #differences}).
 */
@Value.Immutable
public abstract class AnalysisSpec {
    /** The written form. */
    public static final Form<AnalysisSpec> FORM = Form.<AnalysisSpec, Builder>built(
                    AnalysisSpec::builder, Builder::build)
            .field("question", Forms.TEXT, AnalysisSpec::question, Builder::question)
            .field("outcome", Measure.FORM, AnalysisSpec::outcome, Builder::outcome)
            .field("treated", Forms.TEXT, AnalysisSpec::treated, Builder::treated)
            .maybe("comparison", Forms.TEXT, AnalysisSpec::comparison, Builder::comparison)
            .field("design", Forms.TEXT, AnalysisSpec::design, Builder::design)
            .field("rung", Forms.enumOf(ClaimRung.class), AnalysisSpec::rung, Builder::rung)
            .field("estimator", Forms.TEXT, AnalysisSpec::estimator, Builder::estimator)
            .list("covariates", Forms.TEXT, AnalysisSpec::covariates, Builder::addAllCovariates)
            .field("smallestEffect", Forms.NUMBER, AnalysisSpec::smallestEffect, Builder::smallestEffect)
            .field("unit", Forms.TEXT, AnalysisSpec::unit, Builder::unit)
            .field("decisionRule", Forms.TEXT, AnalysisSpec::decisionRule, Builder::decisionRule)
            .list("exclusions", Forms.TEXT, AnalysisSpec::exclusions, Builder::addAllExclusions)
            .maybe("seed", Forms.LONG, AnalysisSpec::seed, Builder::seed);

    AnalysisSpec() {}

    /**
     * A part in which two differ.
     *
     * @param part its name in the written form
     * @param planned as the first has it, canonical JSON; empty if it has none
     * @param run as the second has it; empty if it has none
     */
    public record Difference(String part, Optional<String> planned, Optional<String> run) {
        /** Such as {@code seed: planned 7, run with 8}. */
        @Override
        public String toString() {
            return part + ": planned " + planned.orElse("none") + ", run with " + run.orElse("none");
        }
    }

    /** The question, in one sentence. */
    public abstract String question();

    /** What is measured to answer it. */
    public abstract Measure outcome();

    /** Who is treated. */
    public abstract String treated();

    /** With whom or what they are compared; from {@link ClaimRung#COMPARED} on it must be said. */
    public abstract Optional<String> comparison();

    /** The design in words. */
    public abstract String design();

    /** How much the design lets one say. */
    public abstract ClaimRung rung();

    /** How the effect and its uncertainty are computed, so that another could do it. */
    public abstract String estimator();

    /** What is held equal, in order; each once. */
    public abstract List<String> covariates();

    /** The smallest effect that matters, above zero. */
    public abstract double smallestEffect();

    /** Its unit, in words. */
    public abstract String unit();

    /** What will be concluded from which result. */
    public abstract String decisionRule();

    /** Who is left out, and why; each once. */
    public abstract List<String> exclusions();

    /** The seed of all chance; empty if there is none. */
    public abstract Optional<Long> seed();

    /** Checks the texts, the smallest effect, and that a comparison is named where the rung asks for one. */
    @Value.Check
    void check() {
        Checks.text(question(), "question");
        Checks.text(treated(), "treated");
        comparison().ifPresent(text -> Checks.text(text, "comparison"));
        Checks.text(design(), "design");
        Checks.text(estimator(), "estimator");
        Checks.distinct(covariates(), "covariates").forEach(text -> Checks.text(text, "covariates"));
        Checks.require(
                Checks.finite(smallestEffect(), "smallestEffect") > 0,
                "smallestEffect is %s. Expected above zero: what would be enough to act on?",
                smallestEffect());
        Checks.text(unit(), "unit");
        Checks.text(decisionRule(), "decisionRule");
        Checks.require(
                decisionRule().codePoints().anyMatch(Character::isLetterOrDigit),
                "decisionRule has no letter and no digit. Expected what will be concluded from which result.");
        Checks.distinct(exclusions(), "exclusions").forEach(text -> Checks.text(text, "exclusions"));
        Checks.require(
                comparison().isPresent() || !rung().reaches(ClaimRung.COMPARED),
                "An analysis that is %s names no comparison. Maybe its rung is associated or described.",
                rung());
    }

    /** The canonical JSON of it, the same for the same content on any machine: what is hashed. */
    public String canonical() {
        return CanonicalJson.write(FORM.write(this));
    }

    /** The parts in which another, as it was run, differs from this; by name. Texts differ if a letter does. */
    public List<Difference> differences(AnalysisSpec run) {
        Map<String, Node> own = ((Node.Fields) FORM.write(this)).values();
        Map<String, Node> other = ((Node.Fields) FORM.write(run)).values();
        Set<String> parts = new TreeSet<>(own.keySet());
        parts.addAll(other.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String part : parts) {
            Optional<String> planned = Optional.ofNullable(own.get(part)).map(CanonicalJson::write);
            Optional<String> done = Optional.ofNullable(other.get(part)).map(CanonicalJson::write);
            if (!planned.equals(done)) {
                differences.add(new Difference(part, planned, done));
            }
        }
        return List.copyOf(differences);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a specification; everything but comparison, covariates, exclusions and seed must be set. */
    public static final class Builder extends ImmutableAnalysisSpec.Builder {
        Builder() {}
    }
}

package org.iltlib.impact;

import java.util.Locale;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What must be known of a study to say on which tier of evidence it stands; see {@link EvidenceTier}. Immutable. */
@Value.Immutable
public abstract class TierEvidence {
    /** The written form. */
    public static final Form<TierEvidence> FORM = Form.<TierEvidence, Builder>built(
                    TierEvidence::builder, Builder::build)
            .field("review", Forms.enumOf(Review.class), TierEvidence::review, Builder::review)
            .field("result", Forms.enumOf(Result.class), TierEvidence::result, Builder::result)
            .maybe("students", Forms.LONG, TierEvidence::students, Builder::students)
            .maybe("sites", Forms.INTEGER, TierEvidence::sites, Builder::sites)
            .field("selectionControls", Forms.FLAG, TierEvidence::selectionControls, Builder::selectionControls)
            .field("logicModel", Forms.FLAG, TierEvidence::logicModel, Builder::logicModel)
            .field("studyUnderWay", Forms.FLAG, TierEvidence::studyUnderWay, Builder::studyUnderWay)
            .field("overridingNegative", Forms.FLAG, TierEvidence::overridingNegative, Builder::overridingNegative)
            .field("localOverlap", Forms.FLAG, TierEvidence::localOverlap, Builder::localOverlap);

    /** What the What Works Clearinghouse, or a review by its standards, says of the design. */
    public enum Review {
        /** Meets the standards without reservations. */
        WITHOUT_RESERVATIONS,
        /** Meets them with reservations. */
        WITH_RESERVATIONS,
        /** Does not meet them. */
        NOT_MET,
        /** Nobody reviewed it. */
        NOT_REVIEWED;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What the study found on the outcome that matters. */
    public enum Result {
        /** Positive, and beyond chance by the study's own test. */
        SIGNIFICANT_POSITIVE,
        /** Nothing beyond chance. */
        NOT_SIGNIFICANT,
        /** Negative, and beyond chance. */
        SIGNIFICANT_NEGATIVE,
        /** Not known yet. */
        UNKNOWN;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    TierEvidence() {}

    /** The review of the design; not reviewed unless said otherwise. */
    @Value.Default
    public Review review() {
        return Review.NOT_REVIEWED;
    }

    /** What it found; unknown unless said otherwise. */
    @Value.Default
    public Result result() {
        return Result.UNKNOWN;
    }

    /** How many students were studied, in all arms; absent where it is not told. */
    public abstract Optional<Long> students();

    /** In how many schools or districts; absent where it is not told. */
    public abstract Optional<Integer> sites();

    /** Whether a correlational study controls statistically for who took part; no unless said so. */
    @Value.Default
    public boolean selectionControls() {
        return false;
    }

    /** Whether a well-specified logic model, informed by research, says why it should help; no unless said so. */
    @Value.Default
    public boolean logicModel() {
        return false;
    }

    /** Whether a study of its effects is under way; no unless said so. */
    @Value.Default
    public boolean studyUnderWay() {
        return false;
    }

    /** Whether other studies of as strong a design found harm; no unless said so. */
    @Value.Default
    public boolean overridingNegative() {
        return false;
    }

    /** Whether its students or settings are like those where it is to be used; no unless said so. */
    @Value.Default
    public boolean localOverlap() {
        return false;
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        students().ifPresent(number -> Checks.positive(number, "students"));
        sites().ifPresent(number -> Checks.positive(number, "sites"));
    }

    /**
     * What a school's own study says: nobody reviewed it, and an effect counts as beyond chance if its whole interval lies
     * on one side of zero. It is positive if one effect is, negative if only harm is beyond chance; any harm beyond chance
     * overrides. The order of the effects does not matter. Above zero must be the better side.
     *
     * @param study the study
     * @param sites in how many schools
     * @param selectionControls whether it controls for who took part
     * @throws IllegalArgumentException if a study that only describes is said to control for who took part
     */
    public static TierEvidence ofOwn(ImpactStudy study, int sites, boolean selectionControls) {
        Checks.require(
                !selectionControls || study.rung().reaches(ClaimRung.ASSOCIATED),
                "Study %s is only %s. Expected at least associated if it controls for who took part.",
                study.id(),
                study.rung());
        boolean help = study.effects().stream().anyMatch(effect -> effect.lower() > 0);
        boolean harm = study.effects().stream().anyMatch(effect -> effect.upper() < 0);
        return builder()
                .result(
                        help
                                ? Result.SIGNIFICANT_POSITIVE
                                : harm ? Result.SIGNIFICANT_NEGATIVE : Result.NOT_SIGNIFICANT)
                .overridingNegative(harm)
                .students(study.n())
                .sites(sites)
                .selectionControls(selectionControls)
                .localOverlap(true)
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

    /** Builds the evidence; nothing must be set, and what is not set is not known. */
    public static final class Builder extends ImmutableTierEvidence.Builder {
        Builder() {}
    }
}

package org.iltlib.analytics.participation;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.immutables.value.Value;

/**
 * Whose voices were heard, by group and never by person, each number beside what chance alone would bring. Immutable.
 * Comes from {@link VoiceReview}.
 */
@Value.Immutable
public abstract class VoiceReport {
    VoiceReport() {}

    /** The number of members. */
    public abstract int members();

    /** The number of meetings in which turns were counted. */
    public abstract int meetings();

    /** The turns that members took. */
    public abstract long turns();

    /** The turns of others, which nothing else here counts. */
    public abstract long guestTurns();

    /** Gini's coefficient of the turns over all meetings. */
    public abstract AgainstChance gini();

    /** Their entropy over its greatest value. */
    public abstract AgainstChance evenness();

    /** The sum of their squared shares (Herfindahl–Hirschman). */
    public abstract AgainstChance concentration();

    /** The share of presences in which the member said nothing. */
    public abstract AgainstChance silence();

    /** Gini's coefficient of the time; missing if no minutes were taken down. */
    public abstract Measured<AgainstChance> timeGini();

    /** Each role's share of the turns beside what its presence in each meeting would bring. */
    @Value.NaturalOrder
    public abstract SortedMap<String, Measured<ChanceShare>> byRole();

    /** Each role's share of the time beside what its presence would bring; empty if no minutes were taken down. */
    @Value.NaturalOrder
    public abstract SortedMap<String, Measured<ChanceShare>> timeByRole();

    /**
     * Each group of years at the school: under 3, 3 to under 10, 10 or more; empty unless all gave their years; withheld
     * if with the roles it would give a member away.
     */
    @Value.NaturalOrder
    public abstract SortedMap<String, Measured<ChanceShare>> byTenure();

    /** Whether those who have been longer at the school speak more. */
    public abstract Measured<RankCorrelation> tenureEffect();

    /** The whole in words. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                        "%s members took %s turns in %s meeting(s); each number stands beside chance.",
                        members(), turns(), meetings())
                .because("Gini of turns: %s.", gini())
                .because("Evenness: %s.", evenness())
                .because("Concentration: %s.", concentration())
                .because("Presences without a word: %s.", silence())
                .because("Gini of time: %s.", timeGini())
                .because(groups("Turns by role, 1 being parity", byRole()));
        return byTenure().isEmpty() ? whole : whole.because(groups("Turns by years at the school", byTenure()));
    }

    /** What changed since an earlier report, in words; the chance bands of the two differ with their turns. */
    public Explanation since(VoiceReport earlier) {
        Explanation change = Explanation.of(
                        "Gini of turns: %.4f, before %.4f; %s chance, before %s.",
                        gini().value(),
                        earlier.gini().value(),
                        word(gini().place()),
                        word(earlier.gini().place()))
                .because(
                        "Presences without a word: %.4f, before %.4f.",
                        silence().value(), earlier.silence().value());
        for (Map.Entry<String, Measured<ChanceShare>> role : byRole().entrySet()) {
            Measured<ChanceShare> before = earlier.byRole().get(role.getKey());
            if (before != null) {
                change = change.because("%s: %s, before %s.", role.getKey(), ratio(role.getValue()), ratio(before));
            }
        }
        return change;
    }

    private static Explanation groups(String title, SortedMap<String, Measured<ChanceShare>> shares) {
        Explanation all = Explanation.of(title + ".");
        for (Map.Entry<String, Measured<ChanceShare>> group : shares.entrySet()) {
            all = all.because("%s: %s.", group.getKey(), ratio(group.getValue()));
        }
        return all;
    }

    private static String ratio(Measured<ChanceShare> share) {
        return share.map(known -> known.ratio()
                        .map(ratio -> String.format(Locale.ROOT, "%.3f, %s chance", ratio, word(known.place())))
                        .toString())
                .toString();
    }

    private static String word(ChanceShare.Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    /** Builds a report; for the review. */
    static final class Builder extends ImmutableVoiceReport.Builder {
        Builder() {}
    }
}

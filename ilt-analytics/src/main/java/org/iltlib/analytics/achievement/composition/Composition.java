package org.iltlib.analytics.achievement.composition;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.stats.merge.Summary;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Rational;

/**
 * The change of an overall mean or share, taken apart into the change within groups and the shift of who is counted.
 * Immutable. Everything is exact: the parts sum to the change without a rest.
 *
 * <p>With shares of students w and means r, before and after: {@link Form#SYMMETRICAL} takes Σ w̄ Δr as the change within
 * and Σ Δw r̄ as the shift, bars being the means of before and after; {@link Form#THREE_PART} takes Σ w₀ Δr, Σ Δw r₀ and
 * an interaction Σ Δw Δr. A group that has nobody at one time keeps the mean of the other: it can only shift.
 *
 * <p>It is arithmetic, not a cause: that the change within is improvement supposes that the groups hold comparable
 * students at both times.
 *
 * <p>Sources: E. M. Kitagawa (1955), doi:10.1080/01621459.1955.10501299; P. Das Gupta (1978), doi:10.2307/2060493, whose
 * form for two factors is the symmetrical one; R. L. Oaxaca (1973), doi:10.2307/2525981, for three parts.
 *
 * @param form which
 */
public record Composition(Form form) {
    /** How the change is taken apart. */
    public enum Form {
        /** Two parts, the same either way round in time. */
        SYMMETRICAL,
        /** Three parts, seen from before. */
        THREE_PART
    }

    /** The symmetrical form. */
    public static Composition withDefaults() {
        return new Composition(Form.SYMMETRICAL);
    }

    /** A copy with that form. */
    public Composition withForm(Form form) {
        return new Composition(form);
    }

    /**
     * The change from before to after. Linear time.
     *
     * @throws IllegalArgumentException if nobody is counted at one of the times
     */
    public CompositionResult of(Map<String, GroupTotal> before, Map<String, GroupTotal> after) {
        GroupTotal first = Summary.merge(GroupTotal.EMPTY, new TreeMap<>(before).values());
        GroupTotal last = Summary.merge(GroupTotal.EMPTY, new TreeMap<>(after).values());
        Checks.require(
                first.n() > 0 && last.n() > 0,
                "There are %s students before and %s after. Expected some at both times.",
                first.n(),
                last.n());
        boolean even = form == Form.SYMMETRICAL;
        Rational centre = even ? first.mean().plus(last.mean()).dividedBy(2) : first.mean();
        SortedMap<String, Rational> within = new TreeMap<>();
        SortedMap<String, Rational> shift = new TreeMap<>();
        SortedMap<String, Rational> changes = new TreeMap<>();
        Rational interaction = Rational.ZERO;
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            GroupTotal then = before.getOrDefault(name, GroupTotal.EMPTY);
            GroupTotal now = after.getOrDefault(name, GroupTotal.EMPTY);
            if (then.n() + now.n() == 0) {
                continue;
            }
            Rational meanThen = then.n() > 0 ? then.mean() : now.mean();
            Rational meanNow = now.n() > 0 ? now.mean() : then.mean();
            Rational shareThen = Rational.of(then.n(), first.n());
            Rational more = Rational.of(now.n(), last.n()).minus(shareThen);
            Rational up = meanNow.minus(meanThen);
            Rational weight = even ? shareThen.plus(more.dividedBy(2)) : shareThen;
            Rational level = even ? meanThen.plus(up.dividedBy(2)) : meanThen;
            within.put(name, weight.times(up));
            shift.put(name, more.times(level.minus(centre)));
            interaction = even ? interaction : interaction.plus(more.times(up));
            if (then.n() > 0 && now.n() > 0) {
                changes.put(name, up);
            }
        }
        Rational change = last.mean().minus(first.mean());
        Rational inside = sum(within);
        Rational moved = sum(shift);
        Optional<SimpsonReversal> reversal = SimpsonReversal.find(change, changes);
        Explanation why = Explanation.of(
                        "From %s to %s, a change of %s: %s within groups, %s because other students are counted.",
                        show(first.mean()), show(last.mean()), show(change), show(inside), show(moved))
                .because("%d students before, %d after, in %d groups.", first.n(), last.n(), within.size())
                .because(
                        even
                                ? "Within: change of each mean times the group's mean share (Kitagawa 1955)."
                                : "Within: change of each mean times the group's share before; interaction "
                                        + show(interaction) + " (Oaxaca 1973).");
        return new CompositionResult.Builder()
                .form(form)
                .before(first.mean())
                .after(last.mean())
                .within(inside)
                .composition(moved)
                .interaction(interaction)
                .putAllWithinByGroup(within)
                .putAllCompositionByGroup(shift)
                .reversal(reversal)
                .why(reversal.map(found -> why.because(found.sentence())).orElse(why))
                .build();
    }

    private static Rational sum(SortedMap<String, Rational> parts) {
        Rational sum = Rational.ZERO;
        for (Rational part : parts.values()) {
            sum = sum.plus(part);
        }
        return sum;
    }

    static String show(Rational number) {
        return String.format(Locale.ROOT, "%.4g", number.doubleValue());
    }
}

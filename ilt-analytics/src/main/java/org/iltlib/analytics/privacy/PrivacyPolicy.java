package org.iltlib.analytics.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How small a number may be and still be shown, and how coarsely: named, dated, with its source; a value, so that a
 * state or district writes its own. No method of this package assumes one. Immutable.
 *
 * <p>The test is made on the group (the denominator), on those of it who have the trait (the numerator) and on those who
 * have not (the complement): 48 of 50 tells of 2.
 */
@Value.Immutable
public abstract class PrivacyPolicy {
    /** The written form. */
    public static final Form<PrivacyPolicy> FORM = Form.<PrivacyPolicy, Builder>built(
                    PrivacyPolicy::builder, Builder::build)
            .field("name", Forms.TEXT, PrivacyPolicy::name, Builder::name)
            .field("source", Forms.TEXT, PrivacyPolicy::source, Builder::source)
            .field("checkedOn", Forms.DATE, PrivacyPolicy::checkedOn, Builder::checkedOn)
            .field("standing", Forms.enumOf(PolicyStanding.class), PrivacyPolicy::standing, Builder::standing)
            .field("scope", Forms.enumOf(PolicyScope.class), PrivacyPolicy::scope, Builder::scope)
            .field("minimumN", Forms.INTEGER, PrivacyPolicy::minimumN, Builder::minimumN)
            .field("minimumNumerator", Forms.INTEGER, PrivacyPolicy::minimumNumerator, Builder::minimumNumerator)
            .field("minimumComplement", Forms.INTEGER, PrivacyPolicy::minimumComplement, Builder::minimumComplement)
            .field("zeroShown", Forms.FLAG, PrivacyPolicy::zeroShown, Builder::zeroShown)
            .field("countsShown", Forms.FLAG, PrivacyPolicy::countsShown, Builder::countsShown)
            .list("bands", ShareBand.FORM, PrivacyPolicy::bands, Builder::addAllBands);

    private static final ShareBand WHOLE = ShareBand.of(1, -1, 101, 1);

    private static final List<ShareBand> COARSER = List.of(
            ShareBand.of(1, 5, 95, 5),
            ShareBand.of(1, 10, 90, 10),
            ShareBand.of(1, 20, 80, 20),
            ShareBand.of(1, 20, 80, 30),
            ShareBand.of(1, 49, 50, 1));

    PrivacyPolicy() {}

    /** A short name that a command line can carry: small letters, digits and dashes. */
    public abstract String name();

    /** Whose rule it is, in words. */
    public abstract String source();

    /** The day on which the source was last looked at. */
    public abstract LocalDate checkedOn();

    /** How sure it is that the source says so. */
    public abstract PolicyStanding standing();

    /** Whose data it is for. */
    public abstract PolicyScope scope();

    /** The smallest group that is shown, at least 1. */
    public abstract int minimumN();

    /** The smallest number with the trait that is shown; 0 if the policy has no such rule. */
    public abstract int minimumNumerator();

    /** The smallest number without the trait that is shown; 0 if the policy has no such rule. */
    public abstract int minimumComplement();

    /** Whether a zero is shown: nobody is there, which tells of nobody, or everybody lacks the trait, which tells of all. */
    public abstract boolean zeroShown();

    /** Whether counts stand beside percentages. */
    public abstract boolean countsShown();

    /** How percentages are coded, by the size of the group, from small to large; none shows whole percentages. */
    public abstract List<ShareBand> bands();

    /** Checks name, minima and the order of the bands. */
    @Value.Check
    void check() {
        Checks.require(name().matches("[a-z0-9-]+"), "name is \"%s\". Expected such as nces-2011-603.", name());
        Checks.text(source(), "source");
        Checks.positive(minimumN(), "minimumN");
        Checks.notNegative(minimumNumerator(), "minimumNumerator");
        Checks.notNegative(minimumComplement(), "minimumComplement");
        for (int i = 1; i < bands().size(); i++) {
            Checks.require(
                    bands().get(i - 1).smallest() < bands().get(i).smallest(),
                    "The band %s does not begin above the one before it.",
                    bands().get(i));
        }
    }

    /** A builder; everything but the bands is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** The smallest number of that kind that is shown; 0 if every number is. */
    public int minimum(CountKind kind) {
        return switch (kind) {
            case GROUP -> minimumN();
            case WITH -> minimumNumerator();
            case WITHOUT -> minimumComplement();
        };
    }

    /** Whether a number of that kind must be withheld for its own sake. */
    public boolean hides(CountKind kind, long count) {
        return count < minimum(kind) && (count > 0 || !zeroShown());
    }

    /** Whether a share of that many in so many must be withheld, all three numbers considered. */
    public boolean hides(long part, long whole) {
        return hides(CountKind.GROUP, whole) || hides(CountKind.WITH, part) || hides(CountKind.WITHOUT, whole - part);
    }

    /**
     * The percentage as the policy shows it; where it shows no counts, and a step of its band would leave a single count
     * possible for a group of that size, more coarsely: by the band of smaller groups, or in steps of 5, 10, 20 or 30
     * points or as below and from a half. A policy without bands shows whole percentages all the same.
     * Whether the share is withheld is asked apart ({@link #hides(long, long)}). Empty for an empty group.
     *
     * @throws IllegalArgumentException if the part is not between 0 and the whole
     */
    public Optional<CodedShare> code(long part, long whole) {
        Checks.require(0 <= part && part <= whole, "part is %s of %s. Expected between 0 and the whole.", part, whole);
        return whole == 0 ? Optional.empty() : Optional.of(band(whole).code(part, whole));
    }

    private ShareBand band(long whole) {
        int place = -1;
        for (int i = 0; i < bands().size(); i++) {
            place = bands().get(i).smallest() <= whole ? i : place;
        }
        if (place < 0) {
            return WHOLE;
        }
        ShareBand band = bands().get(place);
        while (place > 0 && !countsShown() && band.step() > 1 && tells(band, whole)) {
            place--;
            band = bands().get(place);
        }
        for (int i = 0; i < COARSER.size() && !countsShown() && tells(band, whole); i++) {
            band = COARSER.get(i);
        }
        return band;
    }

    /** Whether the band leaves a single count possible for some share of that group. */
    private static boolean tells(ShareBand band, long whole) {
        for (long part = 0; part <= whole; ) {
            CodedShare share = band.code(part, whole);
            if (share.width() == 1) {
                return true;
            }
            part = share.most() + 1;
        }
        return false;
    }

    /** The rule on group sizes alone, for results that know no other. */
    public SuppressionPolicy sizes() {
        return new SuppressionPolicy(name() + ", fewer than " + minimumN(), checkedOn(), minimumN());
    }

    /** Such as {@code nces-2011-603 (groups from 10; NCES 2011-603, commonly told as, 2026-11-28)}. */
    @Override
    public String toString() {
        return name() + " (groups from " + minimumN() + "; " + source() + ", " + standing() + ", " + checkedOn() + ")";
    }

    /** Builds a policy. */
    public static final class Builder extends ImmutablePrivacyPolicy.Builder {
        Builder() {}
    }
}

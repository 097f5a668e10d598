package org.iltlib.analytics.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * Policies that states and agencies publish, and some that teams agree on. Data, not advice: whoever releases numbers
 * chooses one, and nothing here is a default. A policy whose standing is {@link PolicyStanding#COMMONLY_TOLD} is
 * written as it is commonly told; read its source before you rely on it.
 */
public final class PrivacyPolicies {
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 28);

    /** The floor of the Privacy Technical Assistance Center: fewer than 3 is never shown. */
    public static final PrivacyPolicy PTAC_FLOOR = equal("ptac-3", "PTAC, Disclosure Avoidance: the floor of 3", 3)
            .standing(PolicyStanding.READ)
            .build();

    /** The usual choice of 10 named by the Privacy Technical Assistance Center, on all three numbers. */
    public static final PrivacyPolicy PTAC_TEN = equal("ptac-10", "PTAC, Disclosure Avoidance: the usual 10", 10)
            .standing(PolicyStanding.READ)
            .build();

    /**
     * NCES 2011-603, commonly told as: groups below 10 and their related group are withheld; percentages only, coarser
     * for smaller groups. For groups above 100 the ends are coded from 97 on here, the coarsest of those told.
     */
    public static final PrivacyPolicy NCES_2011_603 = builder("nces-2011-603", "NCES 2011-603 (ERIC ED514095)", 10)
            .standing(PolicyStanding.COMMONLY_TOLD)
            .countsShown(false)
            .addBands(ShareBand.of(10, 20, 80, 30), ShareBand.of(21, 10, 90, 10))
            .addBands(ShareBand.of(41, 5, 95, 5), ShareBand.of(101, 3, 97, 1))
            .build();

    /** The public file of EDFacts, commonly told as: 1 to 5 not shown, then ever finer steps up to whole numbers. */
    public static final PrivacyPolicy EDFACTS = builder("edfacts", "EDFacts public file, data notes", 6)
            .standing(PolicyStanding.COMMONLY_TOLD)
            .countsShown(false)
            .addBands(ShareBand.of(6, 49, 50, 1), ShareBand.of(16, 20, 80, 20))
            .addBands(ShareBand.of(31, 10, 90, 10), ShareBand.of(61, 5, 95, 5), ShareBand.of(301, 1, 99, 1))
            .build();

    /** Delaware: counts up to 15 are withheld, percentages above 95 and below 5 coded. */
    public static final PrivacyPolicy DELAWARE = builder("delaware", "Delaware Department of Education", 16)
            .standing(PolicyStanding.READ)
            .countsShown(false)
            .addBands(ShareBand.of(1, 4, 96, 1))
            .build();

    /** Wisconsin: up to 5 is withheld, and of two categories both. */
    public static final PrivacyPolicy WISCONSIN = equal("wisconsin", "Wisconsin Department of Public Instruction", 6)
            .standing(PolicyStanding.READ)
            .build();

    /** California: fewer than 10, and complementary cells. */
    public static final PrivacyPolicy CALIFORNIA = builder("california", "California Department of Education", 10)
            .standing(PolicyStanding.READ)
            .build();

    /** California, surveys of staff: fewer than 3. */
    public static final PrivacyPolicy CALIFORNIA_STAFF = builder(
                    "california-staff", "California Department of Education, staff surveys", 3)
            .standing(PolicyStanding.READ)
            .scope(PolicyScope.STAFF)
            .build();

    /** Groups of adults below 5: a common floor of staff surveys, ours where nothing else is agreed. */
    public static final PrivacyPolicy STAFF_FIVE = builder("staff-5", "a common floor of staff surveys", 5)
            .standing(PolicyStanding.AGREED)
            .scope(PolicyScope.STAFF)
            .build();

    /**
     * Secret ballots: no tally of fewer than 5, none in which one person stands alone, as "4 to 1" shows that person
     * how all others voted, and none that is unanimous, as it shows everybody's vote to everybody.
     */
    public static final PrivacyPolicy SECRET_BALLOT = builder("secret-ballot", "a team's charter on secret ballots", 5)
            .standing(PolicyStanding.AGREED)
            .scope(PolicyScope.BALLOTS)
            .minimumNumerator(2)
            .minimumComplement(2)
            .zeroShown(false)
            .build();

    private PrivacyPolicies() {}

    private static PrivacyPolicy.Builder builder(String name, String source, int minimum) {
        PrivacyPolicy.Builder builder = PrivacyPolicy.builder();
        builder.name(name).source(source).checkedOn(CHECKED).scope(PolicyScope.STUDENTS);
        builder.minimumN(minimum).minimumNumerator(0).minimumComplement(0);
        builder.zeroShown(true).countsShown(true);
        return builder;
    }

    private static PrivacyPolicy.Builder equal(String name, String source, int minimum) {
        PrivacyPolicy.Builder builder = builder(name, source, minimum);
        builder.minimumNumerator(minimum).minimumComplement(minimum);
        return builder;
    }

    /** All of them, in the order of this page. */
    public static List<PrivacyPolicy> all() {
        return List.of(
                PTAC_FLOOR,
                PTAC_TEN,
                NCES_2011_603,
                EDFACTS,
                DELAWARE,
                WISCONSIN,
                CALIFORNIA,
                CALIFORNIA_STAFF,
                STAFF_FIVE,
                SECRET_BALLOT);
    }

    /** The policy of that name. */
    public static Optional<PrivacyPolicy> find(String name) {
        return all().stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /**
     * The policy of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static PrivacyPolicy get(String name) {
        Optional<PrivacyPolicy> found = find(name);
        Checks.require(
                found.isPresent(),
                "policy is \"%s\". Maybe one of %s.",
                name,
                String.join(", ", all().stream().map(PrivacyPolicy::name).toList()));
        return found.orElseThrow();
    }
}

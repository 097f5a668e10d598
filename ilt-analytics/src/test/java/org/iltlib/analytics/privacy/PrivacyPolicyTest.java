package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class PrivacyPolicyTest {
    @Test
    void numeratorAndComplementAreTestedToo() {
        // 48 of 50 tells of 2.
        assertThat(PrivacyPolicies.PTAC_TEN.hides(48, 50)).isTrue();
        assertThat(PrivacyPolicies.PTAC_TEN.hides(2, 50)).isTrue();
        assertThat(PrivacyPolicies.PTAC_TEN.hides(25, 50)).isFalse();
        assertThat(PrivacyPolicies.CALIFORNIA.hides(48, 50)).isFalse();
        assertThat(PrivacyPolicies.CALIFORNIA.hides(5, 9)).isTrue();
    }

    @Test
    void endsAreCodedMoreCoarselyForSmallGroups() {
        PrivacyPolicy nces = PrivacyPolicies.NCES_2011_603;
        assertThat(shown(nces, 2, 15)).contains("≤ 20 %");
        assertThat(shown(nces, 6, 15)).contains("21–49 %");
        assertThat(shown(nces, 9, 15)).contains("50–79 %");
        assertThat(shown(nces, 15, 15)).contains("≥ 80 %");
        assertThat(shown(nces, 15, 40)).contains("30–39 %");
        assertThat(shown(nces, 4, 40)).contains("≤ 10 %");
        assertThat(shown(nces, 29, 68)).contains("40–44 %");
        assertThat(shown(nces, 65, 68)).contains("≥ 95 %");
        assertThat(shown(nces, 86, 200)).contains("43 %");
        assertThat(shown(nces, 199, 200)).contains("≥ 97 %");
        assertThat(nces.code(0, 0)).isEmpty();
        assertThat(shown(PrivacyPolicies.EDFACTS, 4, 10)).contains("≤ 49 %");
        assertThat(shown(PrivacyPolicies.EDFACTS, 5, 10)).contains("≥ 50 %");
        // 95 per cent of 20 would be 19, and where a count could be worked out, Delaware hides the percentage.
        assertThat(shown(PrivacyPolicies.DELAWARE, 19, 20)).contains("≥ 80 %");
        assertThat(shown(PrivacyPolicies.DELAWARE, 380, 400)).contains("95 %");
        assertThat(shown(PrivacyPolicies.DELAWARE, 98, 100)).contains("≥ 95 %");
        assertThat(shown(PrivacyPolicies.DELAWARE, 392, 400)).contains("≥ 96 %");
    }

    /** Compared with every count one by one. */
    @Test
    void theCountsBehindACodeAreExactlyThoseShownAlike() {
        for (PrivacyPolicy policy : PrivacyPolicies.all()) {
            for (int whole = 1; whole <= 130; whole += 3) {
                for (int part = 0; part <= whole; part++) {
                    CodedShare share = policy.code(part, whole).orElseThrow();
                    for (int other = 0; other <= whole; other++) {
                        assertThat(policy.code(other, whole)
                                        .orElseThrow()
                                        .toString()
                                        .equals(share.toString()))
                                .isEqualTo(share.least() <= other && other <= share.most());
                    }
                }
            }
        }
    }

    @Test
    void aZeroMayTellOfEverybody() {
        assertThat(PrivacyPolicies.SECRET_BALLOT.hides(CountKind.WITHOUT, 0)).isTrue();
        assertThat(PrivacyPolicies.PTAC_TEN.hides(CountKind.WITHOUT, 0)).isFalse();
    }

    @Test
    void aTallyOfFourToOneIsNotShown() {
        PrivacyPolicy ballots = PrivacyPolicies.SECRET_BALLOT;
        assertThat(ballots.hides(4, 5)).isTrue();
        assertThat(ballots.hides(5, 5)).isTrue();
        assertThat(ballots.hides(2, 4)).isTrue();
        assertThat(ballots.hides(3, 5)).isFalse();
        assertThat(ballots.scope()).isEqualTo(PolicyScope.BALLOTS);
    }

    @Test
    void everyPolicyIsDataThatCanBeWrittenAndReadAgain() {
        for (PrivacyPolicy policy : PrivacyPolicies.all()) {
            String json = CanonicalJson.write(PrivacyPolicy.FORM.write(policy));
            assertThat(PrivacyPolicy.FORM.read(CanonicalJson.read(json))).isEqualTo(policy);
            assertThat(PrivacyPolicies.find(policy.name())).contains(policy);
            assertThat(policy).hasToString(policy.toString());
            assertThat(policy.sizes().minimumN()).isEqualTo(policy.minimumN());
        }
        assertThatThrownBy(() -> PrivacyPolicies.get("nces")).hasMessageContaining("Maybe one of ptac-3, ptac-10");
        assertThat(PrivacyPolicies.WISCONSIN)
                .hasToString(
                        "wisconsin (groups from 6; Wisconsin Department of Public Instruction, read in the source, 2026-11-28)");
    }

    private static Optional<String> shown(PrivacyPolicy policy, long part, long whole) {
        return policy.code(part, whole).map(CodedShare::toString);
    }

    /** By steps of five, 6 to 9 per cent of 41 would be exactly 3. */
    @Test
    void aStepThatLeavesOneCountIsCodedMoreCoarsely() {
        for (PrivacyPolicy policy : PrivacyPolicies.all()) {
            for (int whole = policy.minimumN(); whole <= 320 && !policy.countsShown(); whole++) {
                for (int part = 0; part <= whole; part++) {
                    assertThat(policy.code(part, whole).orElseThrow().width())
                            .as("%s of %s by %s", part, whole, policy)
                            .isGreaterThan(1);
                }
            }
        }
    }
}

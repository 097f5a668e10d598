package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.custody.School.CLERK;
import static org.iltlib.custody.School.MEMBER;
import static org.iltlib.custody.School.NOW;
import static org.iltlib.custody.School.POLICY;
import static org.iltlib.custody.School.TWO_YEARS;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.junit.jupiter.api.Test;

class CustodyValuesTest {
    private static final EntryId ID = EntryId.of("x");

    @Test
    void aPolicyWithThePurposeTwiceOrAPurposeForNobodyIsRefused() {
        PurposeLimitation first = POLICY.limitations().get(0);
        assertThatThrownBy(() -> POLICY.toBuilder().addLimitations(first).build())
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> first.toBuilder().roles(List.of()).build()).hasMessageContaining("roles is empty");
        assertThatThrownBy(() -> PurposeLimitation.of("p", "r")).hasMessageContaining("reaches is empty");
        assertThatThrownBy(() -> first.toBuilder().countedUpTo(0).build()).hasMessageContaining("countedUpTo is 0");
    }

    @Test
    void aPolicyWithoutPurposesRefusesEverything() {
        AccessPolicy none = POLICY.toBuilder().limitations(List.of()).build();
        assertThat(none.judge(School.counsellor(), Holding.Sort.CONTACT)).contains(Refusal.PURPOSE_NOT_REGISTERED);
    }

    @Test
    void anOrderIsForAPersonOrForADatasetUnderARule() {
        RemovalOrder.Builder order =
                RemovalOrder.builder().id(ID).reason("r").by(CLERK).at(NOW);
        assertThatThrownBy(() -> order.holding(Holding.ofTenant()).build()).hasMessageContaining("TenantDeletion");
        assertThatThrownBy(
                        () -> order.holding(Holding.of(MEMBER)).rule(TWO_YEARS).build())
                .hasMessageContaining("Expected one exactly for a dataset");
    }

    @Test
    void aCountEndsAfterItBegins() {
        assertThatThrownBy(() -> AccessCount.builder()
                        .id(ID)
                        .by(CLERK)
                        .role("r")
                        .purpose("p")
                        .sort(Holding.Sort.CONTACT)
                        .policy("q")
                        .first(NOW)
                        .last(NOW.minusSeconds(1))
                        .count(1)
                        .build())
                .hasMessageContaining("Maybe swap them");
    }

    @Test
    void holdsNameSomethingAndAMatter() {
        assertThatThrownBy(() -> new LegalHold(ID, "m", List.of())).hasMessageContaining("holdings is empty");
        assertThatThrownBy(() -> new LegalHold(ID, " ", List.of(Holding.ofTenant())))
                .hasMessageContaining("matter");
        assertThatThrownBy(() -> new HoldRelease(ID, "")).hasMessageContaining("matter is blank");
    }

    @Test
    void nothingThatIsHandedOutShowsInAnAnswersText() {
        Answer<String> answer = new Answer<>(Optional.of("secret"), Explanation.of("Granted."));
        assertThat(answer).hasToString("Granted.");
        assertThat(answer.get()).isEqualTo("secret");
    }

    @Test
    void holdingsAndRulesReadAsWords() {
        assertThat(Holding.of(MEMBER)).hasToString("person p-3");
        assertThat(Holding.ofTenant()).hasToString("everything").isEqualTo(Holding.ofTenant());
        assertThat(TWO_YEARS).hasToString("interim scores, 24 months (district schedule 7.2)");
        assertThatThrownBy(() -> TWO_YEARS.toBuilder().keepMonths(-1).build()).hasMessageContaining("keepMonths");
    }
}

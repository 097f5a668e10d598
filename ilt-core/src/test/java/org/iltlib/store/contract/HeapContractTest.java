package org.iltlib.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.iltlib.store.contract.junit.StoreContractTests;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** The JUnit form of the contract and its plain form, as the author of a store uses them. */
class HeapContractTest implements StoreContractTests {
    @Override
    public StoreUnderTest openings() {
        return StoreUnderTest.of(MemoryStore::new, MemoryStore::new);
    }

    @Override
    public Set<Section> sections() {
        return EnumSet.of(Section.LIFECYCLE, Section.TENANTS);
    }

    @Test
    void everySectionThatIsAskedForIsAGroupOfTests() {
        assertThat(honoursTheContract().map(group -> group.getDisplayName())).containsExactly("TENANTS", "LIFECYCLE");
        assertThat(honoursTheContract().flatMap(group -> group.getChildren()).count())
                .isEqualTo(StoreContract.checks(sections()).count());
        assertThat(StoreContractTests.super.sections())
                .contains(Section.RECORDS, Section.REOPEN, Section.DATASETS, Section.JOINT, Section.SNAPSHOT)
                .doesNotContain(Section.LARGE);
    }

    @Test
    void aReportNamesEverySentenceThatIsNotHonouredAndGoesOn() {
        ContractReport report = StoreContract.verifyAll(openings(), EnumSet.of(Section.LIFECYCLE, Section.REOPEN));
        assertThat(report.holds()).isFalse();
        long reopening = StoreContract.checks(EnumSet.of(Section.REOPEN)).count();
        assertThat(report.failures()).hasSize((int) reopening).allSatisfy(failure -> {
            assertThat(failure.check().section()).isEqualTo(Section.REOPEN);
            assertThat(failure.error()).hasCauseInstanceOf(Throwable.class);
        });
        assertThat(report)
                .asString()
                .startsWith("The store does not honour " + reopening + " of " + (reopening + 2)
                        + " sentences.\nREOPEN: Not so: what was appended is there");
        ContractReport sound = StoreContract.verifyAll(openings(), EnumSet.of(Section.LIFECYCLE));
        assertThat(sound.holds()).isTrue();
        assertThat(sound).hasToString("The store honours all 2 sentences.");
    }
}

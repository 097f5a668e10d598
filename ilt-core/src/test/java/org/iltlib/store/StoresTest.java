package org.iltlib.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.junit.jupiter.api.Test;

class StoresTest {
    @Test
    void anUnknownSchemeListsThoseThatAreKnownAndNoPassword() {
        assertThatThrownBy(() -> Stores.open("jdbc:oracle:thin:ana/secret@host"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No store is known for \"jdbc:oracle:\". Expected one of [jdbc:h2:, jdbc:postgresql:,"
                        + " jdbc:sqlite:, mem:]. Maybe a module or jar is missing.");
        assertThatThrownBy(() -> Stores.open("secret")).hasMessageContaining("for \"\"");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsAStoreException() {
        assertThatThrownBy(() -> Stores.open("jdbc:postgresql://localhost:1/x?user=ana&password=secret"))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("secret")
                .hasMessageContaining("SQL state 08001");
    }

    @Test
    void aHeapStoreOpensByAddress() {
        try (Store store = Stores.open("mem:")) {
            assertThat(store.forTenant(TenantId.of("t")).load(Note.KEY)).isEqualTo(TeamRecord.empty(Note.KEY));
        }
    }

    @Test
    void aStoreWithoutAPowerSaysSo() {
        RecordStore plain = new RecordStore() {
            @Override
            public TeamRecord load(TeamKey key) {
                return TeamRecord.empty(key);
            }

            @Override
            public TeamRecord append(TeamRecord record) {
                return record;
            }

            @Override
            public java.util.stream.Stream<TeamKey> keys() {
                return java.util.stream.Stream.of();
            }

            @Override
            public EntryTable table() {
                throw new AssertionError("Nobody asks.");
            }
        };
        assertThatThrownBy(() -> DatasetStore.of(plain)).hasMessageContaining("keeps no datasets");
        assertThatThrownBy(() -> JointStore.of(plain)).hasMessageContaining("several records at once");
        assertThatThrownBy(() -> FeedStore.of(plain)).hasMessageContaining("tells no changes");
        assertThatThrownBy(() -> SnapshotStore.of(plain)).hasMessageContaining("shows no snapshots");
        assertThatThrownBy(() -> DirectoryStore.of(plain)).hasMessageContaining("keeps no directory");
    }
}

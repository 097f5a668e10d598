package org.iltlib.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.junit.jupiter.api.Test;

/** What a commitment may replace, and when it counts nonetheless; expected values by hand. */
class ReplacedCommitmentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Commitment.Builder commitment(String id, String due) {
        return Commitment.builder()
                .id(EntryId.of(id))
                .decision(EntryId.of("decision of " + id))
                .owner(PersonId.of("p-001"))
                .what("promise " + id)
                .due(LocalDate.parse(due))
                .doneWhen("seen");
    }

    private static CommitmentUpdate done(String id, String on) {
        return CommitmentUpdate.builder()
                .id(EntryId.of("update of " + id))
                .commitment(EntryId.of(id))
                .on(LocalDate.parse(on))
                .status(CommitmentStatus.DONE)
                .build();
    }

    @Test
    void promisesCannotHideBehindOneThatIsDoneAlready() {
        List<Commitment> all =
                new ArrayList<>(List.of(commitment("c-1", "2026-09-10").build()));
        for (int i = 2; i <= 9; i++) {
            all.add(commitment("c-" + i, "2026-10-01")
                    .replaces(EntryId.of("c-1"))
                    .build());
        }
        FollowThrough now = FollowThrough.of(all, List.of(done("c-1", "2026-09-01")), DAY);
        assertThat(now.due()).isEqualTo(9);
        assertThat(now.doneOnTime()).isEqualTo(1);
        assertThat(now.overdue()).isEqualTo(8);
        FollowThrough done = FollowThrough.of(all, List.of(done("c-1", "2026-09-01"), done("c-2", "2026-09-01")), DAY);
        assertThat(done.doneOnTime()).isEqualTo(1);
        assertThat(done.overdue()).isEqualTo(7);
    }

    @Test
    void promisesCannotHideBehindAChainThatEndsInOneDoneAlready() {
        List<Commitment> all = List.of(
                commitment("c-1", "2026-09-10").build(),
                commitment("c-2", "2026-10-01").replaces(EntryId.of("c-1")).build(),
                commitment("c-3", "2026-10-01").replaces(EntryId.of("c-2")).build());
        assertThat(FollowThrough.of(all, List.of(done("c-1", "2026-09-01")), DAY)
                        .overdue())
                .isEqualTo(2);
    }

    @Test
    void aCommitmentCannotReplaceItself() {
        assertThatThrownBy(() -> commitment("c-1", "2026-09-10")
                        .replaces(EntryId.of("c-1"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c-1");
    }

    @Test
    void commitmentsThatReplaceEachOtherAreRefused() {
        List<Commitment> circle = List.of(
                commitment("c-1", "2026-09-10").replaces(EntryId.of("c-2")).build(),
                commitment("c-2", "2026-09-10").replaces(EntryId.of("c-1")).build());
        assertThatThrownBy(() -> FollowThrough.of(circle, List.of(), DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
    }
}

package org.iltlib.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.junit.jupiter.api.Test;

class CommitmentLoadTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 18);

    private static PersonId member(int i) {
        return PersonId.of("p-00" + i);
    }

    private static Commitment owned(int number, int owner) {
        return Commitment.builder()
                .id(EntryId.of("c" + number))
                .decision(EntryId.of("d"))
                .owner(member(owner))
                .what("x")
                .due(DUE)
                .doneWhen("y")
                .build();
    }

    private static CommitmentUpdate done(int number) {
        return CommitmentUpdate.builder()
                .id(EntryId.of("u" + number))
                .commitment(EntryId.of("c" + number))
                .on(DUE)
                .status(CommitmentStatus.DONE)
                .build();
    }

    private static CommitmentLoad load(int... owners) {
        List<PersonId> members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            members.add(member(i));
        }
        List<Commitment> commitments = new ArrayList<>();
        for (int owner : owners) {
            commitments.add(owned(commitments.size(), owner));
        }
        return CommitmentLoad.of(members, commitments, List.of(), DUE);
    }

    /** The first scenario: of nine commitments two members hold five. Gini by hand: 0 1 1 2 2 3, 19 over 54. */
    @Test
    void twoMembersWhoHoldFiveOfNineRaiseAnAlert() {
        CommitmentLoad load = load(0, 0, 0, 1, 1, 2, 2, 3, 4);
        assertThat(load.total()).isEqualTo(9);
        assertThat(load.heldByMost(2)).isEqualTo(5);
        assertThat(load.alerts(CommitmentLoad.Rule.DEFAULT))
                .containsExactly(
                        "2 of 6 members hold 5 of 9 open commitments, more than 1/2.",
                        "p-005 owns no open commitment.");
        assertThat(load.gini()).isEqualTo(Measured.of(Fraction.of(19, 54)));
        assertThat(load.explanation(CommitmentLoad.Rule.DEFAULT).claim())
                .isEqualTo("9 open commitments of 6 members; Gini 19/54.");
    }

    @Test
    void anEvenLoadRaisesNone() {
        CommitmentLoad load = load(0, 1, 2, 3, 4, 5);
        assertThat(load.alerts(CommitmentLoad.Rule.DEFAULT)).isEmpty();
        assertThat(load.gini()).isEqualTo(Measured.of(Fraction.of(0, 36)));
        assertThat(load().gini().isReported()).isFalse();
    }

    @Test
    void aMemberAboveTheMostIsNamed() {
        CommitmentLoad load = load(3, 3, 3, 3, 0, 1, 2, 4, 5);
        assertThat(load.listAbove(3)).containsExactly(member(3));
        assertThat(load.alerts(new CommitmentLoad.Rule(3, 2, Minimum.atLeast(Fraction.ONE))))
                .containsExactly("p-003 owns 4 open commitments, more than 3.");
        assertThatThrownBy(() -> new CommitmentLoad.Rule(0, 2, Minimum.MAJORITY))
                .hasMessageContaining("most");
    }

    @Test
    void whatIsDoneOrReplacedIsNoLongerOpen() {
        Commitment replacement =
                owned(2, 1).toBuilder().replaces(EntryId.of("c1")).build();
        List<Commitment> commitments = List.of(owned(0, 0), owned(1, 0), replacement);
        CommitmentLoad before = CommitmentLoad.of(List.of(), commitments, List.of(done(0)), DUE.minusDays(1));
        assertThat(before.open()).containsEntry(member(0), 1).containsEntry(member(1), 1);
        CommitmentLoad after = CommitmentLoad.of(List.of(), commitments, List.of(done(0)), DUE);
        assertThat(after.open()).containsEntry(member(0), 0).containsEntry(member(1), 1);
    }

    @Test
    void aReplacedCommitmentKeepsItsDayAndTheOtherDoesNotCount() {
        Commitment later = owned(1, 0).toBuilder()
                .replaces(EntryId.of("c0"))
                .due(DUE.plusDays(9))
                .build();
        List<Commitment> both = List.of(owned(0, 0), later);
        FollowThrough kept = FollowThrough.of(both, List.of(done(1)), DUE.plusDays(20));
        assertThat(kept.due()).isEqualTo(1);
        assertThat(kept.overdue()).isEqualTo(1);
        assertThat(kept.medianDaysOverdue()).isEqualTo(Measured.of(Rational.of(20)));
        assertThat(kept.reaches(FollowThrough.TARGET)).isFalse();
        assertThat(FollowThrough.of(both, List.of(done(0)), DUE.plusDays(20)).doneOnTime())
                .isEqualTo(1);
        assertThatThrownBy(() -> FollowThrough.of(List.of(later), List.of(), DUE))
                .hasMessageContaining("replaces \"c0\", which is not among them");
    }

    @Test
    void fourOfFiveOnTimeReachTheTargetAndThreeOfFourDoNot() {
        List<Commitment> five = new ArrayList<>();
        List<CommitmentUpdate> news = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(owned(i, 0));
            if (i < 4) {
                news.add(done(i));
            }
        }
        assertThat(FollowThrough.of(five, news, DUE).reaches(FollowThrough.TARGET))
                .isTrue();
        assertThat(FollowThrough.of(five.subList(1, 5), news.subList(1, 4), DUE).reaches(FollowThrough.TARGET))
                .isFalse();
        assertThat(FollowThrough.of(five, news, DUE).medianDaysOverdue()).isEqualTo(Measured.of(Rational.ZERO));
    }
}

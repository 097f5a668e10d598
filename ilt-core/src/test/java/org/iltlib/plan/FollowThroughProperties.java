package org.iltlib.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;

/** Nothing that only relabels a commitment raises the share done on time. Each case is a random set of fates and one trick. */
class FollowThroughProperties {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 18);
    private static final LocalDate DAY = DUE.plusDays(30);

    private static Commitment commitment(String id, String what, LocalDate due) {
        return Commitment.builder()
                .id(EntryId.of(id))
                .decision(EntryId.of("d"))
                .owner(PersonId.of("p-001"))
                .what(what)
                .due(due)
                .doneWhen("seen")
                .build();
    }

    private static CommitmentUpdate update(String commitment, CommitmentStatus status, LocalDate on) {
        CommitmentUpdate.Builder builder = CommitmentUpdate.builder();
        builder.id(EntryId.of("u/" + commitment + "/" + status + on))
                .commitment(EntryId.of(commitment))
                .on(on)
                .status(status);
        return builder.reason("moved").addEvidence(EntryId.of("e")).build();
    }

    /** 0 on time, 1 late, 2 validly cancelled, 3 cancelled too late, else nothing. */
    private static List<CommitmentUpdate> news(List<Integer> fates) {
        List<CommitmentUpdate> news = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            switch (fates.get(i)) {
                case 0 -> news.add(update("c" + i, CommitmentStatus.DONE, DUE));
                case 1 -> news.add(update("c" + i, CommitmentStatus.DONE, DUE.plusDays(1)));
                case 2 -> news.add(update("c" + i, CommitmentStatus.CANCELLED, DUE.minusDays(1)));
                case 3 -> news.add(update("c" + i, CommitmentStatus.CANCELLED, DUE.plusDays(1)));
                default -> news.add(update("c" + i, CommitmentStatus.IN_PROGRESS, DUE));
            }
        }
        return news;
    }

    private static List<Commitment> all(int n) {
        List<Commitment> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(commitment("c" + i, "promise " + i, DUE));
        }
        return all;
    }

    private static void assertNotRaised(FollowThrough before, FollowThrough after) {
        long b = (long) before.doneOnTime() * (after.due() - after.cancelled());
        long a = (long) after.doneOnTime() * (before.due() - before.cancelled());
        assertThat(a).as("%s after %s", after, before).isLessThanOrEqualTo(b);
        assertThat(after.doneOnTime()).isLessThanOrEqualTo(before.doneOnTime());
    }

    @Property
    void anotherNameChangesNothing(@ForAll @Size(min = 1, max = 9) List<@IntRange(max = 4) Integer> fates) {
        List<Commitment> renamed = all(fates.size()).stream()
                .map(one -> one.toBuilder().what("easier").doneWhen("said").build())
                .toList();
        assertThat(FollowThrough.of(renamed, news(fates), DAY))
                .isEqualTo(FollowThrough.of(all(fates.size()), news(fates), DAY));
    }

    @Property
    void aLaterOrEarlierDayUnderAnotherIdNeverRaisesIt(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 4) Integer> fates,
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(min = -20, max = 60) int shift) {
        List<Commitment> dated = all(fates.size());
        String old = "c" + which % fates.size();
        dated.add(commitment("new", "the same", DUE.plusDays(shift)).toBuilder()
                .replaces(EntryId.of(old))
                .build());
        List<CommitmentUpdate> news = new ArrayList<>(news(fates));
        news.add(update("new", CommitmentStatus.DONE, DUE.plusDays(shift)));
        assertNotRaised(FollowThrough.of(all(fates.size()), news(fates), DAY), FollowThrough.of(dated, news, DAY));
    }

    @Property
    void splittingIntoPartsNeverRaisesItHoweverManyAreDoneOrCancelled(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 4) Integer> fates,
            @ForAll @IntRange(max = 8) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 2) Integer> parts) {
        List<Commitment> split = all(fates.size());
        List<CommitmentUpdate> news = new ArrayList<>(news(fates));
        for (int i = 0; i < parts.size(); i++) {
            split.add(commitment("part" + i, "a part", DUE).toBuilder()
                    .replaces(EntryId.of("c" + which % fates.size()))
                    .build());
            if (parts.get(i) < 2) {
                CommitmentStatus status = parts.get(i) == 0 ? CommitmentStatus.DONE : CommitmentStatus.CANCELLED;
                news.add(update("part" + i, status, DUE.minusDays(2)));
            }
        }
        assertNotRaised(FollowThrough.of(all(fates.size()), news(fates), DAY), FollowThrough.of(split, news, DAY));
    }

    @Property
    void cancellingAndTakingItUpAgainUnderAnotherIdNeverRaisesIt(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 4) Integer> fates,
            @ForAll @IntRange(max = 8) int which) {
        String old = "c" + which % fates.size();
        List<Commitment> again = all(fates.size());
        again.add(commitment("new", "the same", DUE.plusDays(90)).toBuilder()
                .replaces(EntryId.of(old))
                .build());
        List<CommitmentUpdate> news = new ArrayList<>();
        news.add(update(old, CommitmentStatus.CANCELLED, DUE.minusDays(3)));
        news.addAll(news(fates));
        assertNotRaised(FollowThrough.of(all(fates.size()), news(fates), DAY), FollowThrough.of(again, news, DAY));
    }

    @Property
    void cancellingAfterTheDueDayAndEverySecondClosingChangeNothing(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 4) Integer> fates,
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(min = 1, max = 30) int late) {
        String one = "c" + which % fates.size();
        List<CommitmentUpdate> news = new ArrayList<>(news(fates));
        news.add(update(one, CommitmentStatus.CANCELLED, DUE.plusDays(late)));
        FollowThrough before = FollowThrough.of(all(fates.size()), news(fates), DAY);
        assertThat(FollowThrough.of(all(fates.size()), news, DAY)).isEqualTo(before);
        if (fates.get(which % fates.size()) < 3) {
            news.add(update(one, CommitmentStatus.DONE, DUE.minusDays(9)));
            assertThat(FollowThrough.of(all(fates.size()), news, DAY)).isEqualTo(before);
        }
    }

    @Property
    void theFatesAddUp(@ForAll @Size(max = 9) List<@IntRange(max = 4) Integer> fates) {
        FollowThrough all = FollowThrough.of(all(fates.size()), news(fates), DAY);
        assertThat(all.due()).isEqualTo(fates.size());
        assertThat(all.overdueDays()).hasSize(all.overdue()).allMatch(days -> days == 30);
        assertThat(FollowThrough.fates(all(fates.size()), news(fates), DAY)).hasSize(fates.size());
    }
}

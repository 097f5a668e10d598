package org.iltlib.examples.maple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.CommitmentStatus;
import org.iltlib.plan.CommitmentUpdate;
import org.iltlib.plan.FollowThrough;
import org.iltlib.team.succession.Load;
import org.iltlib.team.succession.Owned;

/** Chapter 6: nine promises; seven are kept on time, one late, one is given up with a reason. */
record Acting(Story story, Stars stars) {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 13);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 15);

    /** The number of the member who owns each; two of them own five together. */
    private static final int[] OWNERS = {3, 3, 3, 6, 6, 4, 5, 7, 1};

    void tell() {
        story.chapter("What was promised");
        List<Commitment> promised = new ArrayList<>();
        List<CommitmentUpdate> updates = new ArrayList<>();
        for (int i = 0; i < OWNERS.length; i++) {
            PersonId owner = Grove.person(OWNERS[i]);
            Commitment.Builder commitment = Commitment.builder();
            promised.add(commitment
                    .id(EntryId.of("commitment-" + (i + 1)))
                    .decision(EntryId.of("decision"))
                    .owner(owner)
                    .what("task " + (i + 1) + " of the fraction plan")
                    .due(DUE)
                    .doneWhen("its product is with the coach")
                    .build());
            updates.add(update(i));
        }
        Load open = Load.of(
                Grove.members(),
                promised.stream().map(one -> Owned.of(one.id(), one.owner())).toList());
        stars.check("who has more than the usual", 2, open.listAbove(1).size());
        stars.check(
                "together they hold",
                5,
                open.listAbove(1).stream()
                        .mapToInt(person -> open.counts().get(person))
                        .sum());
        story.why(open.explanation());
        FollowThrough kept = FollowThrough.of(promised, updates, DAY);
        stars.check("promises", 9, promised.size());
        stars.check("kept on time", 7, kept.doneOnTime());
        stars.check("kept late", 1, kept.doneLate());
        stars.check("given up with a reason", 1, kept.cancelled());
        stars.check("follow-through, 7 of 8", "0.875", kept.rate());
        story.why(kept.explanation());
    }

    private static CommitmentUpdate update(int i) {
        CommitmentUpdate.Builder update = CommitmentUpdate.builder();
        update.id(EntryId.of("update-" + (i + 1))).commitment(EntryId.of("commitment-" + (i + 1)));
        if (i == 7) {
            return update.on(DUE.plusDays(6)).status(CommitmentStatus.DONE).build();
        } else if (i == 8) {
            return update.on(DUE.minusDays(20))
                    .status(CommitmentStatus.CANCELLED)
                    .reason("The publisher withdrew the material.")
                    .addEvidence(EntryId.of("letter-of-the-publisher"))
                    .build();
        }
        return update.on(DUE.minusDays(i)).status(CommitmentStatus.DONE).build();
    }
}

package org.iltlib.examples.river;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;
import org.iltlib.team.succession.Owned;
import org.iltlib.team.succession.Turnover;

/** Five principals leave on 1 July; what they answered for is listed, with a receiver for each. */
record Succeeding(Story story, Stars stars) {
    private static final int[] HELD = {7, 6, 6, 6, 6};

    void tell() {
        story.chapter("Five new principals");
        int before = 0;
        int after = 0;
        int orphans = 0;
        int proposed = 0;
        for (int school = 0; school < HELD.length; school++) {
            Team old = River.leadership(school);
            PersonId leaver = River.person(school, 1);
            PersonId successor = River.person(school, 99);
            List<Owned> owned = new ArrayList<>();
            for (int i = 0; i < HELD[school]; i++) {
                owned.add(Owned.of(EntryId.of("commitment-" + school + "-" + i), leaver));
            }
            for (int i = 0; i < 12; i++) {
                owned.add(Owned.of(EntryId.of("promise-" + school + "-" + i), River.person(school, 3 + i % 7)));
            }
            List<Seat> seats = old.seats().stream()
                    .map(seat -> seat.person().filter(leaver::equals).isPresent()
                            ? seat.toBuilder().person(successor).build()
                            : seat)
                    .toList();
            Turnover turnover = Turnover.of(old, old.toBuilder().seats(seats).build(), owned);
            before += owned.size();
            after += turnover.kept().size() + turnover.orphans().size();
            orphans += turnover.orphans().size();
            proposed += (int) turnover.orphans().stream()
                    .filter(orphan -> orphan.receiver().isPresent())
                    .count();
        }
        stars.check("commitments lost", 0, before - after);
        stars.check("commitments that lost their owner", 31, orphans);
        stars.check("with a receiver proposed", 31, proposed);
    }
}

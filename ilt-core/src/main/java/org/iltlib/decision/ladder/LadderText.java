package org.iltlib.decision.ladder;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.jspecify.annotations.Nullable;

/** The text in hand during a walk: which proposal, in which revision, and whether it was disapproved. Lives for one call. */
final class LadderText {
    private @Nullable EntryId proposal;
    private int revision = 1;
    private boolean studyOwed;

    int revision() {
        return revision;
    }

    boolean studyOwed() {
        return studyOwed;
    }

    /** Whether nothing was voted on yet. */
    boolean isOpen() {
        return proposal == null;
    }

    void disapprove() {
        studyOwed = true;
    }

    void studied() {
        studyOwed = false;
    }

    /** Whether that is the text in hand; any is, while there is none. An older one or another matter is refused. */
    boolean is(EntryId other, int number, LocalDate day) {
        Checks.require(
                number >= revision, "The vote on %s is on revision %s after revision %s.", day, number, revision);
        if (proposal == null) {
            return true;
        }
        Checks.require(
                number > revision || other.equals(proposal),
                "On %s %s, revision %s, is voted on after %s, revision %s. Expected that text or a later revision. Maybe it"
                        + " is of another matter.",
                day,
                other,
                number,
                proposal,
                revision);
        return number == revision;
    }

    /** Takes up the text of a sitting, and says whether it is that of before. */
    boolean take(Sitting sitting, Ladder.Step step) {
        boolean same = is(sitting.proposal(), sitting.revision(), sitting.heldOn());
        Checks.require(
                same || !step.ratifies(),
                "The sitting on %s ratifies %s, revision %s. Expected %s, revision %s, which the team adopted.",
                sitting.heldOn(),
                sitting.proposal(),
                sitting.revision(),
                proposal == null ? "a text" : proposal,
                revision);
        Checks.require(
                !same || !studyOwed,
                "The sitting on %s votes on %s, revision %s, which was not ratified. Expected a study or another text."
                        + " Maybe record the study.",
                sitting.heldOn(),
                sitting.proposal(),
                sitting.revision());
        studyOwed = false;
        boolean before = same && proposal != null;
        proposal = sitting.proposal();
        revision = sitting.revision();
        return before;
    }

    void take(Ruling ruling) {
        proposal = ruling.proposal();
        revision = ruling.revision();
    }
}

package org.iltlib.decision.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.proceedings.Objection.Life;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Words that were said against what was decided, as they were said, for the decision to keep. Whether they stand there
 * with a name is for the one who said them to say.
 *
 * @param person who; absent after an anonymous vote
 * @param source where they were said: {@code objection o-1, overridden}, {@code stood aside}, {@code ballot}
 * @param words the words
 */
public record DissentCandidate(Optional<PersonId> person, String source, String words) {
    /** The written form. */
    public static final Form<DissentCandidate> FORM = Form.of(
            "person",
            Forms.optional(PersonId.FORM),
            DissentCandidate::person,
            "source",
            Forms.TEXT,
            DissentCandidate::source,
            "words",
            Forms.TEXT,
            DissentCandidate::words,
            DissentCandidate::new);

    /** As dissent with the name, where there is one. */
    public Dissent named() {
        return new Dissent(person, words);
    }

    /** As dissent without the name. */
    public Dissent unnamed() {
        return new Dissent(Optional.empty(), words);
    }

    /** Objections that were neither worked in nor withdrawn, then those who stood aside, then reasons on ballots. */
    static List<DissentCandidate> list(ProceedingState closed) {
        List<DissentCandidate> found = new ArrayList<>();
        for (Objection objection : closed.objections()) {
            if (objection.life() != Life.INTEGRATED && objection.life() != Life.WITHDRAWN) {
                found.add(new DissentCandidate(
                        Optional.of(objection.person()),
                        "objection %s, %s".formatted(objection.id(), objection.life()),
                        objection.reason()));
            }
        }
        for (StandAside aside : closed.standAsides()) {
            found.add(new DissentCandidate(Optional.of(aside.person()), "stood aside", aside.reason()));
        }
        if (closed.context().secrecy() == Secrecy.ANONYMOUS) {
            for (OpenedBallot opened : closed.opened()) {
                add(found, closed, Optional.empty(), opened.position(), opened.reason());
            }
        } else {
            for (Ballot ballot : closed.ballots()) {
                add(found, closed, Optional.of(ballot.person()), ballot.position(), ballot.reason());
            }
        }
        return List.copyOf(found);
    }

    private static void add(
            List<DissentCandidate> found,
            ProceedingState closed,
            Optional<PersonId> person,
            Position position,
            Optional<String> reason) {
        boolean said = reason.isEmpty()
                || found.stream()
                        .anyMatch(one ->
                                one.person().equals(person) && one.words().equals(reason.get()));
        if (!said && !position.isAbstention() && !Count.prevails(closed, position)) {
            found.add(new DissentCandidate(person, "ballot", reason.get()));
        }
    }
}

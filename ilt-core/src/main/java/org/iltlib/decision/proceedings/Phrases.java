package org.iltlib.decision.proceedings;

import java.util.List;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;

/** Moves in words. */
final class Phrases {
    private Phrases() {}

    static String of(Move move, Secrecy secrecy) {
        String by = move.by() + " ";
        if (move.act() instanceof Procedure act) {
            return ended(by + procedure(act));
        } else if (move.act() instanceof Attendance act) {
            return ended(attendance(move, act));
        } else if (move.act() instanceof Voting act) {
            return ended(voting(act, secrecy));
        } else if (move.act() instanceof Counsel act) {
            return ended(by + counsel(act));
        }
        return ended(by + concern((Concern) move.act()));
    }

    private static String procedure(Procedure act) {
        if (act instanceof Procedure.Opened opened) {
            return "opened the matter: %s, revision %s"
                    .formatted(opened.context().proposal(), opened.context().revision());
        } else if (act instanceof Procedure.StepBegun step) {
            return "began the next step, on %s, revision %s"
                    .formatted(step.context().proposal(), step.context().revision());
        } else if (act instanceof Procedure.RoundBegun round) {
            return "began round %s".formatted(round.round());
        } else if (act instanceof Procedure.Amended amended) {
            return "put the text amended, as %s, revision %s, which voids earlier ballots: %s"
                    .formatted(amended.proposal(), amended.revision(), amended.change());
        } else if (act instanceof Procedure.Tightened tightened) {
            return "made the vote more secret: %s".formatted(tightened.secrecy());
        } else if (act instanceof Procedure.SeedCommitted committed) {
            return "committed to a seed for a lot: %s".formatted(committed.commitment());
        } else if (act instanceof Procedure.SeedsRevealed revealed) {
            return "revealed the seeds of the lot: %s".formatted(String.join(", ", revealed.seeds()));
        } else if (act instanceof Procedure.Reconsidered reconsidered) {
            return "moved to reconsider, a new round: %s".formatted(reconsidered.why());
        }
        Procedure.Closed closed = (Procedure.Closed) act;
        return closed.unopened().isEmpty()
                ? "closed the round."
                : "closed the round. Not opened: the envelopes of %s".formatted(of(List.copyOf(closed.unopened())));
    }

    private static String attendance(Move move, Attendance act) {
        if (act instanceof Attendance.Came came) {
            return came.person() + " came.";
        } else if (act instanceof Attendance.Went went) {
            return went.person() + " left.";
        } else if (act instanceof Attendance.Recused recused) {
            return recused.person().equals(move.by())
                    ? "%s stepped back: %s".formatted(move.by(), recused.reason())
                    : "%s asked that %s step back: %s".formatted(move.by(), recused.person(), recused.reason());
        } else if (act instanceof Attendance.RecusalChallenged challenged) {
            return "%s challenged the recusal of %s: %s".formatted(move.by(), challenged.person(), challenged.why());
        } else if (act instanceof Attendance.RecusalRuled ruled) {
            return "%s ruled that the recusal of %s %s: %s"
                    .formatted(move.by(), ruled.person(), ruled.upheld() ? "stands" : "does not stand", ruled.why());
        }
        Substitution substitution = ((Attendance.Substituted) act).substitution();
        return substitution
                .substitute()
                .map(person -> "%s stands in for %s: %s".formatted(person, substitution.member(), substitution.kind()))
                .orElse("Nobody stands in for %s any more: %s".formatted(substitution.member(), substitution.kind()));
    }

    private static String voting(Voting act, Secrecy secrecy) {
        if (CastingVotes.isAbout(act)) {
            return casting(act);
        } else if (act instanceof Voting.Cast cast) {
            return secrecy == Secrecy.OPEN ? of(cast.ballot()) : cast.ballot().person() + " voted.";
        } else if (act instanceof Voting.Changed changed) {
            return "Changed: "
                    + (secrecy == Secrecy.OPEN
                            ? of(changed.ballot())
                            : changed.ballot().person() + " voted again.");
        } else if (act instanceof Voting.Sealed envelope) {
            return envelope.person() + " handed in an envelope.";
        } else if (act instanceof Voting.Resealed resealed) {
            return resealed.person() + " handed in another envelope.";
        }
        return ((Voting.TakenBack) act).person() + " took the vote back.";
    }

    private static String casting(Voting act) {
        if (act instanceof Voting.Cast cast) {
            return cast.ballot().person() + " handed in a casting vote, to be opened at a tie only.";
        } else if (act instanceof Voting.Changed changed) {
            return changed.ballot().person() + " handed in another casting vote.";
        }
        return ((Voting.TakenBack) act).person() + " took the casting vote back.";
    }

    private static String concern(Concern act) {
        if (act instanceof Concern.Raised raised) {
            return "raised objection %s: %s".formatted(raised.objection(), raised.reason());
        } else if (act instanceof Concern.Tested tested) {
            return "noted objection %s as %s, by the rule: %s"
                    .formatted(tested.objection(), tested.valid() ? "valid" : "invalid", tested.rule());
        } else if (act instanceof Concern.Integrated integrated) {
            return "noted objection %s as worked into revision %s: %s"
                    .formatted(integrated.objection(), integrated.revision(), integrated.how());
        } else if (act instanceof Concern.Withdrawn withdrawn) {
            return "withdrew objection %s".formatted(withdrawn.objection());
        } else if (act instanceof Concern.Overridden overridden) {
            return "noted objection %s as overridden, by the rule: %s"
                    .formatted(overridden.objection(), overridden.rule());
        }
        Concern.StoodAside aside = (Concern.StoodAside) act;
        return "stood aside%s: %s".formatted(aside.released() ? ", released from carrying it out" : "", aside.reason());
    }

    private static String counsel(Counsel act) {
        if (act instanceof Counsel.AdviceAsked asked) {
            return "asked for the advice of %s%s"
                    .formatted(
                            of(List.copyOf(asked.persons())),
                            asked.dueOn().map(day -> ", due on " + day).orElse(""));
        } else if (act instanceof Counsel.AdviceGiven given) {
            return "advised: %s".formatted(given.advice());
        } else if (act instanceof Counsel.AdviceUsed used) {
            return "told how the advice of %s was used: %s".formatted(used.adviser(), used.use());
        }
        Counsel.BlockConfirmed block = (Counsel.BlockConfirmed) act;
        return "noted what %s said of the block of %s: confirmed by %s, supported by %s"
                .formatted(
                        of(List.copyOf(block.asked())),
                        block.test().blocker(),
                        of(List.copyOf(block.test().confirming())),
                        of(List.copyOf(block.test().supporting())));
    }

    static String of(Ballot ballot) {
        return ended(ballot.castBy().map(by -> by + " for ").orElse("")
                + ballot.person()
                + (ballot.casting() ? " (casting vote): " : ": ")
                + of(ballot.position())
                + ballot.reason().map(reason -> ", because: " + reason).orElse(""));
    }

    static String of(Position position) {
        if (position instanceof Position.Fingers fingers) {
            return fingers.shown() + " fingers";
        } else if (position instanceof Position.Grade grade) {
            return "level " + grade.level();
        } else if (position instanceof Position.Objection objection) {
            return "objection, harms: %s, remedy: %s".formatted(objection.harms(), objection.remedy());
        }
        return position.inWords();
    }

    /** The sentence with one full stop. */
    private static String ended(String sentence) {
        String words = sentence.strip();
        return words.endsWith(".") || words.endsWith("!") || words.endsWith("?") ? words : words + ".";
    }

    static String of(List<PersonId> persons) {
        return persons.isEmpty()
                ? "nobody"
                : String.join(", ", persons.stream().map(PersonId::toString).toList());
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

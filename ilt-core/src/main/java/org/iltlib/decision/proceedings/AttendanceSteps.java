package org.iltlib.decision.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.VotingRoll;

/** What acts on who is there do to a state. */
final class AttendanceSteps {
    private AttendanceSteps() {}

    static ProceedingState after(ProceedingState state, Move move, Attendance act) {
        Checks.require(
                state.isOpen(),
                "The attendance changes after the close of round %s. Maybe begin another round first.",
                state.context().round());
        if (act instanceof Attendance.Came came) {
            return present(state, came.person(), true);
        } else if (act instanceof Attendance.Went went) {
            return present(state, went.person(), false);
        } else if (act instanceof Attendance.Recused recused) {
            return recuse(state, move, recused);
        } else if (act instanceof Attendance.RecusalChallenged challenged) {
            Recusal recusal = expect(state, challenged.person());
            Checks.require(
                    recusal.challenge().isEmpty(), "The recusal of %s is challenged already.", challenged.person());
            return with(state, recusal.challengedBy(move.by(), challenged.why()));
        } else if (act instanceof Attendance.RecusalRuled ruled) {
            Checks.require(
                    !move.by().equals(ruled.person()),
                    "%s rules on their own recusal. Expected another person.",
                    move.by());
            return with(state, expect(state, ruled.person()).ruledBy(move.by(), ruled.upheld()));
        }
        return substitute(state, move, ((Attendance.Substituted) act).substitution());
    }

    private static ProceedingState recuse(ProceedingState state, Move move, Attendance.Recused recused) {
        VotingRoll roll = state.roll();
        Checks.require(
                roll.recusals().stream().noneMatch(one -> one.person().equals(recused.person())),
                "There is a recusal of %s already. Maybe challenge it, or rule on it.",
                recused.person());
        List<Recusal> more = new ArrayList<>(roll.recusals());
        more.add(Recusal.builder()
                .person(recused.person())
                .declaredBy(move.by())
                .reason(recused.reason())
                .interest(recused.interest())
                .build());
        return state.toBuilder().roll(roll.withRecusals(more)).build();
    }

    private static Recusal expect(ProceedingState state, PersonId person) {
        Recusal recusal = state.roll().recusals().stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no recusal of %s. Maybe declare it first.".formatted(person)));
        Checks.require(recusal.ruling().isEmpty(), "The recusal of %s was ruled on already.", person);
        return recusal;
    }

    private static ProceedingState with(ProceedingState state, Recusal changed) {
        List<Recusal> all = state.roll().recusals().stream()
                .map(one -> one.person().equals(changed.person()) ? changed : one)
                .toList();
        return state.toBuilder().roll(state.roll().withRecusals(all)).build();
    }

    private static ProceedingState substitute(ProceedingState state, Move move, Substitution substitution) {
        Checks.require(
                substitution.kind() == Substitution.Kind.ALTERNATE || move.by().equals(substitution.member()),
                "%s says who stands in for %s by %s. Expected the member alone to say so.",
                move.by(),
                substitution.member(),
                substitution.kind());
        List<Substitution> more = new ArrayList<>(state.roll().substitutions());
        more.add(substitution);
        return state.toBuilder().roll(state.roll().withSubstitutions(more)).build();
    }

    private static ProceedingState present(ProceedingState state, PersonId person, boolean there) {
        VotingRoll roll = state.roll();
        Checks.require(
                roll.present().contains(person) != there,
                there ? "%s is there already." : "%s is not there and cannot leave.",
                person);
        Set<PersonId> present = new TreeSet<>(roll.present());
        if (there) {
            present.add(person);
        } else {
            present.remove(person);
        }
        return state.toBuilder().roll(roll.withPresent(present)).build();
    }
}

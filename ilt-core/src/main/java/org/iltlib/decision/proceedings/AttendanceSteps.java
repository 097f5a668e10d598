package org.iltlib.decision.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            return rule(state, move, ruled);
        }
        return substitute(state, move, ((Attendance.Substituted) act).substitution());
    }

    private static ProceedingState recuse(ProceedingState state, Move move, Attendance.Recused recused) {
        VotingRoll roll = state.roll();
        List<Recusal> more = new ArrayList<>(roll.recusals());
        more.removeIf(one -> isAccusation(one)
                && one.person().equals(move.by())
                && recused.person().equals(move.by()));
        Checks.require(
                more.stream().noneMatch(one -> one.person().equals(recused.person())),
                "There is a recusal of %s already. Maybe challenge it, or rule on it.",
                recused.person());
        more.add(Recusal.builder()
                .person(recused.person())
                .declaredBy(move.by())
                .reason(recused.reason())
                .interest(recused.interest())
                .build());
        return state.toBuilder().roll(roll.withRecusals(more)).build();
    }

    /** Whether others say that the member should step back, and it has no effect. */
    private static boolean isAccusation(Recusal recusal) {
        return !recusal.declaredBy().equals(recusal.person()) && !recusal.isInEffect();
    }

    private static ProceedingState rule(ProceedingState state, Move move, Attendance.RecusalRuled ruled) {
        PersonId by = move.by();
        Checks.require(!by.equals(ruled.person()), "%s rules on their own recusal. Expected another person.", by);
        Checks.require(
                hasSeat(state, by),
                "%s rules on a recusal but holds no seat. Expected a member, or whoever presides from a seat.",
                by);
        Recusal recusal = expect(state, ruled.person());
        Checks.require(
                !by.equals(recusal.declaredBy()),
                "%s rules on a recusal that they declared. Expected somebody who is no party to it.",
                by);
        Checks.require(
                recusal.challenge().filter(one -> one.by().equals(by)).isEmpty(),
                "%s rules on a recusal that they challenged. Expected somebody who is no party to it.",
                by);
        return with(state, recusal.ruledBy(by, ruled.upheld()));
    }

    private static boolean hasSeat(ProceedingState state, PersonId person) {
        return state.roll().findSeat(person).isPresent() || Count.seated(state).contains(person);
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
        if (!move.by().equals(substitution.member())) {
            alternate(state, move.by(), substitution);
        }
        List<Substitution> more = new ArrayList<>(state.roll().substitutions());
        more.add(substitution);
        return state.toBuilder().roll(state.roll().withSubstitutions(more)).build();
    }

    /** What another may say about alternates: nothing that takes from the member a vote, cast or still to be cast. */
    private static void alternate(ProceedingState state, PersonId by, Substitution said) {
        PersonId member = said.member();
        Checks.require(hasSeat(state, by), "%s says who sits for %s but holds no seat.", by, member);
        List<Substitution> before = state.roll().substitutions().stream()
                .filter(one -> one.member().equals(member))
                .toList();
        Checks.require(
                !state.handedIn().contains(member)
                        && before.stream()
                                .filter(one -> one.kind() == Substitution.Kind.ALTERNATE)
                                .flatMap(one -> one.substitute().stream())
                                .noneMatch(state.handedIn()::contains),
                "%s says who sits for %s, but that seat has voted in this round. Expected the member to say so.",
                by,
                member);
        Checks.require(
                said.substitute().isEmpty() || !state.roll().present().contains(member),
                "%s says who sits for %s, but %s is there. Expected the member to say so.",
                by,
                member,
                member);
        Optional<Substitution> last = before.stream().reduce((one, next) -> next);
        Checks.require(
                last.isEmpty()
                        || last.get().kind() == Substitution.Kind.ALTERNATE
                        || last.get().substitute().isEmpty(),
                "%s says who sits for %s, but %s gave a %s. Expected the member alone to change that.",
                by,
                member,
                member,
                last.map(one -> one.kind().toString()).orElse("word"));
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

package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.protocol.Advice;
import org.iltlib.decision.protocol.AtMost;
import org.iltlib.decision.protocol.BlockRule;
import org.iltlib.decision.protocol.Consensus;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.BlockTest;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class CounselTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2); // the day on which the log begins
    private static final Proceedings PROCESS =
            Log.opened(4, new Advice(Members.person(0), Set.of(Members.person(1), Members.person(9))), Secrecy.OPEN);
    private static final Proceedings BLOCKED = Log.stances(
            Log.opened(5, new Consensus(AtMost.of(1), BlockRule.confirmed(), Optional.empty()), Secrecy.OPEN),
            Stand.AGREE,
            Stand.AGREE,
            Stand.AGREE,
            Stand.AGREE,
            Stand.BLOCK);

    private static Set<PersonId> persons(int... numbers) {
        Set<PersonId> persons = new TreeSet<>();
        for (int number : numbers) {
            persons.add(Members.person(number));
        }
        return persons;
    }

    private static Act asked(LocalDate due, int... numbers) {
        return new Counsel.AdviceAsked(persons(numbers), Optional.ofNullable(due));
    }

    private static Act confirmed(Set<PersonId> asked, int... confirming) {
        return new Counsel.BlockConfirmed(asked, new BlockTest(Members.person(4), persons(confirming), persons(4)));
    }

    private static Status status(Proceedings log) {
        return log.outcome().orElseThrow().status();
    }

    private static void refused(Proceedings log, int by, Act act, String words) {
        assertThatThrownBy(() -> Log.then(log, by, act))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void anAdviceProcessIsHeldWhollyInTheLog() {
        Proceedings unasked = Log.cast(PROCESS, 0, Position.yes());
        assertThat(status(Log.close(unasked))).isEqualTo(Status.INVALID);
        Proceedings asked = Log.then(Log.then(PROCESS, 0, asked(null, 1)), 0, asked(DAY, 9));
        assertThat(status(Log.close(Log.cast(asked, 0, Position.yes())))).isEqualTo(Status.NEEDS_ROUND);
        Proceedings given = Log.then(
                Log.then(asked, 1, new Counsel.AdviceGiven("Begin with one grade.")),
                9,
                new Counsel.AdviceGiven("Ask the parents."));
        Proceedings used = Log.then(given, 0, new Counsel.AdviceUsed(Members.person(1), "Followed: grade 3 begins."));
        assertThat(status(Log.close(Log.cast(used, 0, Position.yes())))).isEqualTo(Status.INVALID);
        Proceedings all = Log.close(Log.cast(
                Log.then(used, 0, new Counsel.AdviceUsed(Members.person(9), "Not followed: no time.")),
                0,
                Position.yes()));
        assertThat(status(all)).isEqualTo(Status.ADOPTED);
        assertThat(all.outcome().orElseThrow().explanation().toString())
                .contains("Advice of p-001: Followed: grade 3 begins.", "Advice of p-009: Not followed: no time.");
        assertThat(Minutes.of(all))
                .contains("p-000 asked for the advice of p-009, due on 2026-11-02.")
                .contains("p-001 advised: Begin with one grade.")
                .contains("p-000 told how the advice of p-009 was used: Not followed: no time.");
        assertThat(Proceedings.FORM.read(Proceedings.FORM.write(all))).isEqualTo(all);
    }

    @Test
    void adviceIsOfThoseAskedAndItsUseIsToldByTheDecider() {
        refused(PROCESS, 8, asked(null, 8), "holds no seat");
        refused(PROCESS, 1, new Counsel.AdviceGiven("wait"), "p-001 gives advice unasked");
        Proceedings asked = Log.then(PROCESS, 0, asked(DAY, 1, 9));
        refused(asked, 0, asked(DAY.minusDays(1), 2), "Expected that day or a later one");
        refused(asked, 0, new Counsel.AdviceUsed(Members.person(1), "followed"), "none was given");
        Proceedings given = Log.then(asked, 1, new Counsel.AdviceGiven("wait"));
        refused(given, 1, new Counsel.AdviceGiven("wait longer"), "has given advice already");
        refused(given, 1, new Counsel.AdviceUsed(Members.person(1), "followed"), "Expected p-000, who decides");
        refused(Log.close(given), 0, asked(null, 2), "after the close");
        assertThatThrownBy(() -> asked(null)).hasMessageContaining("Nobody is asked");
        Proceedings other = Log.then(
                Log.then(Log.opened(3, Protocols.MAJORITY, Secrecy.OPEN), 0, asked(null, 9)),
                9,
                new Counsel.AdviceGiven("wait"));
        refused(other, 9, new Counsel.AdviceUsed(Members.person(9), "followed"), "holds no seat");
        assertThat(Log.then(other, 2, new Counsel.AdviceUsed(Members.person(9), "followed"))
                        .state()
                        .context()
                        .groundwork()
                        .advice())
                .hasSize(1);
    }

    @Test
    void aBlockIsConfirmedByNamesOfEverybodyAsked() {
        assertThat(status(Log.close(BLOCKED))).isEqualTo(Status.NEEDS_ROUND);
        refused(BLOCKED, 9, confirmed(persons(0, 1, 2, 3), 0), "holds no seat");
        refused(BLOCKED, 0, confirmed(persons(0, 1)), "without [p-002, p-003]. Expected everybody present");
        assertThatThrownBy(() -> confirmed(persons(0, 1), 2)).hasMessageContaining("unasked");
        // four fifths of five must confirm, a tenth support
        assertThat(status(Log.close(Log.then(BLOCKED, 0, confirmed(persons(0, 1, 2, 3), 0, 1, 2, 4)))))
                .isEqualTo(Status.BLOCKED);
        Proceedings three = Log.then(BLOCKED, 0, confirmed(persons(0, 1, 2, 3), 0, 1, 2));
        assertThat(status(Log.close(three))).isEqualTo(Status.ADOPTED);
        assertThat(Minutes.of(three))
                .contains("noted what p-000, p-001, p-002, p-003 said of the block of p-004: confirmed by p-000, p-001,"
                        + " p-002, supported by p-004.");
        assertThat(CanonicalJson.write(Proceedings.FORM.write(three))).contains("blockConfirmed");
    }

    @Test
    void newWordsVoidWhatWasSaidOfABlock() {
        Proceedings three = Log.then(BLOCKED, 0, confirmed(persons(0, 1, 2, 3), 0, 1, 2));
        Proceedings amended = Log.then(three, 0, new Procedure.Amended(EntryId.of("p2"), 2, "shorter"));
        Proceedings again = Log.stances(amended, Stand.AGREE, Stand.AGREE, Stand.AGREE, Stand.AGREE, Stand.BLOCK);
        assertThat(status(Log.close(again))).isEqualTo(Status.NEEDS_ROUND);
    }

    @Test
    void theTeamIsAskedAboutABlockOnlyUnderTheRuleThatAsks() {
        refused(
                Log.opened(5, Protocols.CONSENSUS, Secrecy.OPEN),
                0,
                confirmed(persons(0, 1, 2, 3), 0),
                "which does not ask for that");
        refused(
                BLOCKED,
                0,
                new Counsel.BlockConfirmed(persons(0, 1, 2, 3), new BlockTest(Members.person(9), Set.of(), Set.of())),
                "p-009 is said to block but holds no seat");
    }
}

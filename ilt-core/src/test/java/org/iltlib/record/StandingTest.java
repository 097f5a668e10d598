package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.START;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.iltlib.record.Standing.Status;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final TeamRecord FOUR = record(Note.of("x"), Note.of("y"), Note.of("z"), Note.of("u"));

    private static TeamRecord record(Recordable... values) {
        return TeamRecord.empty(Note.KEY).with(START, ANA, values);
    }

    private static EntryId id(String id) {
        return EntryId.of(id);
    }

    private static Correction correct(String id, String corrected, String replacement) {
        return Correction.builder()
                .id(id(id))
                .corrected(id(corrected))
                .replacement(id(replacement))
                .reason("it was wrong")
                .build();
    }

    private static Withdrawal withdraw(String id, String withdrawn) {
        return new Withdrawal(id(id), id(withdrawn), "it no longer holds");
    }

    private static Standing after(Recordable... acts) {
        return Standing.of(FOUR.with(START.plusSeconds(60), ANA, acts));
    }

    private static List<Status> statuses(Standing standing, String... ids) {
        return Arrays.stream(ids).map(id -> standing.statusOf(id(id))).toList();
    }

    private static String current(Standing standing, String id) {
        return standing.current(id(id)).map(entry -> entry.id().value()).orElse("nothing");
    }

    @Test
    void whatNobodyNamesStands() {
        Standing standing = after();
        assertThat(statuses(standing, "x", "y")).containsOnly(Status.STANDS);
        assertThat(current(standing, "x")).isEqualTo("x");
        assertThat(standing.findDeciding(id("x"))).isEmpty();
        assertThat(standing.listCorrections(id("x"))).isEmpty();
        assertThat(standing.listStanding()).hasSize(4);
        assertThatThrownBy(() -> standing.statusOf(id("nowhere"))).hasMessageContaining("no entry \"nowhere\"");
        assertThatThrownBy(() -> standing.current(id("nowhere"))).hasMessageContaining("no entry \"nowhere\"");
    }

    @Test
    void correctionsAreFollowedToTheLast() {
        Standing standing = after(correct("c1", "x", "y"), correct("c2", "y", "z"));
        assertThat(current(standing, "x")).isEqualTo("z");
        assertThat(current(standing, "y")).isEqualTo("z");
        assertThat(statuses(standing, "x", "y", "z", "c1"))
                .containsExactly(Status.CORRECTED, Status.CORRECTED, Status.STANDS, Status.STANDS);
        assertThat(standing.findDeciding(id("x")).map(Entry::id)).contains(id("c1"));
        assertThat(standing.listCorrections(id("x")))
                .extracting(Correction::reason)
                .containsExactly("it was wrong");
        assertThat(standing.isWithdrawn(id("x"))).isFalse();
        assertThat(standing.listStanding())
                .extracting(entry -> entry.id().value())
                .containsExactly("z", "u", "c1", "c2");
    }

    @Test
    void whatWasCorrectedIntoSomethingWithdrawnHoldsNoMore() {
        Standing standing = after(correct("c1", "x", "y"), withdraw("w", "y"));
        assertThat(current(standing, "x")).isEqualTo("nothing");
        assertThat(statuses(standing, "x", "y")).containsExactly(Status.CORRECTED, Status.WITHDRAWN);
        assertThat(standing.isWithdrawn(id("y"))).isTrue();
    }

    @Test
    void aSecondCorrectionOverridesTheFirstAndSetsItsReplacementAside() {
        Standing standing = after(correct("c1", "x", "y"), correct("c2", "x", "z"));
        assertThat(statuses(standing, "x", "y", "z"))
                .containsExactly(Status.CORRECTED, Status.SET_ASIDE, Status.STANDS);
        assertThat(current(standing, "x")).isEqualTo("z");
        assertThat(current(standing, "y")).isEqualTo("z");
        assertThat(standing.listCorrections(id("x"))).extracting(Correction::id).containsExactly(id("c1"), id("c2"));
    }

    @Test
    void aWithdrawnCorrectionIsAsIfItHadNotBeenMade() {
        Standing standing = after(correct("c1", "x", "y"), withdraw("w", "c1"));
        assertThat(statuses(standing, "x", "y", "c1"))
                .containsExactly(Status.STANDS, Status.SET_ASIDE, Status.WITHDRAWN);
        assertThat(current(standing, "x")).isEqualTo("x");
        assertThat(current(standing, "y")).isEqualTo("x");
        assertThat(standing.listCorrections(id("x"))).hasSize(1);
    }

    @Test
    void aWithdrawnSecondCorrectionLeavesTheFirst() {
        Standing standing = after(correct("c1", "x", "y"), correct("c2", "x", "z"), withdraw("w", "c2"));
        assertThat(statuses(standing, "x", "y", "z"))
                .containsExactly(Status.CORRECTED, Status.STANDS, Status.SET_ASIDE);
        assertThat(current(standing, "z")).isEqualTo("y");
    }

    @Test
    void aWithdrawnWithdrawalIsAsIfItHadNotBeenMade() {
        Standing standing = after(withdraw("w1", "x"), withdraw("w2", "w1"));
        assertThat(statuses(standing, "x", "w1")).containsExactly(Status.STANDS, Status.WITHDRAWN);
        Standing thrice = after(withdraw("w1", "x"), withdraw("w2", "w1"), withdraw("w3", "w2"));
        assertThat(statuses(thrice, "x", "w1", "w2"))
                .containsExactly(Status.WITHDRAWN, Status.STANDS, Status.WITHDRAWN);
    }

    @Test
    void ofACorrectionAndAWithdrawalOfOneEntryTheLastDecides() {
        Standing withdrawnLater = after(correct("c1", "x", "y"), withdraw("w", "x"));
        assertThat(statuses(withdrawnLater, "x", "y")).containsExactly(Status.WITHDRAWN, Status.SET_ASIDE);
        assertThat(current(withdrawnLater, "y")).isEqualTo("nothing");
        Standing correctedLater = after(withdraw("w", "x"), correct("c1", "x", "y"));
        assertThat(statuses(correctedLater, "x", "y")).containsExactly(Status.CORRECTED, Status.STANDS);
        assertThat(current(correctedLater, "x")).isEqualTo("y");
    }

    @Test
    void whatReplacesSomethingSetAsideIsSetAsideToo() {
        Standing standing = after(correct("c1", "x", "y"), correct("c2", "y", "z"), correct("c3", "x", "u"));
        assertThat(statuses(standing, "x", "y", "z", "u"))
                .containsExactly(Status.CORRECTED, Status.SET_ASIDE, Status.SET_ASIDE, Status.STANDS);
        assertThat(List.of(current(standing, "x"), current(standing, "y"), current(standing, "z")))
                .containsOnly("u");
    }

    @Test
    void aReplacementThatAnotherCorrectionStillPutsInPlaceStands() {
        Standing standing = after(correct("c1", "x", "u"), correct("c2", "y", "u"), correct("c3", "x", "z"));
        assertThat(statuses(standing, "x", "y", "z", "u"))
                .containsExactly(Status.CORRECTED, Status.CORRECTED, Status.STANDS, Status.STANDS);
        assertThat(current(standing, "y")).isEqualTo("u");
    }

    @Test
    void aSetAsideEntryCanBeWithdrawnForGood() {
        Standing standing = after(correct("c1", "x", "y"), correct("c2", "x", "z"), withdraw("w", "y"));
        assertThat(statuses(standing, "y", "z")).containsExactly(Status.WITHDRAWN, Status.STANDS);
        assertThat(current(standing, "y")).isEqualTo("nothing");
    }

    @Test
    void aCorrectionCanBeCorrected() {
        Standing standing = after(correct("c1", "x", "y"), correct("c2", "x", "z"), correct("c3", "c1", "c2"));
        assertThat(statuses(standing, "x", "y", "z", "c1", "c2"))
                .containsExactly(Status.CORRECTED, Status.SET_ASIDE, Status.STANDS, Status.CORRECTED, Status.STANDS);
    }

    @Test
    void aCorrectionByItselfOrByWhatIsOlderIsRefused() {
        assertThatThrownBy(() -> correct("c1", "x", "x")).hasMessageContaining("replace itself");
        assertThatThrownBy(() -> FOUR.with(START, ANA, correct("c1", "y", "x")))
                .hasMessageStartingWith("Correction \"c1\" replaces \"y\" by \"x\", which was recorded before it.");
        assertThatThrownBy(() -> FOUR.with(START, ANA, correct("c1", "x", "nowhere")))
                .hasMessageContaining("cites \"nowhere\", which is not recorded");
        assertThatThrownBy(() -> withdraw("w", "x").basedOn().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> new Withdrawal(id("w"), id("x"), " ")).hasMessageContaining("reason is blank");
        assertThatThrownBy(() -> correct("c", "x", "y").toBuilder().reason("").build())
                .hasMessageContaining("reason is blank");
        assertThat(FOUR.with(START, ANA, Note.of("new"), correct("c1", "x", "new"))
                        .revision())
                .isEqualTo(6);
    }

    /** Written by a program without our rules. */
    @Test
    void aCorrectionOrWithdrawalOfWhatComesLaterCountsForNothing() {
        List<Entry> entries = new ArrayList<>(FOUR.entries());
        entries.add(foreign(5, correct("c1", "y", "x")));
        entries.add(foreign(6, withdraw("w1", "w2")));
        entries.add(foreign(7, withdraw("w2", "gone")));
        entries.add(foreign(8, correct("c2", "x", "c2b")));
        Standing standing = Standing.of(TeamRecord.of(Note.KEY, entries, 0));
        assertThat(statuses(standing, "x", "y", "w1", "w2")).containsOnly(Status.STANDS);
        assertThat(standing.listCorrections(id("y"))).hasSize(1);
    }

    @Test
    void whatHoldsCannotBeToldFromACorrectionOfANewerVersion() {
        List<Entry> entries = new ArrayList<>(FOUR.entries());
        entries.add(foreign(5, correct("c1", "x", "y")).toBuilder().version(2).build());
        TeamRecord record = TeamRecord.of(Note.KEY, entries, 0);
        assertThatThrownBy(() -> Standing.of(record)).isInstanceOf(FormException.class);
    }

    private static Entry foreign(long sequence, Recordable value) {
        Entry entry = Entry.builder()
                .sequence(sequence)
                .id(value.id())
                .kind(value.kind().name())
                .version(1)
                .cites(value.basedOn())
                .recordedAt(START)
                .recordedBy(ANA)
                .text(CanonicalJson.write(value.kind().write(value)))
                .previous(Digest.NONE)
                .digest(Digest.NONE)
                .build();
        return entry.toBuilder().digest(new Seal(Note.KEY).of(entry)).build();
    }

    @Test
    void bothAreReadAsWritten() {
        Correction correction = correct("c1", "x", "y");
        assertThat(Correction.FORM.read(CanonicalJson.read(CanonicalJson.write(Correction.FORM.write(correction)))))
                .isEqualTo(correction);
        Withdrawal withdrawal = withdraw("w1", "x");
        assertThat(Withdrawal.FORM.read(CanonicalJson.read(CanonicalJson.write(Withdrawal.FORM.write(withdrawal)))))
                .isEqualTo(withdrawal);
        assertThat(correction.basedOn()).containsExactly(id("x"), id("y"));
        assertThat(withdrawal.basedOn()).containsExactly(id("x"));
    }

    @Test
    void theRegisterMarksWhatStandsNoMore() {
        Instant later = START.plusSeconds(60);
        TeamRecord record = record(Note.of("decision/1"), Note.of("decision/2"), Note.of("decision/3"))
                .with(later, ANA, Note.of("decision/4"), correct("c1", "decision/1", "decision/4"))
                .with(later, ANA, Note.of("decision/5"), correct("c2", "decision/1", "decision/5"))
                .with(later, ANA, withdraw("w", "decision/2"));
        DecisionRegister register = DecisionRegister.of(record, Note.kind("decision"));
        assertThat(register.toString()).isEqualTo("""
                2026-09-01T08:00:00Z  decision/1  rests on 0, led to 2  corrected, now decision/5
                2026-09-01T08:00:00Z  decision/2  rests on 0, led to 1  withdrawn
                2026-09-01T08:00:00Z  decision/3  rests on 0, led to 0
                2026-09-01T08:01:00Z  decision/4  rests on 0, led to 1  set aside, now decision/5
                2026-09-01T08:01:00Z  decision/5  rests on 0, led to 1""");
        assertThat(register.listStanding())
                .extracting(entry -> entry.id().value())
                .containsExactly("decision/3", "decision/5");
        assertThat(register.standing().isWithdrawn(id("decision/2"))).isTrue();
    }
}

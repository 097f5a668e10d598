package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.form.CanonicalJson;
import org.iltlib.team.Office;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final Position YES = Position.yes();
    private static final Position NO = Position.no();
    private static final Proceedings OPEN = Log.opened(5, Protocols.MAJORITY, Secrecy.ANONYMOUS);
    private static final List<Envelope> ENVELOPES = Log.envelopes(OPEN, YES, NO, YES, YES);
    private static final Proceedings SEALED = Log.seal(OPEN, ENVELOPES);

    private static Proceedings closed(Proceedings log, List<Envelope> envelopes) {
        return Log.then(log, 0, log.closing(envelopes));
    }

    /** The bytes as the comment on {@link Envelope#commitment()} tells them, put together by hand. */
    @Test
    void theCommitmentIsTheDigestThatItsCommentTells() throws NoSuchAlgorithmException {
        Envelope envelope = new Envelope(
                EntryId.of("m1"),
                Ballot.of(PersonId.of("p-001"), VotingContext.of(EntryId.of("proposal"), 1), YES),
                "0123456789abcdef");
        String ballot = "{\"person\":\"p-001\",\"position\":{\"choice\":\"YES\",\"position\":\"vote\"},\"proposal\":"
                + "\"proposal\",\"revision\":1}";
        assertThat(envelope.commitment()).isEqualTo(sha256("ilt-ballot/1\n\"m1\"\n\"0123456789abcdef\"\n" + ballot));
        assertThat(envelope.receipt()).isEqualTo(sha256("ilt-receipt/1\n\"m1\"\n\"0123456789abcdef\""));
        assertThat(envelope).hasToString("Envelope[commitment=" + envelope.commitment() + "]");
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAnonymousVoteIsCountedAndNeverTellsWhoVotedHow() {
        Proceedings log = closed(SEALED, ENVELOPES);
        Outcome outcome = log.outcome().orElseThrow();
        assertThat(outcome.status()).isEqualTo(Status.ADOPTED);
        assertThat(outcome.counts()).containsEntry("yes", 3).containsEntry("no", 1);
        assertThat(log.state().ballots()).isEmpty();
        assertThat(log.state().answers())
                .containsEntry("p-001", Answer.ANSWERED)
                .containsEntry("p-004", Answer.SILENT);
        String json = CanonicalJson.write(Proceedings.FORM.write(log));
        assertThat(json).doesNotContain("nonce of 16");
        assertThat(outcome.explanation().toString()).doesNotContain("p-00");
        assertThat(log.listSittings().get(0).ballots()).isEmpty();
        assertThat(log.listSittings().get(0).papers()).containsExactlyInAnyOrder(YES, NO, YES, YES);
    }

    @Test
    void theOrderInWhichEnvelopesAreGivenDoesNotMatter() {
        List<Envelope> reversed = new ArrayList<>(ENVELOPES);
        Collections.reverse(reversed);
        assertThat(SEALED.closing(reversed)).isEqualTo(SEALED.closing(ENVELOPES));
        List<OpenedBallot> opened = new ArrayList<>(SEALED.closing(ENVELOPES).opened());
        Collections.reverse(opened);
        assertThatThrownBy(() -> new Procedure.Closed(opened, Set.of()))
                .hasMessageContaining("order of their receipts");
    }

    @Test
    void everyVoterFindsTheOwnBallotAndNobodyAnother() {
        Proceedings log = closed(SEALED, ENVELOPES);
        assertThat(ENVELOPES).allMatch(log::holds);
        assertThat(ENVELOPES).noneMatch(SEALED::holds);
        Envelope other = new Envelope(Log.ID, ENVELOPES.get(0).ballot(), "another nonce, long enough");
        assertThat(log.holds(other)).isFalse();
        Envelope altered = new Envelope(
                Log.ID,
                ENVELOPES.get(0).ballot().toBuilder().position(NO).build(),
                ENVELOPES.get(0).nonce());
        assertThat(log.holds(altered)).isFalse();
        Envelope elsewhere = new Envelope(
                EntryId.of("m2"), ENVELOPES.get(0).ballot(), ENVELOPES.get(0).nonce());
        assertThat(log.holds(elsewhere)).isFalse();
    }

    @Test
    void anEnvelopeWhoseBallotWasAlteredAfterwardsIsRefused() {
        Envelope first = ENVELOPES.get(0);
        Envelope altered =
                new Envelope(Log.ID, first.ballot().toBuilder().position(NO).build(), first.nonce());
        assertThatThrownBy(() -> SEALED.closing(List.of(altered)))
                .hasMessageContaining("The envelope of p-000 does not fit the commitment");
        assertThatThrownBy(() -> SEALED.closing(List.of(first, first))).hasMessageContaining("twice");
    }

    @Test
    void nobodyVotesTwiceNorWithTheEnvelopeOfAnother() {
        Act second = new Voting.Sealed(Members.person(0), "0".repeat(64));
        assertThatThrownBy(() -> Log.then(SEALED, 0, second)).hasMessageContaining("has voted in this round already");
        Act copied = new Voting.Sealed(Members.person(4), ENVELOPES.get(0).commitment());
        assertThatThrownBy(() -> Log.then(SEALED, 4, copied)).hasMessageContaining("the envelope of somebody else");
        List<OpenedBallot> five = new ArrayList<>(SEALED.closing(ENVELOPES).opened());
        five.add(new OpenedBallot("f".repeat(64), YES, Optional.empty()));
        five.sort(null);
        assertThatThrownBy(() -> Log.then(SEALED, 0, new Procedure.Closed(five, Set.of())))
                .hasMessageContaining("5 envelopes are opened and 0 are not. Expected 4");
        assertThatThrownBy(() -> new OpenedBallot("f".repeat(63), YES, Optional.empty()))
                .hasMessageContaining("64 hexadecimal digits");
    }

    @Test
    void twoWhoShareANonceAreNotBothOpened() {
        Envelope first = ENVELOPES.get(0);
        Envelope same =
                new Envelope(Log.ID, Ballot.of(Members.person(4), OPEN.state().context(), NO), first.nonce());
        List<Envelope> both = List.of(first, same);
        Proceedings log = Log.seal(OPEN, both);
        assertThatThrownBy(() -> log.closing(both)).hasMessageContaining("p-000 and p-004 have the same nonce");
        assertThat(closed(log, List.of(first)).state().unopened()).containsExactly(Members.person(4));
    }

    @Test
    void anEnvelopeIsReplacedByAnotherAndTheFirstIsVoid() {
        Envelope other = new Envelope(
                Log.ID, Ballot.of(Members.person(0), OPEN.state().context(), NO), "a new nonce for a new ballot");
        Proceedings log = Log.then(SEALED, 0, new Voting.Resealed(Members.person(0), other.commitment()));
        assertThatThrownBy(() -> log.closing(ENVELOPES)).hasMessageContaining("p-000");
        List<Envelope> now = new ArrayList<>(ENVELOPES);
        now.set(0, other);
        assertThat(closed(log, now).outcome().orElseThrow().status()).isEqualTo(Status.TIED);
    }

    @Test
    void whoKeepsTheNonceIsNamedAndNotCounted() {
        Proceedings log = closed(SEALED, ENVELOPES.subList(0, 2));
        assertThat(log.state().unopened()).containsExactly(Members.person(2), Members.person(3));
        assertThat(log.outcome().orElseThrow().status()).isEqualTo(Status.TIED);
        assertThat(log.outcome().orElseThrow().explanation().toString()).contains("Not opened: 2 envelopes");
        assertThatThrownBy(() -> Log.then(
                        SEALED,
                        0,
                        new Procedure.Closed(SEALED.closing(ENVELOPES).opened(), Set.of(Members.person(4)))))
                .hasMessageContaining("The envelope of p-004 is said not to be opened");
    }

    @Test
    void theEnvelopeOfOneWhoStepsBackIsNeverOpened() {
        Proceedings log =
                Log.then(SEALED, 1, new Attendance.Recused(Members.person(1), "my brother", Optional.empty()));
        Proceedings end = closed(log, ENVELOPES);
        assertThat(end.state().opened()).hasSize(3);
        assertThat(end.state().voided()).extracting(one -> one.reason()).containsExactly("recused");
        assertThat(end.outcome().orElseThrow().count("no")).isZero();
        assertThat(end.holds(ENVELOPES.get(1))).isFalse();
    }

    @Test
    void aUnanimousVoteShowsItsStatusAndWithholdsItsNumbers() {
        Proceedings all = closed(SEALED, ENVELOPES);
        assertThat(all.visibleTo(Members.person(4), all.state().at()).outcome()).isEqualTo(all.outcome());
        assertThat(all.visibleTo(Members.person(4), all.state().at()).opened()).isEmpty();
        List<Envelope> alike = Log.envelopes(OPEN, YES, YES, YES, YES);
        Proceedings unanimous = closed(Log.seal(OPEN, alike), alike);
        Outcome shown =
                unanimous.visibleTo(Log.CHAIR, unanimous.state().at()).outcome().orElseThrow();
        assertThat(shown.status()).isEqualTo(Status.ADOPTED);
        assertThat(shown.counts()).isEmpty();
        assertThat(shown.base()).isEmpty();
        assertThat(shown.explanation().toString()).contains("Numbers: withheld").doesNotContain("4 yes");
        assertThat(Minutes.of(unanimous)).contains("Numbers: withheld").doesNotContain("4 yes");
        List<Envelope> two = Log.envelopes(OPEN, YES, NO);
        Proceedings small = closed(Log.seal(OPEN, two), two);
        assertThat(small.visibleTo(Log.CHAIR, small.state().at())
                        .outcome()
                        .orElseThrow()
                        .counts())
                .isEmpty();
    }

    @Test
    void aViewerSeesTheOwnEnvelopeOnly() {
        ProceedingState seen =
                SEALED.visibleTo(Members.person(1), SEALED.state().at());
        assertThat(seen.envelopes()).extracting(Voting.Sealed::person).containsExactly(Members.person(1));
        assertThat(seen.handedIn()).hasSize(4);
    }

    @Test
    void aVoteInWhichItMattersWhoSaysWhatCannotBeAnonymous() {
        VotingContext context = OPEN.state().context();
        assertThatThrownBy(() -> Log.opened(5, Protocols.PRINCIPAL_RESERVED, Secrecy.ANONYMOUS))
                .hasMessageContaining("which may ask who says what");
        Rules rules = Rules.of(Protocols.MAJORITY);
        assertThatThrownBy(() -> Proceedings.open(
                        Log.ID,
                        new Move(
                                Log.START,
                                Log.CHAIR,
                                new Procedure.Opened(
                                        context,
                                        Members.roll(3).withWeights(Map.of(Members.person(0), Rational.of(2))),
                                        rules))))
                .hasMessageContaining("not every voice counts alike");
        assertThatThrownBy(() -> Log.opened(5, context.withTies(TiePolicy.castingVote(Office.PRINCIPAL)), rules))
                .hasMessageContaining("the chair's vote");
        assertThatThrownBy(() -> Log.opened(5, context.withAllowed(Substitution.Kind.PROXY), rules))
                .hasMessageContaining("one person's vote may go with another's");
        assertThatThrownBy(
                        () -> Log.opened(5, context.toBuilder().smallestCell(1).build(), rules))
                .hasMessageContaining("cells of one vote");
        Proceedings reserved = Log.opened(5, Protocols.PRINCIPAL_RESERVED, Secrecy.OPEN);
        assertThatThrownBy(() -> Log.then(reserved, 0, new Procedure.Tightened(Secrecy.ANONYMOUS)))
                .hasMessageContaining("Maybe hide the ballots until the close");
    }

    @Test
    void afterAnAnonymousVoteWhoeverVotedMayMoveToReconsider() {
        Proceedings log = closed(SEALED, ENVELOPES);
        Act again = new Procedure.Reconsidered("the price has changed");
        assertThat(Log.then(log, 1, again).state().isOpen()).isTrue();
        assertThatThrownBy(() -> Log.then(log, 4, again)).hasMessageContaining("p-004 moves to reconsider");
    }

    @Test
    void reasonsOfAnAnonymousVoteStandAsDissentWithoutAName() {
        List<Envelope> some = new ArrayList<>(ENVELOPES);
        Envelope with = new Envelope(
                Log.ID, Ballot.of(Members.person(1), OPEN.state().context(), NO, "too dear"), "a nonce nobody guesses");
        some.set(1, with);
        Proceedings log = closed(Log.seal(OPEN, some), some);
        assertThat(log.listDissent()).containsExactly(new DissentCandidate(Optional.empty(), "ballot", "too dear"));
    }

    @Test
    void aNonceThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> new Envelope(Log.ID, ENVELOPES.get(0).ballot(), "1234"))
                .hasMessageContaining("The nonce has 4 characters");
    }

    @Test
    void envelopesAreOpenedInAnAnonymousVoteOnly() {
        Proceedings open = Log.opened(5, Protocols.MAJORITY, Secrecy.OPEN);
        assertThatThrownBy(() -> open.closing(List.of())).hasMessageContaining("no anonymous vote is open");
        assertThatThrownBy(() -> Log.then(open, 0, new Procedure.Closed(List.of(), Set.of(Log.CHAIR))))
                .hasMessageContaining("The vote is not anonymous");
    }

    @Test
    void aTextThatChangesVoidsTheEnvelopes() {
        Proceedings log = Log.then(SEALED, 0, new Procedure.Amended(EntryId.of("proposal-2"), 2, "shorter"));
        assertThat(log.state().envelopes()).isEmpty();
        assertThatThrownBy(() -> log.closing(ENVELOPES)).hasMessageContaining("does not fit");
        assertThat(closed(log, List.of()).outcome().orElseThrow().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void anIllegalPositionIsLeftOutUnderALabel() {
        List<Envelope> odd = Log.envelopes(OPEN, YES, Position.fingers(3), NO, YES);
        Proceedings log = closed(Log.seal(OPEN, odd), odd);
        assertThat(log.outcome().orElseThrow().leftOut())
                .singleElement()
                .satisfies(one -> assertThat(one.person().value()).startsWith("ballot-"));
    }

    @Test
    void whatWasSettledBeforehandSettlesNoPaperAndTheCountSaysSo() {
        VotingContext context = Members.CONTEXT.toBuilder()
                .secrecy(Secrecy.ANONYMOUS)
                .groundwork(Groundwork.builder().addResolved(Members.person(1)).build())
                .build();
        Proceedings open = Log.opened(4, context, Rules.of(Protocols.MAJORITY));
        List<Envelope> envelopes = Log.envelopes(open, YES, YES, NO, YES);
        Outcome outcome = closed(Log.seal(open, envelopes), envelopes).outcome().orElseThrow();
        assertThat(outcome.explanation().toString())
                .contains("Objections said to be settled beforehand settle no ballot here")
                .doesNotContain("p-00");
    }
}

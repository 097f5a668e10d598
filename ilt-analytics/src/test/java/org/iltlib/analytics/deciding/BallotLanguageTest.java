package org.iltlib.analytics.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.decision.protocol.Advice;
import org.iltlib.decision.protocol.GradientScale;
import org.iltlib.decision.protocol.GradientsOfAgreement;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.junit.jupiter.api.Test;

/** Expected: the limits that the class names, with indifference 0.1 and outrage 1. */
class BallotLanguageTest {
    private static final TeamModel MODEL = TeamModel.withDefaults();
    private static final double[] FALLING = {1.5, 1, 0.6, 0.3, 0.05, 0, -0.05, -0.3, -0.4, -0.6, -0.9, -1, -2};

    @Test
    void votesAreYesAbstainNo() {
        assertThat(shown(BallotLanguage.VOTE, true))
                .containsExactly(
                        Position.yes(),
                        Position.yes(),
                        Position.yes(),
                        Position.yes(),
                        Position.abstain(),
                        Position.abstain(),
                        Position.abstain(),
                        Position.no(),
                        Position.no(),
                        Position.no(),
                        Position.no(),
                        Position.no(),
                        Position.no());
        assertThat(against(BallotLanguage.VOTE)).isEqualTo(6);
    }

    @Test
    void fingersGoFromFiveToTheFist() {
        assertThat(shown(BallotLanguage.FINGERS, true))
                .extracting(position -> ((Position.Fingers) position).shown())
                .containsExactly(5, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, 0, 0);
        assertThat(shown(BallotLanguage.FINGERS, false)).doesNotContain(Position.fingers(0));
        assertThat(against(BallotLanguage.FINGERS)).isEqualTo(8);
    }

    @Test
    void gradesGoFromEndorseToVeto() {
        assertThat(shown(BallotLanguage.GRADIENTS, true))
                .extracting(position -> ((Position.Grade) position).level())
                .containsExactly(1, 2, 2, 3, 4, 4, 4, 5, 6, 6, 7, 8, 8);
        assertThat(shown(BallotLanguage.GRADIENTS, false)).doesNotContain(Position.grade(8));
        assertThat(against(BallotLanguage.GRADIENTS)).isEqualTo(6);
    }

    @Test
    void stancesGoFromAgreeToBlock() {
        assertThat(shown(BallotLanguage.STANCE, true))
                .extracting(position -> ((Position.Stance) position).stand())
                .containsExactly(
                        Stand.AGREE,
                        Stand.RESERVATIONS,
                        Stand.RESERVATIONS,
                        Stand.RESERVATIONS,
                        Stand.RESERVATIONS,
                        Stand.STAND_ASIDE,
                        Stand.STAND_ASIDE,
                        Stand.STAND_ASIDE,
                        Stand.STAND_ASIDE,
                        Stand.STAND_ASIDE,
                        Stand.STAND_ASIDE,
                        Stand.BLOCK,
                        Stand.BLOCK);
        assertThat(shown(BallotLanguage.STANCE, false)).doesNotContain(Position.stance(Stand.BLOCK));
        assertThat(against(BallotLanguage.STANCE)).isEqualTo(8);
    }

    @Test
    void underConsentOnlyWhatIsUnbearableIsAnObjection() {
        assertThat(shown(BallotLanguage.CONSENT, true))
                .extracting(position -> ((Position.Stance) position).stand())
                .startsWith(Stand.AGREE)
                .endsWith(Stand.RESERVATIONS, Stand.BLOCK, Stand.BLOCK);
        assertThat(shown(BallotLanguage.CONSENT, false)).doesNotContain(Position.stance(Stand.BLOCK));
        assertThat(against(BallotLanguage.CONSENT)).isEqualTo(2);
    }

    @Test
    void aBallotOfAnotherLanguageIsNeverAgainst() {
        for (BallotLanguage language : BallotLanguage.values()) {
            assertThat(language.isAgainst(Position.dots(Map.of()))).isFalse();
        }
    }

    @Test
    void everyProtocolOfYesNoAndAgreementHasALanguage() {
        assertThat(BallotLanguage.of(Protocols.CONSENT)).isEqualTo(BallotLanguage.CONSENT);
        assertThat(BallotLanguage.of(Protocols.CONSENSUS)).isEqualTo(BallotLanguage.STANCE);
        assertThat(BallotLanguage.of(Protocols.FIST_TO_FIVE_CLASSIC)).isEqualTo(BallotLanguage.FINGERS);
        assertThat(BallotLanguage.of(Protocols.MAJORITY)).isEqualTo(BallotLanguage.VOTE);
        assertThat(BallotLanguage.of(Protocols.UNANIMITY)).isEqualTo(BallotLanguage.VOTE);
        assertThat(BallotLanguage.of(Protocols.PRINCIPAL_RESERVED)).isEqualTo(BallotLanguage.VOTE);
        assertThat(BallotLanguage.of(new Advice(PersonId.of("p-001"), Set.of())))
                .isEqualTo(BallotLanguage.VOTE);
        assertThat(BallotLanguage.of(new GradientsOfAgreement(GradientScale.KANER_OLDER, 3, Minimum.MAJORITY)))
                .isEqualTo(BallotLanguage.GRADIENTS);
        DecisionProtocol own = new DecisionProtocol() {
            @Override
            public String name() {
                return "who shouts loudest";
            }

            @Override
            public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
                throw new UnsupportedOperationException();
            }
        };
        assertThatThrownBy(() -> Procedure.of("own", own, 1)).hasMessageContaining("who shouts loudest");
    }

    private static List<Position> shown(BallotLanguage language, boolean dares) {
        return DoubleStream.of(FALLING)
                .mapToObj(value -> language.show(value, dares, MODEL))
                .toList();
    }

    private static long against(BallotLanguage language) {
        return shown(language, true).stream().filter(language::isAgainst).count();
    }
}

package org.iltlib.decision.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;
import org.iltlib.form.Shape;

/**
 * Thumbs up, sideways or down, read in a way that is said beforehand and then counted by another protocol. What a thumb
 * sideways means is contested, so there is no default. Immutable.
 *
 * <pre>{@code
 * Thumbs.of(Thumbs.Reading.VOTES, Majority.of(Threshold.MAJORITY));         // sideways abstains
 * Thumbs.of(Thumbs.Reading.FINGERS, FistToFive.of(Semantics.CLASSIC));      // sideways supports
 * }</pre>
 *
 * @param reading what each thumb stands for
 * @param protocol what counts it
 */
public record Thumbs(Reading reading, DecisionProtocol protocol) implements DecisionProtocol {
    /** The written form. */
    public static final Form<Thumbs> FORM = Form.of(
            "reading", Forms.enumOf(Reading.class), Thumbs::reading, "by", new Inner(), Thumbs::protocol, Thumbs::new);

    /** What a thumb stands for. */
    public enum Reading {
        /** Up is five fingers, sideways three, down a fist. */
        FINGERS("5, 3, 0") {
            @Override
            Position of(Position.Way thumb) {
                return Position.fingers(
                        switch (thumb) {
                            case UP -> 5;
                            case SIDEWAYS -> 3;
                            case DOWN -> 0;
                        });
            }
        },
        /** Up is a yes, sideways an abstention, down a no. */
        VOTES("yes, abstain, no") {
            @Override
            Position of(Position.Way thumb) {
                return switch (thumb) {
                    case UP -> Position.yes();
                    case SIDEWAYS -> Position.abstain();
                    case DOWN -> Position.no();
                };
            }
        };

        private final String words;

        Reading(String words) {
            this.words = words;
        }

        abstract Position of(Position.Way thumb);
    }

    /** Refuses a protocol that counts something else than what the thumbs are read as. */
    public Thumbs {
        boolean fingers = protocol instanceof FistToFive;
        boolean votes = protocol instanceof Majority
                || protocol instanceof Unanimity
                || protocol instanceof TwoSided
                || protocol instanceof ConcurrentMajorities
                || protocol instanceof GeneralConsent
                || protocol instanceof PrincipalReserved;
        Checks.require(
                reading == Reading.FINGERS ? fingers : votes,
                "Thumbs read as %s cannot be counted by %s. Maybe %s.",
                reading.words,
                protocol.name(),
                reading == Reading.FINGERS ? "fist to five" : "a majority");
    }

    /** Thumbs read that way and counted by that protocol. */
    public static Thumbs of(Reading reading, DecisionProtocol protocol) {
        return new Thumbs(reading, protocol);
    }

    @Override
    public String name() {
        return "thumbs (up, sideways, down as %s), %s".formatted(reading.words, protocol.name());
    }

    @Override
    public boolean countsHeads() {
        return protocol.countsHeads();
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Outcome outcome = protocol.decide(ballots.stream().map(this::read).toList(), roll, context);
        Tally shown = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Thumb);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Position.Way way : Position.Way.values()) {
            counts.put(
                    "thumbs " + way.name().toLowerCase(java.util.Locale.ROOT),
                    shown.those(Position.thumb(way)::equals).size());
        }
        counts.putAll(outcome.counts());
        return outcome.toBuilder()
                .protocol(name())
                .counts(counts)
                .explanation(outcome.explanation()
                        .because(
                                "Thumbs: %s up, %s sideways, %s down, read as %s.",
                                counts.getOrDefault("thumbs up", 0),
                                counts.getOrDefault("thumbs sideways", 0),
                                counts.getOrDefault("thumbs down", 0),
                                reading.words))
                .build();
    }

    /**
     * A thumb as what it stands for; a block or an abstention as it is; anything else as a thumb, which no other protocol
     * knows.
     */
    private Ballot read(Ballot ballot) {
        if (ballot.position().isAbstention() || ballot.position().isBlock()) {
            return ballot;
        }
        Position read = ballot.position() instanceof Position.Thumb thumb
                ? reading.of(thumb.shown())
                : Position.thumb(Position.Way.DOWN);
        return ballot.toBuilder().position(read).build();
    }

    /** The family within itself; its shape is told no further. */
    private static final class Inner implements Form<DecisionProtocol> {
        @Override
        public Node write(DecisionProtocol value) {
            return Protocols.form().write(value);
        }

        @Override
        public DecisionProtocol read(Node node) throws FormException {
            return Protocols.form().read(node);
        }

        @Override
        public Shape shape() {
            return new Shape.Plain("protocol");
        }
    }
}

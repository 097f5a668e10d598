package org.iltlib.decision.options;

import java.util.Arrays;
import java.util.Optional;
import org.iltlib.choice.Profile;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.committee.Meek;
import org.iltlib.choice.committee.SeatCount;
import org.iltlib.choice.committee.TransferableVote;

/** The single transferable vote, by the rules of {@code choice}. */
public enum SeatRule {
    /** {@link TransferableVote#scottish()}; strict rankings. */
    SCOTTISH_STV(true) {
        @Override
        SeatCount count(Profile profile, int places, TieChain ties) {
            return TransferableVote.scottish().withTies(ties).count(profile, places);
        }
    },
    /** {@link Meek#withDefaults()}; ranks may be shared. */
    MEEK(false) {
        @Override
        SeatCount count(Profile profile, int places, TieChain ties) {
            return Meek.withDefaults().withTies(ties).count(profile, places);
        }
    },
    /** {@link Meek#warren()}; strict rankings. */
    WARREN(true) {
        @Override
        SeatCount count(Profile profile, int places, TieChain ties) {
            return Meek.warren().withTies(ties).count(profile, places);
        }
    };

    private final boolean strict;

    SeatRule(boolean strict) {
        this.strict = strict;
    }

    abstract SeatCount count(Profile profile, int places, TieChain ties);

    /** Whether a ballot must be a strict ranking. */
    public boolean isStrict() {
        return strict;
    }

    /** Its name, for a command line: {@code scottish-stv}. */
    public String ruleName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The rule of that name. */
    public static Optional<SeatRule> findByName(String name) {
        return Arrays.stream(values())
                .filter(rule -> rule.ruleName().equals(name))
                .findFirst();
    }
}

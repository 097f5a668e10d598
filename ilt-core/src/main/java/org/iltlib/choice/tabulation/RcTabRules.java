package org.iltlib.choice.tabulation;

import java.util.List;
import org.iltlib.choice.Rational;
import org.iltlib.choice.format.FormatException;
import org.iltlib.choice.single.Overvotes;
import org.iltlib.form.Node;

/** The rules of an RCTab configuration. */
final class RcTabRules {
    private final Node.Fields fields;

    RcTabRules(Node.Fields fields) {
        this.fields = fields;
    }

    TabulationRules read() {
        ElectionMode mode = mode(JsonPieces.text(fields, "winnerElectionMode"));
        TabulationRules.Builder rules = TabulationRules.builder()
                .mode(mode)
                .threshold(threshold(flag(fields, "hareQuota"), flag(fields, "nonIntegerWinningThreshold")))
                .fixedByFirstRound(flag(fields, "doesFirstRoundDetermineThreshold"))
                .allUnderShareLeave(flag(fields, "cutoffElimination"))
                .leastVotes(decimal("minimumVoteThreshold"))
                .batches(flag(fields, "batchElimination"))
                .toTwo(flag(fields, "continueUntilTwoCandidatesRemain"))
                .lastRound(number(fields, "stopTabulationEarlyAfterRound", Integer.MAX_VALUE))
                .overvotes(overvotes(JsonPieces.text(fields, "overvoteRule")))
                .mostSkipped(
                        JsonPieces.text(fields, "maxSkippedRanksAllowed").equals("unlimited")
                                ? Integer.MAX_VALUE
                                : number(fields, "maxSkippedRanksAllowed", 1))
                .repeatsExhaust(flag(fields, "exhaustOnDuplicateCandidate"))
                .decimals(number(fields, "decimalPlacesForVoteArithmetic", 4))
                .ties(ties());
        return (mode == ElectionMode.BOTTOMS_UP_TO_SHARE
                        ? rules.share(
                                decimal("multiSeatBottomsUpPercentageThreshold").dividedBy(100))
                        : rules.seats(number(fields, "numberOfWinners", 1)))
                .build();
    }

    /** How many ranks a table has; "max" is one for each candidate. */
    int mostRanks(int candidates) {
        return JsonPieces.text(fields, "maxRankingsAllowed").equals("max")
                ? Math.max(candidates, 1)
                : number(fields, "maxRankingsAllowed", Math.max(candidates, 1));
    }

    private static ElectionMode mode(String text) {
        return switch (text) {
            case "singleWinnerMajority" -> ElectionMode.MAJORITY;
            case "multiWinnerAllowMultipleWinnersPerRound" -> ElectionMode.SEVERAL_A_ROUND;
            case "multiWinnerAllowOnlyOneWinnerPerRound" -> ElectionMode.ONE_A_ROUND;
            case "bottomsUp" -> ElectionMode.BOTTOMS_UP;
            case "bottomsUpUsingPercentageThreshold" -> ElectionMode.BOTTOMS_UP_TO_SHARE;
            case "multiPassIrv" -> ElectionMode.PASSES;
            default ->
                throw unknown(
                        "winnerElectionMode",
                        text,
                        List.of(
                                "singleWinnerMajority",
                                "multiWinnerAllowMultipleWinnersPerRound",
                                "multiWinnerAllowOnlyOneWinnerPerRound",
                                "bottomsUp",
                                "bottomsUpUsingPercentageThreshold",
                                "multiPassIrv"));
        };
    }

    private static VoteThreshold threshold(boolean hare, boolean decimals) {
        if (hare) {
            return decimals ? VoteThreshold.DECIMAL_HARE : VoteThreshold.WHOLE_HARE;
        }
        return decimals ? VoteThreshold.DECIMAL_DROOP : VoteThreshold.WHOLE_DROOP;
    }

    private static Overvotes overvotes(String text) {
        return switch (text) {
            case "exhaustImmediately" -> Overvotes.EXHAUST;
            case "alwaysSkipToNextRank" -> Overvotes.SKIP_RANK;
            case "exhaustIfMultipleContinuing" -> Overvotes.EXHAUST_IF_MULTIPLE_CONTINUING;
            default ->
                throw unknown(
                        "overvoteRule",
                        text,
                        List.of("exhaustImmediately", "alwaysSkipToNextRank", "exhaustIfMultipleContinuing"));
        };
    }

    private DrawnTies ties() {
        String text = JsonPieces.text(fields, "tiebreakMode");
        return switch (text) {
            case "useCandidateOrder" -> DrawnTies.candidateOrder();
            case "random" -> DrawnTies.random(seed());
            case "previousRoundCountsThenRandom" -> DrawnTies.earlierRoundsThenRandom(seed());
            case "generatePermutation" -> DrawnTies.shuffledOrder(seed());
            case "stopCountingAndAsk", "previousRoundCountsThenAsk" ->
                throw new FormatException(
                        0, "tiebreakMode is \"" + text + "\", which asks a person. Maybe useCandidateOrder or random.");
            default ->
                throw unknown(
                        "tiebreakMode",
                        text,
                        List.of("useCandidateOrder", "random", "previousRoundCountsThenRandom", "generatePermutation"));
        };
    }

    private long seed() {
        String text = JsonPieces.text(fields, "randomSeed");
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new FormatException(0, "randomSeed is \"" + text + "\". Expected a whole number of 64 bits.");
        }
    }

    private Rational decimal(String name) {
        String text = JsonPieces.text(fields, name);
        if (!text.matches("[0-9]{0,18}(\\.[0-9]{1,18})?")) {
            throw new FormatException(0, name + " is \"" + text + "\". Expected a number.");
        }
        return text.isEmpty() ? Rational.ZERO : Rational.parse(text);
    }

    static int number(Node.Fields fields, String name, int missing) {
        String text = JsonPieces.text(fields, name);
        if (!text.matches("[0-9]{0,9}")) {
            throw new FormatException(0, name + " is \"" + text + "\". Expected a whole number.");
        }
        return text.isEmpty() ? missing : Integer.parseInt(text);
    }

    static boolean flag(Node.Fields fields, String name) {
        return fields.find(name).filter(new Node.Flag(true)::equals).isPresent();
    }

    private static FormatException unknown(String name, String text, List<String> known) {
        return new FormatException(0, name + " is \"" + text + "\". Expected one of " + String.join(", ", known) + ".");
    }
}

package org.iltlib.choice.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.iltlib.choice.Profile;

/**
 * BLT files: alternatives and seats, ballots ended by 0, names and a title in quotes, in UTF-8. Read: withdrawn
 * alternatives as negative numbers or {@code [withdrawn …]}, nicknames, {@code [tie …]}, equal preferences {@code 2=3},
 * skipped places {@code -}, ballot ids in brackets, weights as whole numbers, decimals or fractions, comments from
 * {@code #} to the end of the line. Quotes within names are doubled or backslashed. Reading takes one pass.
 *
 * <p>Source: B. A. Wichmann's format as used by OpenSTV and Droop.
 */
public final class Blt {
    private Blt() {}

    /**
     * Reads an election.
     *
     * @throws FormatException if the file is broken, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public static RankedElection read(InputStream in) {
        try {
            return new BltReader(new ByteScanner(in)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an election; ballots in the order of the profile. */
    public static String write(RankedElection election) {
        Profile profile = election.profile();
        StringBuilder text = new StringBuilder();
        text.append(profile.size()).append(' ').append(election.seats()).append('\n');
        election.withdrawn().forEach(x -> text.append('-').append(x + 1).append('\n'));
        if (!election.tieOrder().isEmpty()) {
            text.append("[tie");
            election.tieOrder().forEach(x -> text.append(' ').append(x + 1));
            text.append("]\n");
        }
        for (int b = 0; b < profile.distinct(); b++) {
            text.append(profile.inBallots(profile.weight(b)));
            for (List<Integer> rank : profile.ranking(b).ranks()) {
                text.append(' ');
                text.append(
                        rank.isEmpty()
                                ? "-"
                                : String.join(
                                        "=",
                                        rank.stream()
                                                .map(x -> String.valueOf(x + 1))
                                                .toList()));
            }
            text.append(" 0\n");
        }
        if (profile.blankWeight() > 0) {
            text.append(profile.inBallots(profile.blankWeight())).append(" 0\n");
        }
        text.append("0\n");
        profile.alternatives().forEach(name -> quote(text, name));
        quote(text, election.title());
        return text.toString();
    }

    private static void quote(StringBuilder text, String name) {
        text.append('"')
                .append(name.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' '))
                .append("\"\n");
    }
}

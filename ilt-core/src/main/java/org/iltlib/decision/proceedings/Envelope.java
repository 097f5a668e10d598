package org.iltlib.decision.proceedings;

import java.util.regex.Pattern;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Forms;
import org.iltlib.form.Node;

/**
 * A secret ballot with a nonce. It stays with its voter, or with the host who votes in the voter's name, and is never
 * recorded; the log holds only its {@link #commitment()} until the close, and its {@link #open() content} with its
 * {@link #receipt()} after.
 *
 * <p>The commitment binds: nobody finds another ballot with the same commitment, so a ballot cannot be altered after it
 * was handed in. It hides as long as nobody else has the nonce. Both are properties of SHA-256.
 *
 * <p><b>What this does not protect against.</b> Whoever sees the nonces, the host above all, knows who voted how. A voter
 * can show the nonce to another and so prove how they voted, hence be bought or pressed. If all opened ballots say the
 * same, or all but one's own, everybody knows how everybody voted, whatever the cryptography; in a team of five that is
 * not rare. And a reason may be told by its words.
 *
 * @param matter the id of the proceedings, so that an envelope of one matter does not fit into another
 * @param ballot the ballot
 * @param nonce at least 16 characters that nobody can guess: 128 random bits as 32 hexadecimal digits, say. Use a new one
 *     for every ballot, and for a changed ballot too
 */
public record Envelope(EntryId matter, Ballot ballot, String nonce) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORTEST = 16;

    /** Checks the length of the nonce. */
    public Envelope {
        Checks.require(
                nonce.length() >= SHORTEST,
                "The nonce has %s characters. Expected at least %s. Maybe 32 hexadecimal digits of a secure generator.",
                nonce.length(),
                SHORTEST);
    }

    /**
     * What is handed in: SHA-256, in hexadecimal, of the words {@code ilt-ballot/1}, matter, nonce and the canonical JSON
     * of the ballot, each but the last ended by a line feed. Matter and nonce are written as JSON texts.
     */
    public String commitment() {
        return TieBreaks.commitment("ilt-ballot/1\n" + json(matter.value()) + "\n" + json(nonce) + "\n"
                + CanonicalJson.write(Ballot.FORM.write(ballot)));
    }

    /**
     * By what the voter finds the ballot again among the opened ones: SHA-256, in hexadecimal, of the words
     * {@code ilt-receipt/1}, matter and nonce, as in {@link #commitment()}. Nobody without the nonce can tell which
     * receipt goes with which commitment.
     */
    public String receipt() {
        return TieBreaks.commitment("ilt-receipt/1\n" + json(matter.value()) + "\n" + json(nonce));
    }

    /** The ballot without its voter. */
    public OpenedBallot open() {
        return new OpenedBallot(receipt(), ballot.position(), ballot.reason());
    }

    /** Never tells what is in it. */
    @Override
    public String toString() {
        return "Envelope[commitment=" + commitment() + "]";
    }

    static String digest(String text, String name) {
        Checks.require(
                DIGEST.matcher(text).matches(),
                "The %s is not of the right form. Expected 64 hexadecimal digits in lower case. Maybe it is cut short.",
                name);
        return text;
    }

    private static String json(String text) {
        Node node = Forms.TEXT.write(text);
        return CanonicalJson.write(node);
    }
}

package org.iltlib.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
    /** The written form: the digits. */
    public static final Form<Digest> FORM = Forms.id(Digest::hex, Digest::of);

    /** What the first entry of a record has for its predecessor's digest: 64 zeros. */
    public static final Digest NONE = new Digest("0".repeat(64));

    /** Checks the digits. */
    public Digest {
        boolean valid = hex.length() == 64;
        for (int i = 0; valid && i < hex.length(); i++) {
            char c = hex.charAt(i);
            valid = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        Checks.require(valid, "digest is \"%s\". Expected 64 hexadecimal digits in lower case.", hex);
    }

    /** The digest with these digits. */
    public static Digest of(String hex) {
        return new Digest(hex);
    }

    /** The digest of these bytes. */
    public static Digest ofBytes(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** The digest of the text in UTF-8. */
    public static Digest ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }

    /** The digits. */
    @Override
    public String toString() {
        return hex;
    }
}

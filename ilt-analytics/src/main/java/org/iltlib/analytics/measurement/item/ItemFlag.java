package org.iltlib.analytics.measurement.item;

/** Something about an item that a person should look at. A flag asks; it does not decide. */
public enum ItemFlag {
    /** Nobody has a response. */
    NO_RESPONSES("no responses"),
    /** Everybody has the same points. */
    NO_VARIATION("everybody has the same points"),
    /** Nearly everybody gets it wrong. */
    HARD("very hard"),
    /** Nearly everybody gets it right. */
    EASY("very easy"),
    /** It hardly tells students apart. */
    WEAK_DISCRIMINATION("weak discrimination"),
    /** The better students do worse on it. */
    NEGATIVE_DISCRIMINATION("negative discrimination"),
    /** A wrong answer goes with doing well on the rest of the test. */
    ATTRACTIVE_DISTRACTOR("a wrong answer attracts the able"),
    /** The better students agree on another answer than the key; where letters are not known, they clearly do worse. */
    KEY_SUSPECTED("key suspected"),
    /** A wrong answer that hardly anybody chooses. */
    IDLE_DISTRACTOR("a wrong answer that hardly anybody chooses"),
    /** The test would be clearly more reliable without it. */
    LOWERS_ALPHA("lowers the reliability"),
    /** Many students who saw it gave no answer. */
    OFTEN_OMITTED("often omitted");

    private final String words;

    ItemFlag(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

package org.iltlib.decision.proceedings;

/** What a member did in a round that is closed. Abstaining, silence and absence are three things. */
public enum Answer {
    /** Voted; in an anonymous vote, handed in an envelope, perhaps with an abstention in it. */
    ANSWERED("answered"),
    /** Said to abstain, or handed in a blank. */
    ABSTAINED("abstained"),
    /** Had an alternate in the seat, or a vote that followed a delegate's. */
    REPRESENTED("represented"),
    /** Was there, or could be reached, and gave no answer before the close. */
    SILENT("silent"),
    /** Was not there at the close. */
    ABSENT("absent"),
    /** Had no vote in this because of a personal interest. */
    RECUSED("recused");

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    /** In words: {@code silent}. */
    @Override
    public String toString() {
        return words;
    }
}

package org.iltlib.analytics.suggestion;

/** Why an index suggests nothing. An answer like any other: better none than a guess. */
public enum Abstention {
    /** The text has no word in it. */
    EMPTY_TEXT("the text has no words"),
    /** The text is in a language or a script in which the framework has no words. */
    LANGUAGE_NOT_COVERED("the framework is not in the language of the text"),
    /** No standard that could be suggested is meant for the grade. */
    NO_STANDARD_OF_GRADE("no standard is meant for that grade"),
    /** No standard of the grade has a term of the text. */
    NOTHING_SHARED("no standard shares a term with the text"),
    /** The best standard comes less near than was asked for. */
    SCORE_TOO_LOW("the best standard shares too little with the text"),
    /** The best standard is hardly better than the second. */
    MARGIN_TOO_SMALL("the best standard is hardly nearer than the next");

    private final String words;

    Abstention(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

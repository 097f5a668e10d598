package org.iltlib.analytics.climate;

/**
 * Why somebody no longer holds a post: the list of separation reasons of the Ed-Fi data standard 5.2, in plain words.
 * Asked of the person, never guessed.
 */
public enum ExitReason {
    /** Another post in the same organisation. */
    CHANGE_OF_ASSIGNMENT,
    /** Work elsewhere. */
    EMPLOYMENT_ELSEWHERE,
    /** A move to another place. */
    RELOCATION,
    /** Studies. */
    STUDY,
    /** Illness, disability or death. */
    ILLNESS_DISABILITY_OR_DEATH,
    /** The post was cut. */
    LAYOFF,
    /** Family and other personal reasons. */
    PERSONAL,
    /** Retirement. */
    RETIREMENT,
    /** Dismissal. */
    DISCHARGE,
    /** Something else. */
    OTHER,
    /** Nobody asked, or no answer was given. */
    UNKNOWN
}

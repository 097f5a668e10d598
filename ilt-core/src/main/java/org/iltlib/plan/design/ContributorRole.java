package org.iltlib.plan.design;

import java.util.Locale;

/** What somebody does for a draft. */
public enum ContributorRole {
    /** Answers for it. */
    LEAD,
    /** Writes it. */
    AUTHOR,
    /** Reads it and says what is missing. */
    REVIEWER,
    /** Is asked about a part of it. */
    ADVISER;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

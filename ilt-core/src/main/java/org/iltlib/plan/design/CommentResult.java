package org.iltlib.plan.design;

import java.util.Locale;

/** What became of a comment. */
public enum CommentResult {
    /** The draft was changed as it asks. */
    TAKEN_UP,
    /** The draft was changed, but not as far as it asks. */
    TAKEN_UP_IN_PART,
    /** The draft stays as it is. */
    NOT_TAKEN_UP;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

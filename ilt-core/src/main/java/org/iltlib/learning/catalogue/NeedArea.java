package org.iltlib.learning.catalogue;

/** What sort of thing teachers lack. Not all of it can be learned: time and materials cannot. */
public enum NeedArea {
    /** A skill of teaching. */
    SKILL,
    /** Knowledge of what is taught. */
    CONTENT,
    /** Time: too much to do. */
    WORKLOAD,
    /** Materials and tools. */
    MATERIALS,
    /** To be well at work. */
    WELLBEING;

    /** Whether learning can answer it. */
    public boolean isLearnable() {
        return this == SKILL || this == CONTENT;
    }
}

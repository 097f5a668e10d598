package org.iltlib.impact.quality;

import java.util.Locale;

/** In what a practice can be carried out as meant or not. */
public enum FidelityDimension {
    /** The essential parts were done. */
    ADHERENCE,
    /** As much was given as was planned. */
    DOSAGE,
    /** It was done well. */
    QUALITY,
    /** Students took part. */
    RESPONSIVENESS,
    /** Those it is meant for were reached. */
    REACH;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

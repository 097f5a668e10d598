package org.iltlib.finding;

import java.util.Arrays;
import java.util.List;

/** In what a need lies: a short list for students and another for teachers, so that needs can be counted and matched. */
public enum NeedArea {
    /** What a student has not learned yet. */
    ACADEMIC(NeedKind.STUDENT),
    /** The language of instruction. */
    LANGUAGE(NeedKind.STUDENT),
    /** What a disability asks for. */
    DISABILITY(NeedKind.STUDENT),
    /** Social and emotional. */
    SOCIAL_EMOTIONAL(NeedKind.STUDENT),
    /** More than the class offers. */
    ENRICHMENT(NeedKind.STUDENT),
    /** A way of teaching. */
    SKILL(NeedKind.TEACHER),
    /** The matter that is taught. */
    CONTENT(NeedKind.TEACHER),
    /** Time and load. */
    WORKLOAD(NeedKind.TEACHER),
    /** What one teaches with. */
    MATERIALS(NeedKind.TEACHER),
    /** Health and belonging. */
    WELLBEING(NeedKind.TEACHER);

    private final NeedKind whose;

    NeedArea(NeedKind whose) {
        this.whose = whose;
    }

    /** Whose needs lie there. */
    public NeedKind whose() {
        return whose;
    }

    /** Whether a teacher's learning can answer it: time, materials and health cannot be learned. */
    public boolean isLearnable() {
        return this == SKILL || this == CONTENT;
    }

    /** The areas of students or of teachers, in order. */
    public static List<NeedArea> listOf(NeedKind whose) {
        return Arrays.stream(values()).filter(area -> area.whose == whose).toList();
    }
}

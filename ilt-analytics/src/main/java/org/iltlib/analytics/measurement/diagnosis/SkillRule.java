package org.iltlib.analytics.measurement.diagnosis;

/** How the skills that an item asks for combine. */
public enum SkillRule {
    /** All of them are needed; who lacks any can only guess (DINA; Junker &amp; Sijtsma 2001, doi:10.1177/01466210122032064). */
    ALL,
    /** Any of them will do; who has none can only guess (DINO; Templin &amp; Henson 2006, doi:10.1037/1082-989X.11.3.287). */
    ANY,
    /** Each combination has a chance of its own (G-DINA, saturated; de la Torre 2011, doi:10.1007/s11336-011-9207-7). */
    EACH_COMBINATION;

    /** How many groups of students an item with so many skills tells apart. */
    int groups(int skills) {
        return this == EACH_COMBINATION ? 1 << skills : 2;
    }

    /** The group of a student with those skills on an item that asks for those of the mask. */
    int group(int mask, int skills) {
        return switch (this) {
            case ALL -> (skills & mask) == mask ? 1 : 0;
            case ANY -> (skills & mask) == 0 ? 0 : 1;
            case EACH_COMBINATION -> {
                int group = 0;
                int place = 0;
                for (int rest = mask; rest != 0; rest &= rest - 1) {
                    group |= ((skills & Integer.lowestOneBit(rest)) == 0 ? 0 : 1) << place;
                    place++;
                }
                yield group;
            }
        };
    }
}

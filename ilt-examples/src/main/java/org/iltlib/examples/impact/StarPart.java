package org.iltlib.examples.impact;

/** A question that the report answers, in a section of its own. */
interface StarPart {
    StarSection of(StarData data, StarOptions options);
}

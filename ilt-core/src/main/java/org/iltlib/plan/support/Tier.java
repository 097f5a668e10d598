package org.iltlib.plan.support;

/** How much support beyond the core, which every student gets; the second tier is added to the first. */
public enum Tier {
    /** Small groups on a skill; often called tier 2. */
    TARGETED,
    /** One by one or nearly so, often; tier 3. */
    INTENSIVE
}

package org.iltlib.plan.resource;

/** What a resource is. */
public enum ResourceType {
    /** Money. */
    MONEY,
    /** Hours. */
    TIME,
    /** Positions. */
    PEOPLE,
    /** Books, devices, kits. */
    MATERIALS,
    /** Rooms. */
    SPACE
}

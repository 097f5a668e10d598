package org.iltlib.exchange.casenetwork.service;

/** What it means when an item of a new package has the identifier of one in an older package. */
public enum SharedIdentity {
    /** The new package quotes it: both hold it, and who asks by identifier gets the older one. */
    COPY,
    /** It has moved to the new package: who asks by identifier gets the new one. */
    MOVE
}

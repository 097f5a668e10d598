package org.iltlib.base;

/** Why a value that exists is withheld. To readers the reasons look alike; telling them apart would tell too much. */
public enum SuppressionReason {
    /** The group, or a part of it, is smaller than the policy allows. */
    SMALL_GROUP,
    /** With it, a withheld neighbour could be worked out. */
    PROTECTS_ANOTHER
}

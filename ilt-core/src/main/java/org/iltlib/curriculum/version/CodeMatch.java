package org.iltlib.curriculum.version;

import java.util.List;
import java.util.Optional;
import org.iltlib.curriculum.Standard;

/** What a code means in a framework: one standard, several, or none. */
public sealed interface CodeMatch {
    /** The one standard; empty if there are several or none. */
    default Optional<Standard> find() {
        return this instanceof Found found ? Optional.of(found.standard()) : Optional.empty();
    }

    /**
     * One standard.
     *
     * @param standard the standard
     * @param how whether as written, by another spelling or by an alias
     */
    record Found(Standard standard, How how) implements CodeMatch {}

    /**
     * More than one standard: whoever uses the code must say which is meant.
     *
     * @param standards all of them, in the order of the framework
     */
    record Ambiguous(List<Standard> standards) implements CodeMatch {
        /** Copies. */
        public Ambiguous {
            standards = List.copyOf(standards);
        }
    }

    /**
     * No standard.
     *
     * @param similar codes that differ in few characters, the nearest first, at most five; as a hint, never as a match
     */
    record Unknown(List<String> similar) implements CodeMatch {
        /** Copies. */
        public Unknown {
            similar = List.copyOf(similar);
        }
    }

    /** How a code was understood. */
    enum How {
        /** As written. */
        AS_WRITTEN,
        /** In another spelling that the policy takes for the same. */
        OTHER_SPELLING,
        /** By an alias. */
        ALIAS
    }
}

package org.iltlib.exchange.casenetwork;

import org.iltlib.base.Checks;
import org.immutables.value.Value;

/**
 * How much a reader accepts, so that whatever it is given ends in bounded time and memory. Immutable.
 *
 * <p>Time is linear in {@link #maxBytes()}. Memory is at most in proportion to the bytes that were read.
 */
@Value.Immutable
public abstract class CaseLimits {
    CaseLimits() {}

    /** The bytes of JSON, after unpacking where it is packed; 4 GiB unless told otherwise. */
    @Value.Default
    public long maxBytes() {
        return 4L << 30;
    }

    /** The levels of lists and objects; 64 unless told otherwise. */
    @Value.Default
    public int maxDepth() {
        return 64;
    }

    /** The characters of one text; a million unless told otherwise. */
    @Value.Default
    public int maxTextLength() {
        return 1 << 20;
    }

    /** Items, associations and what is set aside, together; ten million unless told otherwise. */
    @Value.Default
    public int maxObjects() {
        return 10_000_000;
    }

    /**
     * The values that do not belong to items and associations and are not known to the standard, definitions and rubrics
     * included; two million unless told otherwise.
     */
    @Value.Default
    public int maxOtherValues() {
        return 2_000_000;
    }

    /** The places that a report names for each rule; ten unless told otherwise. Its counts are exact all the same. */
    @Value.Default
    public int maxExamples() {
        return 10;
    }

    /** Checks that all are positive. */
    @Value.Check
    void check() {
        Checks.positive(maxBytes(), "bytes");
        Checks.positive(maxDepth(), "depth");
        Checks.require(maxDepth() <= 500, "depth is %s. Expected at most 500.", maxDepth());
        Checks.positive(maxTextLength(), "text length");
        Checks.positive(maxObjects(), "objects");
        Checks.positive(maxOtherValues(), "other values");
        Checks.notNegative(maxExamples(), "examples");
    }

    /** The limits above. */
    public static CaseLimits withDefaults() {
        return builder().build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds limits. */
    public static final class Builder extends ImmutableCaseLimits.Builder {
        Builder() {}
    }
}

package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;
import org.immutables.value.Value;

/** What a school got and whom it serves, for {@link AllocationEquity}. Counts only, no student is named. Immutable. */
@Value.Immutable
public abstract class FundedSchool {
    /** The most digits of an amount before the point, and after it: far beyond any money, and exact in bounded time. */
    private static final int DIGITS = 30;

    FundedSchool() {}

    /** The school. */
    public abstract OrgUnitId unit();

    /** What it got, zero or more, exact; in one unit for all schools compared. */
    public abstract BigDecimal amount();

    /** How many students it has, at least 1. */
    public abstract long students();

    /** How many of them have each need that is weighted; a student may have several. */
    public abstract Map<String, Long> withNeed();

    /** Checks the amount and the counts. */
    @Value.Check
    void check() {
        Checks.require(amount().signum() >= 0, "amount is %s. Expected zero or more.", amount());
        Checks.require(
                amount().precision() - amount().scale() <= DIGITS && amount().scale() <= DIGITS,
                "amount is %s. Expected at most %s digits on either side of the point.",
                amount(),
                DIGITS);
        Checks.positive(students(), "students");
        withNeed().forEach((need, count) -> {
            Checks.notNegative(count, "withNeed " + need);
            Checks.require(
                    count <= students(),
                    "%s students of %s have need \"%s\", of %s. Expected no more than all.",
                    count,
                    unit(),
                    need,
                    students());
        });
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a school; unit, amount and students must be set. */
    public static final class Builder extends ImmutableFundedSchool.Builder {
        Builder() {}
    }
}

package org.iltlib.analytics.equity.warning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.choice.Rational;
import org.iltlib.finding.policy.Condition;
import org.iltlib.finding.policy.Indicator;
import org.iltlib.finding.policy.IndicatorPack;

/**
 * Which signs of a pack a student shows, and which cannot be told for want of a reading. Exact. Immutable.
 *
 * @param raised the signs that are there
 * @param open the signs that are not seen and might be there
 */
record Flags(List<String> raised, List<String> open) {
    static Flags of(IndicatorPack pack, StudentReadings student) {
        List<String> raised = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Indicator indicator : pack.indicators()) {
            boolean any = false;
            boolean unknown = false;
            for (Condition condition : indicator.anyOf()) {
                Optional<Boolean> holds = holds(condition, student);
                any |= holds.orElse(false);
                unknown |= holds.isEmpty();
            }
            if (any) {
                raised.add(indicator.name());
            } else if (unknown) {
                open.add(indicator.name());
            }
        }
        return new Flags(List.copyOf(raised), List.copyOf(open));
    }

    private static Optional<Boolean> holds(Condition condition, StudentReadings student) {
        return Optional.ofNullable(student.readings().get(condition.reading()))
                .map(reading -> condition.comparison().holds(reading.compareTo(rational(condition.threshold()))));
    }

    private static Rational rational(BigDecimal number) {
        return number.scale() >= 0
                ? Rational.of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : Rational.of(number.toBigIntegerExact(), BigInteger.ONE);
    }
}

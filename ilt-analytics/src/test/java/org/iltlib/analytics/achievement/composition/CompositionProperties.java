package org.iltlib.analytics.achievement.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.choice.Rational;

class CompositionProperties {
    private static Map<String, GroupTotal> groups(List<Integer> sizes) {
        Map<String, GroupTotal> groups = new TreeMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            groups.put("g" + i, GroupTotal.of(sizes.get(i), (long) sizes.get(i) * (i * 7 % 5) / 5));
        }
        return groups;
    }

    @Property(tries = 300)
    void partsSumExactlyAndTheSymmetricalFormTurnsRoundWithTime(
            @ForAll @Size(5) List<@IntRange(max = 60) Integer> then,
            @ForAll @Size(5) List<@IntRange(max = 60) Integer> now) {
        Map<String, GroupTotal> before = groups(then);
        Map<String, GroupTotal> after = new TreeMap<>();
        groups(now).forEach((name, group) -> after.put(name, GroupTotal.of(group.n(), group.n() - group.total())));
        Assume.that(then.stream().anyMatch(n -> n > 0) && now.stream().anyMatch(n -> n > 0));
        for (Composition.Form form : Composition.Form.values()) {
            CompositionResult found = new Composition(form).of(before, after);
            assertThat(found.within().plus(found.composition()).plus(found.interaction()))
                    .isEqualTo(found.change());
        }
        CompositionResult there = Composition.withDefaults().of(before, after);
        CompositionResult back = Composition.withDefaults().of(after, before);
        assertThat(back.within()).isEqualTo(there.within().negate());
        assertThat(back.composition()).isEqualTo(there.composition().negate());
    }

    @Property(tries = 100)
    void whereSharesStayNothingShifts(@ForAll @Size(4) List<@IntRange(min = 1, max = 60) Integer> sizes) {
        Map<String, GroupTotal> before = groups(sizes);
        Map<String, GroupTotal> after = new TreeMap<>();
        before.forEach((name, group) -> after.put(name, GroupTotal.of(group.n() * 3, group.n())));
        assertThat(Composition.withDefaults().of(before, after).composition()).isEqualTo(Rational.ZERO);
    }
}

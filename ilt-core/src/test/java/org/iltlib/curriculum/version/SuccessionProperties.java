package org.iltlib.curriculum.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

class SuccessionProperties {
    /** Few ids, codes and statements, so that everything happens: splits, merges, chains, ambiguous codes. */
    private static StandardsFramework drawn(String id, Random random, boolean replacing) {
        Set<Integer> ids = new LinkedHashSet<>();
        int size = 1 + random.nextInt(8);
        IntStream.range(0, size).forEach(i -> ids.add(random.nextInt(12)));
        StandardsFramework.Builder framework =
                StandardsFramework.builder().id(EntryId.of(id)).title(id);
        for (int i : ids) {
            Standard.Builder one =
                    Standard.builder().id(StandardId.of("s" + i)).statement("words " + random.nextInt(6));
            if (random.nextInt(4) > 0) {
                one.code("c" + random.nextInt(6));
            }
            framework.addItems(one.build());
        }
        for (int i = 0; replacing && i < random.nextInt(8); i++) {
            int from = random.nextInt(11);
            int to = from + 1 + random.nextInt(11 - from); // upwards only: no circle
            framework.addAssociations(Association.builder()
                    .id("a" + i)
                    .type(AssociationType.REPLACED_BY)
                    .origin(StandardId.of("s" + from))
                    .destination(StandardId.of("s" + to))
                    .build());
        }
        return framework.build();
    }

    private static StandardsFramework shuffled(StandardsFramework one, Random random) {
        List<Standard> items = new ArrayList<>(one.items());
        List<Association> associations = new ArrayList<>(one.associations());
        Collections.shuffle(items, random);
        Collections.shuffle(associations, random);
        return one.toBuilder().items(items).associations(associations).build();
    }

    @Property
    void nothingOfEitherVersionIsPassedOverAndTheOrderDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        StandardsFramework before = drawn("before", random, random.nextBoolean());
        StandardsFramework after = drawn("after", random, random.nextBoolean());

        FrameworkDiff diff = FrameworkDiff.between(before, after, CodePolicy.COMMON_CORE);
        List<StandardChange> ofOld =
                diff.changes().stream().filter(one -> one.before().isPresent()).toList();
        assertThat(diff.unchanged() + ofOld.size()).isEqualTo(before.items().size());
        for (Standard young : after.items()) {
            boolean added = diff.listOf(StandardChange.Kind.ADDED).stream()
                    .anyMatch(one -> one.after().contains(young));
            assertThat(added)
                    .isEqualTo(diff.succession().predecessors(young.id()).isEmpty());
        }
        FrameworkDiff again =
                FrameworkDiff.between(shuffled(before, random), shuffled(after, random), CodePolicy.COMMON_CORE);
        assertThat(again.counts()).isEqualTo(diff.counts());
        for (Standard old : before.items()) {
            assertThat(again.succession().successors(old.id()))
                    .isEqualTo(diff.succession().successors(old.id()));
        }
    }

    @Property
    void everyLinkIsAccountedForOnceAndLeadsOnlyToWhatIsThere(
            @ForAll long seed, @ForAll @IntRange(max = 30) int links) {
        Random random = new Random(seed);
        StandardsFramework before = drawn("before", random, true);
        StandardsFramework after = drawn("after", random, true);
        List<StandardId> given = IntStream.range(0, links)
                .mapToObj(i -> StandardId.of("s" + random.nextInt(13)))
                .toList();

        Succession succession = Succession.between(before, after, CodePolicy.EXACT);
        List<CarriedLink> carried = Migration.of(succession).carry(given);

        assertThat(carried).extracting(CarriedLink::standard).isEqualTo(given);
        Set<StandardId> there = new HashSet<>();
        after.items().forEach(item -> there.add(item.id()));
        assertThat(carried).allSatisfy(link -> assertThat(there).containsAll(link.successors()));
        for (Standard young : after.items()) {
            succession
                    .predecessors(young.id())
                    .forEach(
                            (old, how) -> assertThat(succession.successors(old)).containsEntry(young.id(), how));
        }
    }

    @Property
    void aVersionAgainstItselfHasNoChange(@ForAll long seed) {
        StandardsFramework one = drawn("one", new Random(seed), false);

        assertThat(FrameworkDiff.between(one, shuffled(one, new Random(~seed)), CodePolicy.EXACT)
                        .isEmpty())
                .isTrue();
    }
}

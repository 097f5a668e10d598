package org.iltlib.choice.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/** Laws of the committee rules, on small random profiles. */
class CommitteeProperties {
    private static final int SIZE = 6;

    /** Rules whose answer depends on the order of alternatives or voters, or on numbers of voters themselves. */
    private static final Set<CommitteeRule> BY_ORDER = Set.of(CommitteeRules.GREEDY_MONROE);

    @Provide
    Arbitrary<List<Set<Integer>>> ballots() {
        return Arbitraries.integers()
                .between(0, SIZE - 1)
                .set()
                .ofMinSize(0)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    private static ApprovalProfile profile(List<Set<Integer>> ballots, long weight) {
        ApprovalProfile.Builder builder = ApprovalProfile.builder(
                IntStream.range(0, SIZE).mapToObj(String::valueOf).toList());
        ballots.forEach(ballot -> builder.add(weight, new TreeSet<>(ballot)));
        return builder.build();
    }

    @Property(tries = 60)
    void ballotsInAnotherOrderElectTheSame(@ForAll("ballots") List<Set<Integer>> ballots, @ForAll Random random) {
        List<Set<Integer>> shuffled = new ArrayList<>(ballots);
        Collections.shuffle(shuffled, random);
        for (CommitteeRule rule : CommitteeRules.all()) {
            if (!BY_ORDER.contains(rule)) {
                assertThat(rule.count(profile(shuffled, 1), 3).committees())
                        .as(rule.ruleName())
                        .isEqualTo(rule.count(profile(ballots, 1), 3).committees());
            }
        }
    }

    @Property(tries = 60)
    void otherNamesElectTheSameUnderOtherNames(@ForAll("ballots") List<Set<Integer>> ballots, @ForAll Random random) {
        List<Integer> names = new ArrayList<>(IntStream.range(0, SIZE).boxed().toList());
        Collections.shuffle(names, random);
        List<Set<Integer>> renamed =
                ballots.stream().map(set -> rename(set, names)).toList();
        for (CommitteeRule rule : CommitteeRules.all()) {
            if (!BY_ORDER.contains(rule)) {
                Set<Set<Integer>> expected = new HashSet<>();
                rule.count(profile(ballots, 1), 3)
                        .committees()
                        .forEach(committee -> expected.add(rename(new HashSet<>(committee), names)));
                assertThat(rule.count(profile(renamed, 1), 3).committees().stream()
                                .<Set<Integer>>map(HashSet::new))
                        .as(rule.ruleName())
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static Set<Integer> rename(Set<Integer> set, List<Integer> names) {
        Set<Integer> renamed = new HashSet<>();
        set.forEach(x -> renamed.add(names.get(x)));
        return renamed;
    }

    /** Monroe's groups come in whole voters, so three voters may be divided where one could not. */
    @Property(tries = 60)
    void thriceTheVotersElectTheSame(@ForAll("ballots") List<Set<Integer>> ballots) {
        for (CommitteeRule rule : CommitteeRules.all()) {
            if (!rule.ruleName().endsWith("monroe")) {
                assertThat(rule.count(profile(ballots, 3), 3).committees())
                        .as(rule.ruleName())
                        .isEqualTo(rule.count(profile(ballots, 1), 3).committees());
            }
        }
    }

    /** Hall's theorem by its word: all sets of members. */
    @Property
    void theThinnestSupportIsTheLeastOverAllSets(
            @ForAll("ballots") List<Set<Integer>> ballots, @ForAll @IntRange(min = 1, max = (1 << SIZE) - 1) int set) {
        ApprovalProfile profile = profile(ballots, 2);
        int[][] approvers = Thiele.approvers(profile);
        BitSet members = BitSet.valueOf(new long[] {set});
        BitSet everybody = new BitSet();
        everybody.set(0, profile.distinct());
        Rational least = Rational.of(1_000_000);
        for (int part = 1; part < 1 << SIZE; part++) {
            if ((part & ~set) == 0) {
                BitSet reached = new BitSet();
                BitSet.valueOf(new long[] {part}).stream().forEach(x -> {
                    for (int b : approvers[x]) {
                        reached.set(b);
                    }
                });
                long voters = reached.stream().mapToLong(profile::weight).sum();
                least = least.min(Rational.of(voters, Integer.bitCount(part)));
            }
        }
        assertThat(new Support(profile, approvers).thinnest(members, everybody).each())
                .isEqualTo(least);
    }

    @Property(tries = 200)
    void proportionalRulesLeaveNoCohesiveGroupOut(@ForAll("ballots") List<Set<Integer>> ballots) {
        ApprovalProfile profile = profile(ballots, 1);
        for (CommitteeRule rule : List.of(
                CommitteeRules.PAV,
                CommitteeRules.EQUAL_SHARES,
                CommitteeRules.EQUAL_SHARES_AV,
                CommitteeRules.PHRAGMEN,
                CommitteeRules.MAXIMIN_SUPPORT,
                CommitteeRules.LEXIMAX_PHRAGMEN)) {
            for (List<Integer> committee : rule.count(profile, 3).committees()) {
                assertThat(Representation.findDisproportional(profile, committee))
                        .as(rule.ruleName())
                        .isEmpty();
                assertThat(Representation.findUnjustified(profile, committee)).isEmpty();
            }
        }
        for (CommitteeRule rule :
                List.of(CommitteeRules.PAV, CommitteeRules.EQUAL_SHARES, CommitteeRules.EQUAL_SHARES_AV)) {
            for (List<Integer> committee : rule.count(profile, 3).committees()) {
                assertThat(Representation.findUnextended(profile, committee)).isEmpty();
            }
        }
    }

    /** EJR+ implies EJR implies PJR implies JR; so a gap in a weaker one is a gap in every stronger one. */
    @Property(tries = 300)
    void aGapInAWeakerLawIsAGapInEveryStrongerOne(
            @ForAll("ballots") List<Set<Integer>> ballots, @ForAll @IntRange(min = 0, max = 19) int which) {
        ApprovalProfile profile = profile(ballots, 1);
        List<List<Integer>> all = new ArrayList<>();
        for (int set = 0; set < 1 << SIZE; set++) {
            if (Integer.bitCount(set) == 3) {
                all.add(BitSet.valueOf(new long[] {set}).stream().boxed().toList());
            }
        }
        List<Integer> committee = all.get(which);
        boolean jr = Representation.findUnjustified(profile, committee).isEmpty();
        boolean pjr = Representation.findDisproportional(profile, committee).isEmpty();
        boolean ejr = Representation.findUnextended(profile, committee).isEmpty();
        boolean ejrPlus =
                Representation.findUnderrepresented(profile, committee).isEmpty();
        assertThat(jr || !pjr).isTrue();
        assertThat(pjr || !ejr).isTrue();
        assertThat(ejr || !ejrPlus).isTrue();
    }

    /** By hand: three seats, two of three voters agree on three alternatives, so two members are theirs. */
    @Example
    void groupsThatAreLeftOutAreNamed() {
        ApprovalProfile profile = ApprovalProfile.builder(List.of("a", "b", "c", "d", "e", "f"))
                .add(2, List.of(0, 1, 2))
                .add(1, List.of(3, 4, 5))
                .build();
        assertThat(Representation.findUnextended(profile, List.of(0, 3, 4)))
                .contains(new Representation.CohesiveGroup(List.of(0, 1), 2, 2));
        assertThat(Representation.findDisproportional(profile, List.of(0, 3, 4)))
                .contains(new Representation.CohesiveGroup(List.of(0, 1), 2, 2));
        assertThat(Representation.findUnextended(profile, List.of(0, 1, 3))).isEmpty();
    }

    @Example
    void tooManyCommitteesAreRefused() {
        ApprovalProfile.Builder builder = ApprovalProfile.builder(
                IntStream.range(0, 40).mapToObj(String::valueOf).toList());
        ApprovalProfile profile =
                builder.add(1, List.of(0, 1)).add(1, List.of(2)).build();
        assertThatThrownBy(() -> CommitteeRules.MONROE.count(profile, 10))
                .hasMessageContaining("there are 847660528")
                .hasMessageContaining("sequential rule");
    }
}

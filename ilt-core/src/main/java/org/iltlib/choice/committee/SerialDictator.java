package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.ApprovalProfile;

/** Voters drawn one after another fill the committee. */
record SerialDictator(long seed) implements CommitteeRule {
    @Override
    public String ruleName() {
        return "rsd";
    }

    @Override
    public Set<CommitteeAxiom> axioms() {
        return EnumSet.of(CommitteeAxiom.UNANIMITY);
    }

    @Override
    public CommitteeCount count(ApprovalProfile profile, int seats) {
        Checks.require(
                seats >= 1 && seats <= profile.size(),
                "seats is %s. Expected 1 to the number of alternatives, %s.",
                seats,
                profile.size());
        Random random = new Random(seed);
        long[] left = new long[profile.distinct()];
        long voters = 0;
        for (int b = 0; b < left.length; b++) {
            left[b] = profile.weight(b);
            voters += left[b];
        }
        BitSet committee = new BitSet();
        while (committee.cardinality() < seats && voters > 0) {
            int drawn = 0;
            for (long place = below(random, voters); place >= left[drawn]; drawn++) {
                place -= left[drawn];
            }
            // Everybody else with this ballot approves nobody new.
            voters -= left[drawn];
            left[drawn] = 0;
            int ballot = drawn;
            fill(committee, profile.approved(ballot).stream().sorted().toList(), seats, random);
        }
        List<Integer> all = new ArrayList<>();
        for (int x = 0; x < profile.size(); x++) {
            all.add(x);
        }
        fill(committee, all, seats, random);
        return StandardCommitteeRules.told("rsd", profile, Set.of(committee));
    }

    /** A number from 0, each as likely. */
    private static long below(Random random, long bound) {
        long number;
        long rest;
        do {
            number = random.nextLong() >>> 1;
            rest = number % bound;
        } while (number - rest + (bound - 1) < 0);
        return rest;
    }

    private static void fill(BitSet committee, List<Integer> approved, int seats, Random random) {
        List<Integer> fresh = new ArrayList<>(approved);
        fresh.removeIf(committee::get);
        Collections.shuffle(fresh, random);
        fresh.stream().limit(seats - committee.cardinality()).forEach(committee::set);
    }
}

package org.iltlib.choice.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.ApprovalProfile;

/** Every rule keeps the axioms that it promises, and each stored election shows one that a rule does not keep. */
class CommitteeAxiomProperties {
    @Property(tries = 40)
    void everyRuleKeepsTheAxiomsThatItPromises(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int alternatives,
            @ForAll @IntRange(min = 1, max = 8) int voters) {
        Random random = new Random(seed);
        CommitteeAxiomChecks.Election election = CommitteeAxiomChecks.random(random, alternatives, voters);
        int seats = 1 + random.nextInt(alternatives);
        for (CommitteeRule rule : CommitteeRules.all()) {
            for (CommitteeAxiom axiom : rule.axioms()) {
                assertThat(CommitteeAxiomChecks.holds(rule, axiom, election, seats))
                        .as(rule.ruleName() + " " + axiom + " " + seats + " of " + election.write())
                        .isTrue();
            }
        }
    }

    /** Random ballots are never unanimous. */
    @Example
    void oneMindElectsWhatItWants() {
        for (int seats = 1; seats <= 4; seats++) {
            for (Set<Integer> wanted : CommitteeAxiomChecks.all(5, seats)) {
                CommitteeAxiomChecks.Election election =
                        new CommitteeAxiomChecks.Election(5, List.of(wanted, wanted, wanted));
                for (CommitteeRule rule : CommitteeRules.all()) {
                    assertThat(CommitteeAxiomChecks.holds(rule, CommitteeAxiom.UNANIMITY, election, seats)
                                    || !rule.axioms().contains(CommitteeAxiom.UNANIMITY))
                            .as(rule.ruleName() + " " + election.write())
                            .isTrue();
                }
                assertThat(CommitteeRules.randomSerialDictator(seats)
                                .count(election.profile(), seats)
                                .committees())
                        .containsExactly(wanted.stream().sorted().toList());
            }
        }
    }

    @Example
    void everyStoredElectionShowsAnAxiomThatTheRuleDoesNotKeep() throws IOException {
        List<String> lines;
        try (InputStream in = CommitteeAxiomProperties.class.getResourceAsStream("failures.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(lines).hasSizeGreaterThan(90);
        for (String line : lines) {
            String[] parts = line.split(" ", 4);
            CommitteeRule rule = CommitteeRules.findByName(parts[0]).orElseThrow();
            CommitteeAxiom axiom = CommitteeAxiom.valueOf(parts[1]);
            assertThat(rule.axioms()).as(line).doesNotContain(axiom);
            assertThat(CommitteeAxiomChecks.holds(
                            rule, axiom, CommitteeAxiomChecks.Election.read(parts[3]), Integer.parseInt(parts[2])))
                    .as(line)
                    .isFalse();
        }
    }

    /** EJR follows from the core; and an objection is checked by its word. */
    @Property(tries = 200)
    void whoObjectsGainsByIt(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int alternatives,
            @ForAll @IntRange(min = 1, max = 8) int voters) {
        Random random = new Random(seed);
        CommitteeAxiomChecks.Election election = CommitteeAxiomChecks.random(random, alternatives, voters);
        ApprovalProfile profile = election.profile();
        int seats = 1 + random.nextInt(alternatives);
        for (Set<Integer> committee : CommitteeAxiomChecks.all(alternatives, seats)) {
            List<Integer> list = List.copyOf(committee);
            boolean objection = false;
            for (int level = 1; level <= seats; level++) {
                for (Set<Integer> instead : CommitteeAxiomChecks.all(alternatives, level)) {
                    long gain = election.ballots().stream()
                            .filter(ballot ->
                                    instead.stream().filter(ballot::contains).count()
                                            > committee.stream()
                                                    .filter(ballot::contains)
                                                    .count())
                            .count();
                    objection |= gain > 0 && gain * seats >= (long) voters * level;
                }
            }
            assertThat(Representation.findObjection(profile, list).isPresent())
                    .as(election.write() + " " + committee)
                    .isEqualTo(objection);
            assertThat(objection || Representation.findUnextended(profile, list).isEmpty())
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void theDictatorFillsEverySeatAndTheSameSeedTheSameWay(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int alternatives,
            @ForAll @IntRange(min = 1, max = 8) int voters) {
        Random random = new Random(seed);
        ApprovalProfile profile =
                CommitteeAxiomChecks.random(random, alternatives, voters).profile();
        int seats = 1 + random.nextInt(alternatives);
        CommitteeCount count = CommitteeRules.randomSerialDictator(seed).count(profile, seats);
        assertThat(count.committees()).hasSize(1);
        assertThat(new TreeSet<>(count.first())).hasSize(seats);
        assertThat(CommitteeRules.randomSerialDictator(seed).count(profile, seats))
                .isEqualTo(count);
    }
}

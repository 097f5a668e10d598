package org.iltlib.decision.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.BlockTest;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;

/** Which blocks stand, which wait to be tested, and which count as standing aside. Lives for one decision. */
final class BlockRuling {
    private final Consensus protocol;
    private final Tally count;
    private final Groundwork given;
    private final List<PersonId> assembly;
    private int standing;
    private int untested;
    private int aside;

    private BlockRuling(Consensus protocol, Tally count, VotingContext context) {
        this.protocol = protocol;
        this.count = count;
        this.given = context.groundwork();
        this.assembly = count.listPresent();
    }

    static BlockRuling of(Consensus protocol, Tally count, VotingContext context) {
        BlockRuling ruling = new BlockRuling(protocol, count, context);
        ruling.rule();
        return ruling;
    }

    int standing() {
        return standing;
    }

    int untested() {
        return untested;
    }

    int aside() {
        return aside;
    }

    static boolean isReasoned(Ballot ballot) {
        return ballot.reason().isPresent() || ballot.position() instanceof Position.Objection;
    }

    private void rule() {
        List<Ballot> open = new ArrayList<>();
        for (Ballot ballot : count.those(Position::isBlock)) {
            Optional<String> spent = spent(ballot.person());
            if (spent.isEmpty()) {
                open.add(ballot);
            } else {
                aside++;
                count.step("The block of %s counts as standing aside: %s.", ballot.person(), spent.get());
            }
        }
        BlockRule rule = protocol.blocks();
        if (rule instanceof BlockRule.Confirmed confirmed) {
            open.forEach(ballot -> test(ballot.person(), confirmed));
        } else {
            boolean remedy = rule instanceof BlockRule.WithRemedy;
            standing = (int) open.stream()
                    .filter(ballot -> remedy ? ballot.position() instanceof Position.Objection : isReasoned(ballot))
                    .count();
            aside += open.size() - standing;
            if (rule instanceof BlockRule.Several several && standing > 0) {
                count(several);
            }
        }
    }

    private Optional<String> spent(PersonId person) {
        if (given.resolved().contains(person)) {
            return Optional.of("it is resolved");
        }
        int before = given.blocksBefore().getOrDefault(person.value(), 0);
        return protocol.blocksAllowed()
                .filter(allowed -> before >= allowed)
                .map(allowed -> "%s of %s blocks allowed were used before".formatted(before, allowed));
    }

    private void test(PersonId blocker, BlockRule.Confirmed rule) {
        Optional<BlockTest> test = given.findBlockTest(blocker);
        if (test.isEmpty()) {
            untested++;
            return;
        }
        Set<PersonId> supporters = new TreeSet<>(test.get().supporting());
        supporters.add(blocker);
        long confirming = among(test.get().confirming());
        long supporting = among(supporters);
        boolean stands = rule.confirming().isMetBy(confirming, assembly.size())
                && rule.supporting().isMetBy(supporting, assembly.size());
        count.step(
                "The block of %s: %s of %s confirm it, %s support it; it %s.",
                blocker, confirming, assembly.size(), supporting, stands ? "stands" : "counts as standing aside");
        if (stands) {
            standing++;
        } else {
            aside++;
        }
    }

    private void count(BlockRule.Several rule) {
        if (standing < rule.atLeast()) {
            count.step("Blocks: %s with a reason, %s needed.", standing, rule.atLeast());
            aside += standing;
            standing = 0;
            return;
        }
        Set<PersonId> rest = new TreeSet<>(count.listBase(Threshold.Base.PRESENT));
        rest.removeIf(count::excluded);
        count.those(Position::isBlock).forEach(ballot -> rest.remove(ballot.person()));
        int others = rest.size();
        int favour = (int) count
                .those(position -> position.equals(Position.stance(Stand.AGREE))
                        || position.equals(Position.stance(Stand.RESERVATIONS)))
                .stream()
                .filter(ballot -> rest.contains(ballot.person()))
                .count();
        boolean overridden = rule.overriding().isMetBy(favour, others);
        count.step(
                "Override: %s of the %s who do not block are in favour, %s needed; the blocks %s.",
                favour, others, rule.overriding().needed(others), overridden ? "are overridden" : "stand");
        if (overridden) {
            standing = 0;
        }
    }

    private long among(Set<PersonId> persons) {
        return persons.stream().filter(assembly::contains).count();
    }
}

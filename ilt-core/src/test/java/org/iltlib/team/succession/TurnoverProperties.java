package org.iltlib.team.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/** Laws of turnover over random teams, leavers and things. */
class TurnoverProperties {

    @Provide
    Arbitrary<Set<Integer>> members() {
        return Arbitraries.integers().between(1, 8).set().ofMinSize(1).ofMaxSize(6);
    }

    private static Team team(Set<Integer> members) {
        List<Seat> seats = new ArrayList<>();
        new TreeSet<>(members).forEach(member -> seats.add(SuccessionTest.teacher(member)));
        return SuccessionTest.team("ilt", seats);
    }

    private static List<Owned> things(List<Integer> owners) {
        List<Owned> things = new ArrayList<>();
        for (int owner : owners) {
            things.add(Owned.of(EntryId.of("thing/" + things.size()), SuccessionTest.person(owner)));
        }
        return things;
    }

    @Property
    void nothingIsLostAndOnlyMembersReceive(
            @ForAll("members") Set<Integer> before,
            @ForAll("members") Set<Integer> after,
            @ForAll @NotEmpty @Size(max = 15) List<@IntRange(min = 1, max = 9) Integer> owners) {
        List<Owned> things = things(owners);
        Turnover turnover = Turnover.of(team(before), team(after), things);
        assertThat(Stream.concat(
                        turnover.kept().stream(), turnover.orphans().stream().map(Orphan::owned)))
                .containsExactlyInAnyOrderElementsOf(things);
        List<PersonId> members = team(after).listMembers();
        assertThat(turnover.orphans()).allSatisfy(orphan -> {
            assertThat(orphan.receiver())
                    .hasValueSatisfying(receiver -> assertThat(members).contains(receiver));
            assertThat(members).doesNotContain(orphan.owned().owner());
        });
        assertThat(turnover.proposals().values().stream().mapToInt(List::size).sum())
                .isEqualTo(turnover.orphans().size());
    }

    /** Each goes to whoever carries the least at that time, so nobody who receives ends two above another member. */
    @Property
    void withNothingElseToGoByTheWorkIsSpreadEvenly(
            @ForAll("members") Set<Integer> after, @ForAll @IntRange(max = 20) int count) {
        Set<Integer> before = new TreeSet<>(after);
        before.add(9);
        List<Owned> things = things(new ArrayList<>(java.util.Collections.nCopies(count, 9)));
        Turnover turnover = Turnover.of(team(before), team(after), things);
        List<Integer> received = team(after).listMembers().stream()
                .map(member ->
                        turnover.proposals().getOrDefault(member, List.of()).size())
                .sorted()
                .toList();
        assertThat(received.get(received.size() - 1) - received.get(0)).isLessThanOrEqualTo(1);
    }
}

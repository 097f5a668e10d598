package org.iltlib.team.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final LocalDate JULY = LocalDate.of(2027, 7, 1);
    private static final PersonId OLD = PersonId.of("p-old");
    private static final PersonId NEW = PersonId.of("p-new");
    private static final Office RECORDER_DEPUTY = Office.deputyOf(Office.RECORDER);

    static PersonId person(int number) {
        return PersonId.of("p-" + number);
    }

    static Seat seat(PersonId person, StakeholderGroup group, Office... offices) {
        return Seat.of(person, group).toBuilder().addOffices(offices).build();
    }

    static Seat teacher(int number, Office... offices) {
        return seat(person(number), StakeholderGroup.TEACHER, offices);
    }

    private static Seat speaking(int number, String unit) {
        return teacher(number).toBuilder().addUnits(OrgUnitId.of(unit)).build();
    }

    static Team team(String id, List<Seat> seats) {
        return Team.builder()
                .id(EntryId.of("team/" + id))
                .team(TeamId.of(id))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(OrgUnitId.of("s"))
                .name("ILT")
                .seats(seats)
                .formed(LocalDate.of(2026, 8, 1))
                .build();
    }

    private static Team team(Seat... seats) {
        return team("ilt", List.of(seats));
    }

    private static Owned owned(String id, PersonId owner, PersonId... contributors) {
        return new Owned(EntryId.of(id), owner, List.of(contributors));
    }

    private static Turnover turnover(Team before, Team after, Owned... owned) {
        return Turnover.of(before, after, List.of(owned));
    }

    @Test
    void whoeverWorksOnItAlreadyIsProposedFirst() {
        Team before = team(seat(OLD, StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL), teacher(1), teacher(2));
        Team after = team(seat(NEW, StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL), teacher(1), teacher(2));
        Turnover turnover = turnover(
                before,
                after,
                owned("a", OLD, PersonId.of("p-gone"), person(2)),
                owned("b", OLD),
                owned("c", person(1)));
        assertThat(turnover.leavers()).containsExactly(OLD);
        assertThat(turnover.kept()).extracting(thing -> thing.entry().value()).containsExactly("c");
        assertThat(turnover.orphans())
                .extracting(Orphan::receiver)
                .containsExactly(Optional.of(person(2)), Optional.of(NEW));
        assertThat(turnover.orphans())
                .extracting(Orphan::reason)
                .containsExactly("works on it already", "is the new principal");
        assertThat(turnover.share()).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(turnover.explanation().toString())
                .contains("2 of 3 things lost their owner; 1 left.", "b of p-old: to p-new, who is the new principal.");
    }

    @Test
    void whatBelongsToSomebodyWhoLeftInAnEarlierStepIsAnOrphan() {
        Team before = team(teacher(1), teacher(2));
        Turnover turnover = turnover(before, team(teacher(1)), owned("a", OLD), owned("b", person(1)));
        assertThat(turnover.leavers()).containsExactly(person(2));
        assertThat(turnover.kept()).containsExactly(owned("b", person(1)));
        assertThat(turnover.orphans())
                .containsExactly(new Orphan(owned("a", OLD), Optional.of(person(1)), "carries the least"));
    }

    @Test
    void untilThereIsASuccessorTheDeputyStandsIn() {
        Team before = team(teacher(1, Office.RECORDER), teacher(2, RECORDER_DEPUTY), teacher(3));
        Team after = team(teacher(3), teacher(2, RECORDER_DEPUTY));
        assertThat(turnover(before, after, owned("a", person(1))).orphans())
                .containsExactly(
                        new Orphan(owned("a", person(1)), Optional.of(person(2)), "stands in for the recorder"));
    }

    @Test
    void whoeverHasTheOfficeNowIsProposedWhetherNewToItOrNot() {
        Team before = team(teacher(1, Office.RECORDER), teacher(2), teacher(3, Office.RECORDER));
        Orphan promoted = turnover(before, team(teacher(2, Office.RECORDER)), owned("a", person(1)))
                .orphans()
                .get(0);
        assertThat(promoted.receiver()).contains(person(2));
        assertThat(promoted.reason()).isEqualTo("is the new recorder");
        Orphan shared = turnover(before, team(teacher(2), teacher(3, Office.RECORDER)), owned("a", person(1)))
                .orphans()
                .get(0);
        assertThat(shared.receiver()).contains(person(3));
        assertThat(shared.reason()).isEqualTo("is recorder too");
    }

    @Test
    void neighboursShareTheWork() {
        Team before = team(speaking(1, "g3"), speaking(2, "g3"), speaking(3, "g3"), speaking(4, "g4"));
        Team after = team(speaking(2, "g3"), speaking(3, "g3"), speaking(4, "g4"));
        Turnover turnover = turnover(
                before,
                after,
                owned("own", person(2)),
                owned("a", person(1)),
                owned("b", person(1)),
                owned("c", person(1)));
        // Two has one thing; three gets the first, then both have one and the order of seats decides.
        assertThat(turnover.orphans())
                .extracting(orphan -> orphan.receiver().orElseThrow())
                .containsExactly(person(3), person(2), person(3));
        assertThat(turnover.proposals().get(person(3))).hasSize(2);
        assertThat(turnover.orphans()).extracting(Orphan::reason).containsOnly("speaks for the same unit");
    }

    @Test
    void otherwiseTheLeastLoadedMemberIsProposedAndOnAnEmptyTeamNobody() {
        Team before = team(teacher(1), teacher(2), teacher(3));
        Turnover some = turnover(before, team(teacher(2), teacher(3)), owned("x", person(2)), owned("a", person(1)));
        assertThat(some.orphans())
                .containsExactly(new Orphan(owned("a", person(1)), Optional.of(person(3)), "carries the least"));
        Turnover none = turnover(before, team(), owned("a", person(1)));
        assertThat(none.orphans().get(0).receiver()).isEmpty();
        assertThat(none.explanation().toString()).contains("nobody is there to take it on");
        assertThat(none.proposals()).isEmpty();
        assertThat(turnover(before, before).share().isReported()).isFalse();
    }

    @Test
    void twoTeamsOrAThingGivenTwiceAreRefused() {
        Team one = team(teacher(1));
        assertThatThrownBy(() -> turnover(one, team("other", List.of())))
                .hasMessageContaining("two teams, ilt and other");
        assertThatThrownBy(() -> turnover(one, one, owned("a", person(1)), owned("a", person(2))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> owned("a", person(1), person(1))).hasMessageContaining("the owner");
    }

    /** Five principals leave on 1 July; they own 31 of 120 commitments and decisions to review. */
    @Test
    void ofFivePrincipalsWhoLeaveThirtyOneThingsAreListedAndReassignedAndNothingIsLost() {
        int orphans = 0;
        int kept = 0;
        List<Handover> handovers = new ArrayList<>();
        List<Owned> all = new ArrayList<>();
        for (int school = 0; school < 5; school++) {
            PersonId leaves = PersonId.of("p-old-" + school);
            PersonId comes = PersonId.of("p-new-" + school);
            Team before = team(
                    "s" + school,
                    List.of(seat(leaves, StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL), teacher(1), teacher(2)));
            Team after = team(
                    "s" + school,
                    List.of(seat(comes, StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL), teacher(1), teacher(2)));
            List<Owned> things = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                PersonId owner = i < (school == 0 ? 7 : 6) ? leaves : person(1 + i % 2);
                things.add(
                        i % 3 == 0 && owner.equals(leaves)
                                ? owned("s" + school + "/" + i, owner, person(2))
                                : owned("s" + school + "/" + i, owner));
            }
            Turnover turnover = Turnover.of(before, after, things);
            orphans += turnover.orphans().size();
            kept += turnover.kept().size();
            turnover.proposals()
                    .forEach((receiver, given) -> handovers.add(Handover.builder()
                            .id(EntryId.of(before.team() + "/handover/" + receiver))
                            .team(after.id())
                            .giver(leaves)
                            .receiver(receiver)
                            .entries(given.stream().map(Owned::entry).toList())
                            .on(JULY)
                            .build()));
            all.addAll(things);
        }
        assertThat(orphans).isEqualTo(31);
        assertThat(kept + orphans).isEqualTo(120);
        Handovers log = Handovers.of(Map.of(), handovers);
        assertThat(all)
                .allSatisfy(
                        thing -> assertThat(log.on(thing, JULY).owner().value()).doesNotContain("old"));
        assertThat(all.stream().filter(thing -> !log.on(thing, JULY).equals(thing)))
                .hasSize(31);
        assertThat(all)
                .allSatisfy(
                        thing -> assertThat(log.on(thing, JULY.minusDays(1))).isEqualTo(thing));
    }

    private static Handover handover(String id, PersonId from, PersonId to, LocalDate on) {
        return Handover.builder()
                .id(EntryId.of(id))
                .team(EntryId.of("team"))
                .giver(from)
                .receiver(to)
                .office(Office.PRINCIPAL)
                .on(on)
                .build();
    }

    @Test
    void restrictedEntriesAreReadByTheSuccessorOnlyOnceTheOfficeIsHandedOver() {
        Restricted note = new Restricted(EntryId.of("note"), Office.PRINCIPAL, JULY.minusDays(100));
        Restricted later = new Restricted(EntryId.of("later"), Office.PRINCIPAL, JULY.plusDays(100));
        List<Restricted> both = List.of(note, later);
        Handovers log =
                Handovers.of(Map.of(Office.PRINCIPAL, OLD), List.of(handover("h", OLD, NEW, JULY.plusDays(14))));
        LocalDate seated = JULY.plusDays(13);
        assertThat(log.mayRead(NEW, note, seated)).isFalse();
        assertThat(log.mayRead(OLD, note, seated)).isTrue();
        assertThat(log.countHidden(NEW, both, seated)).isEqualTo(1);
        LocalDate handed = JULY.plusDays(14);
        assertThat(log.listReadable(NEW, both, handed)).containsExactly(EntryId.of("note"));
        assertThat(log.mayRead(OLD, note, handed)).isFalse();
        assertThat(log.countHidden(person(1), both, JULY.plusDays(100))).isEqualTo(2);
        assertThat(log.findKeeper(Office.PRINCIPAL, handed)).contains(NEW);
        assertThat(log.findKeeper(Office.RECORDER, handed)).isEmpty();
        assertThat(log.mayRead(OLD, later, JULY)).isFalse();
    }

    @Test
    void nobodyHandsOverWhatIsNotTheirs() {
        assertThatThrownBy(
                        () -> Handovers.of(Map.of(Office.PRINCIPAL, person(1)), List.of(handover("h", OLD, NEW, JULY))))
                .hasMessageContaining("p-old hands over the office principal, which is p-1's");
        assertThatThrownBy(() -> Handovers.of(Map.of(), List.of(handover("h", OLD, NEW, JULY))))
                .hasMessageContaining("nobody's");
        assertThatThrownBy(() -> handover("h", OLD, OLD, JULY)).hasMessageContaining("themselves");
        assertThatThrownBy(() -> handover("h", OLD, NEW, JULY).toBuilder()
                        .office(Optional.empty())
                        .build())
                .hasMessageContaining("nothing to p-new");
        Handover stranger = handover("h", person(5), NEW, JULY).toBuilder()
                .office(Optional.empty())
                .addEntries(EntryId.of("a"))
                .build();
        Handovers log = Handovers.of(Map.of(), List.of(stranger));
        assertThat(log.on(owned("a", OLD, NEW), JULY)).isEqualTo(owned("a", OLD, NEW));
        assertThat(stranger.basedOn()).containsExactly(EntryId.of("team"), EntryId.of("a"));
    }

    @Test
    void aContributorWhoTakesOverIsNoContributorAnyMore() {
        Handover h = handover("h", OLD, NEW, JULY).toBuilder()
                .office(Optional.empty())
                .addEntries(EntryId.of("a"))
                .build();
        assertThat(Handovers.of(Map.of(), List.of(h)).on(owned("a", OLD, person(1), NEW), JULY))
                .isEqualTo(owned("a", NEW, person(1)));
    }

    /** Nine commitments among ten members, two of whom hold five: three and two. */
    @Test
    void twoMembersWhoHoldFiveOfNineCommitmentsAreTold() {
        List<PersonId> members = new ArrayList<>();
        List<Owned> things = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            members.add(person(i));
        }
        int[] counts = {3, 2, 1, 1, 1, 1, 0, 0, 0, 0};
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i]; j++) {
                things.add(owned(i + "/" + j, person(i)));
            }
        }
        things.add(owned("elsewhere", OLD));
        Load load = Load.of(members, things);
        assertThat(load.total()).isEqualTo(9);
        assertThat(load.usualLimit()).isEqualTo(2);
        assertThat(load.listAbove(1)).containsExactly(person(0), person(1));
        assertThat(load.listAbove(load.usualLimit())).containsExactly(person(0));
        assertThat(load.listIdle()).hasSize(4);
        // By hand: (1(2*5-11) + 1(1) + 1(3) + 1(5) + 2(7) + 3(9)) / (10 * 9) = 49/90.
        assertThat(load.gini()).isEqualTo(Measured.of(Fraction.of(49, 90)));
        assertThat(load.explanation().toString())
                .contains(
                        "9 things among 10 members.",
                        "p-0 carries 3, more than 2",
                        "Nothing yet: [p-6, p-7, p-8, p-9].");
        assertThat(Load.of(List.of(), things).gini().isReported()).isFalse();
        assertThat(Load.of(List.of(), things).usualLimit()).isZero();
        assertThatThrownBy(() -> new Load(Map.of(OLD, -1))).hasMessageContaining("load of p-old");
    }
}

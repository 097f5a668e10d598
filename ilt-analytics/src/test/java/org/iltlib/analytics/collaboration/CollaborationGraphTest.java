package org.iltlib.analytics.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.base.Term;
import org.iltlib.choice.Rational;
import org.junit.jupiter.api.Test;

class CollaborationGraphTest {
    /** The friendships of W. Zachary's karate club (1977), 34 people; a row is a person and those of higher number. */
    private static final int[][] CLUB = {
        {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
        {2, 3, 7, 13, 17, 19, 21, 30},
        {3, 7, 8, 9, 13, 27, 28, 32},
        {7, 12, 13},
        {6, 10},
        {6, 10, 16},
        {16},
        {},
        {30, 32, 33},
        {33},
        {},
        {},
        {},
        {33},
        {32, 33},
        {32, 33},
        {},
        {},
        {32, 33},
        {33},
        {32, 33},
        {},
        {32, 33},
        {25, 27, 29, 32, 33},
        {25, 27, 31},
        {31},
        {29, 33},
        {33},
        {31, 33},
        {32, 33},
        {32, 33},
        {32, 33},
        {33},
        {}
    };

    /**
     * Published: 34 people, 78 pairs, density 0.139. By hand: person 11 knows only person 0, which is the one bridge;
     * without person 0 that one and the circle of 4, 5, 6, 10 and 16 would be cut off, which makes 0 the one broker.
     */
    @Test
    void theKarateClubHasOneBridgeAndOneBroker() {
        Map<PersonId, String> club = new HashMap<>();
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < CLUB.length; i++) {
            club.put(person(i), "club");
            for (int j : CLUB[i]) {
                ties.add(Tie.of(person(i), person(j), TieKind.TEAM, 0));
            }
        }
        CollaborationGraph graph = CollaborationGraph.of(club, ties);
        assertThat(graph).hasToString("34 people, 78 pairs");
        assertThat(graph.density().value()).contains(Rational.of(78, 561));
        assertThat(graph.parts()).isEqualTo(1);
        assertThat(graph.isolates()).isZero();
        assertThat(graph.bridges()).isEqualTo(1);
        assertThat(graph.brokers()).isEqualTo(1);
        assertThat(graph.findOwnView(person(0), person(0)).orElseThrow().broker())
                .isTrue();
        assertThat(graph.findOwnView(person(33), person(33)).orElseThrow().broker())
                .isFalse();
    }

    /** A chain of 20,000 people: each pair is a bridge, all but the two ends are brokers. */
    @Test
    void aLongChainNeedsNoDeepStack() {
        Map<PersonId, String> people = new HashMap<>();
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            people.put(person(i), "chain");
            if (i > 0) {
                ties.add(Tie.of(person(i), person(i - 1), TieKind.PLANNING, 1));
            }
        }
        CollaborationGraph graph = CollaborationGraph.of(people, ties);
        assertThat(graph.bridges()).isEqualTo(19_999);
        assertThat(graph.brokers()).isEqualTo(19_998);
    }

    @Test
    void departmentsShowDensityAndIsolatesAndSmallOnesAreWithheld() {
        CollaborationGraph graph = school();
        DepartmentView grade4 = graph.byDepartment(3).get("grade 4").value().orElseThrow();
        assertThat(grade4.people()).isEqualTo(4);
        assertThat(grade4.pairsInside()).isEqualTo(3);
        assertThat(grade4.pairsOutside()).isEqualTo(1);
        assertThat(grade4.isolates()).isEqualTo(1);
        assertThat(grade4.density().value()).contains(Rational.of(1, 2));
        assertThat(graph.byDepartment(3).get("music")).hasToString("suppressed (fewer than 3 people)");
        assertThat(graph.byDepartment(3).get("grade 5"))
                .as("8 people less those of both grades would be music")
                .isEqualTo(Measured.suppressed(SuppressionReason.PROTECTS_ANOTHER, "fewer than 3 people"));
        assertThat(graph.departmentsOnOneThread(3)).isEmpty();
        assertThat(CollaborationGraph.of(
                                Map.of(person(0), "x", person(1), "x", person(2), "y", person(3), "y"),
                                List.of(Tie.of(person(1), person(2), TieKind.TEAM, 1)))
                        .departmentsOnOneThread(2))
                .containsExactly("x and y");
        assertThat(graph.departmentsOnOneThread(4))
                .as("grade 5 is too small to be named")
                .isEmpty();
        assertThat(graph.parts()).isEqualTo(3);
        assertThatThrownBy(() -> graph.byDepartment(1)).hasMessageContaining("fewest is 1");
    }

    @Test
    void onlyThePersonSeesWhatTheGraphSaysOfThatPerson() {
        CollaborationGraph graph = school();
        OwnView own = graph.findOwnView(person(2), person(2)).orElseThrow();
        assertThat(own.partners()).isEqualTo(3);
        assertThat(own.partnersOutside()).isEqualTo(1);
        assertThat(own.broker()).isTrue();
        assertThat(own.minutes()).isEqualTo(45 + 45 + 30);
        assertThat(own.isIsolate()).isFalse();
        assertThat(graph.findOwnView(person(3), person(3)).orElseThrow().isIsolate())
                .isTrue();
        assertThat(graph.findOwnView(person(2), person(3))).isEmpty();
        assertThat(graph.findOwnView(person(99), person(99))).isEmpty();
    }

    @Test
    void noPublicMethodOfTheGraphGivesIdsOfPeople() {
        for (Method method : CollaborationGraph.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.getName().equals("findOwnView")) {
                assertThat(method.getGenericReturnType().getTypeName())
                        .as(method.getName())
                        .doesNotContain("PersonId", "Tie", "OwnView");
            }
        }
    }

    @Test
    void aTieHasNoDirectionAndAMeetingTiesEachWithEach() {
        assertThat(Tie.of(person(2), person(1), TieKind.PEER_VISIT, 40))
                .isEqualTo(Tie.of(person(1), person(2), TieKind.PEER_VISIT, 40));
        assertThat(Tie.among(Set.of(person(1), person(2), person(3), person(4)), TieKind.TEAM, 60))
                .hasSize(6);
        assertThat(Tie.among(Set.of(person(1)), TieKind.TEAM, 60)).isEmpty();
        assertThatThrownBy(() -> Tie.of(person(1), person(1), TieKind.TEAM, 1))
                .hasMessageContaining("Expected two people");
        assertThatThrownBy(() -> Tie.of(person(1), person(2), TieKind.TEAM, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> CollaborationGraph.of(
                        Map.of(person(1), "x"), List.of(Tie.of(person(1), person(2), TieKind.TEAM, 1))))
                .hasMessageContaining("\"p-2\", who has no department");
    }

    @Test
    void aSchoolOfNobodyOrOnePersonHasNoDensity() {
        CollaborationGraph nobody = CollaborationGraph.of(Map.of(), List.of());
        assertThat(nobody.parts()).isZero();
        assertThat(nobody.density().isReported()).isFalse();
        assertThat(CollaborationGraph.of(Map.of(person(1), "x"), List.of()).isolates())
                .isEqualTo(1);
        assertThat(DepartmentView.builder()
                        .people(1)
                        .pairsInside(0)
                        .pairsOutside(0)
                        .isolates(1)
                        .build()
                        .density())
                .hasToString("undefined: a single person has nobody to pair with");
    }

    @Test
    void protectedTimeIsCountedByWeekAndWeeksOffDoNotCount() {
        LocalDate monday = LocalDate.of(2026, 10, 5);
        Term term = Term.of(monday, monday.plusDays(25));
        List<Slot> slots = List.of(
                new Slot("grade 4", monday, 45),
                new Slot("grade 4", monday.plusDays(7), 20),
                new Slot("grade 4", monday.plusDays(9), 25),
                new Slot("grade 4", monday.plusDays(14), 30),
                new Slot("grade 4", monday.plusDays(22), 90),
                new Slot("grade 4", monday.minusDays(1), 600),
                new Slot("grade 5", monday.minusDays(1), 600));
        ProtectedTime.Kept kept = ProtectedTime.promising(45).of(slots, term).get("grade 4");
        assertThat(kept).isEqualTo(new ProtectedTime.Kept(4, 3, 210));
        assertThat(kept.minutesPerWeek()).isEqualTo(Rational.of(105, 2));
        assertThat(ProtectedTime.promising(45)
                        .withWeeksOff(List.of(monday.plusDays(16), monday.plusDays(18)))
                        .of(slots, term))
                .containsEntry("grade 4", new ProtectedTime.Kept(3, 3, 180))
                .containsEntry("grade 5", new ProtectedTime.Kept(3, 0, 0));
        assertThatThrownBy(() -> ProtectedTime.promising(45)
                        .withWeeksOff(List.of(monday))
                        .of(slots, Term.of(monday, monday.plusDays(4))))
                .hasMessageContaining("All 1 weeks");
        assertThatThrownBy(() -> new Slot("grade 4", monday, 0)).hasMessageContaining("minutes is 0");
    }

    /** Grade 4: 0, 1 and 2 with one another, 3 alone; grade 5: 4, 5 and 6 with one another; 2 with 4; music: 7 alone. */
    private static CollaborationGraph school() {
        Map<PersonId, String> departments = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            departments.put(person(i), i < 4 ? "grade 4" : i < 7 ? "grade 5" : "music");
        }
        List<Tie> ties = new ArrayList<>(Tie.among(Set.of(person(0), person(1), person(2)), TieKind.TEAM, 45));
        ties.addAll(Tie.among(Set.of(person(4), person(5), person(6)), TieKind.TEAM, 45));
        ties.add(Tie.of(person(2), person(4), TieKind.COACHING, 30));
        return CollaborationGraph.of(departments, ties);
    }

    private static PersonId person(int i) {
        return PersonId.of("p-" + i);
    }
}

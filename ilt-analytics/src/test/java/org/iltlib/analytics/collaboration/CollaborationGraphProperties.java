package org.iltlib.analytics.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;

/** Held against brute force: what is a bridge or a broker is found by leaving it out and counting the parts again. */
class CollaborationGraphProperties {
    private static final TieKind[] KINDS = TieKind.values();

    @Property(tries = 300)
    void bridgesAndBrokersAreThoseWithoutWhichThereAreMoreParts(@ForAll long seed) {
        Random random = new Random(seed);
        Case drawn = Case.draw(random);
        CollaborationGraph graph = drawn.graph();
        int parts = drawn.parts(-1, -1, -1);
        assertThat(graph.parts()).isEqualTo(parts);
        int bridges = 0;
        int brokers = 0;
        int isolates = 0;
        for (int i = 0; i < drawn.size; i++) {
            boolean alone = true;
            for (int j = 0; j < drawn.size; j++) {
                alone &= !drawn.joined[i][j];
                if (j > i && drawn.joined[i][j]) {
                    bridges += drawn.parts(-1, i, j) > parts ? 1 : 0;
                }
            }
            isolates += alone ? 1 : 0;
            boolean broker = drawn.parts(i, -1, -1) > parts - (alone ? 1 : 0);
            brokers += broker ? 1 : 0;
            PersonId person = Case.person(i);
            assertThat(graph.findOwnView(person, person).orElseThrow().broker()).isEqualTo(broker);
        }
        assertThat(graph.bridges()).isEqualTo(bridges);
        assertThat(graph.brokers()).isEqualTo(brokers);
        assertThat(graph.isolates()).isEqualTo(isolates);
    }

    @Property(tries = 200)
    void theOrderOfTiesAndPeopleChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Case drawn = Case.draw(random);
        CollaborationGraph graph = drawn.graph();
        Collections.shuffle(drawn.ties, random);
        CollaborationGraph again = drawn.graph();
        assertThat(again.byDepartment(2)).isEqualTo(graph.byDepartment(2));
        assertThat(again.departmentsOnOneThread(2)).isEqualTo(graph.departmentsOnOneThread(2));
        PersonId first = Case.person(0);
        assertThat(again.findOwnView(first, first)).isEqualTo(graph.findOwnView(first, first));
    }

    @Property(tries = 200)
    void theDepartmentsAddUpToTheSchool(@ForAll long seed) {
        Case drawn = Case.draw(new Random(seed));
        CollaborationGraph graph = drawn.graph();
        int inside = 0;
        int outside = 0;
        int hidden = 0;
        int isolates = 0;
        for (Measured<DepartmentView> view : graph.byDepartment(2).values()) {
            inside += view.value().map(DepartmentView::pairsInside).orElse(0);
            outside += view.value().map(DepartmentView::pairsOutside).orElse(0);
            isolates += view.value().map(DepartmentView::isolates).orElse(0);
            hidden += view.isReported() ? 0 : 1;
        }
        if (hidden == 0) {
            assertThat(inside * 2 + outside).isEqualTo(graph.pairs() * 2);
            assertThat(isolates).isEqualTo(graph.isolates());
        }
        assertThat(graph.density().value().orElse(Rational.ZERO).compareTo(Rational.ONE))
                .isLessThanOrEqualTo(0);
    }

    /** A school drawn by chance, as a matrix and as ties. */
    private static final class Case {
        private final int size;
        private final boolean[][] joined;
        private final List<Tie> ties = new ArrayList<>();
        private final Map<PersonId, String> departments = new HashMap<>();

        private Case(int size) {
            this.size = size;
            this.joined = new boolean[size][size];
        }

        static Case draw(Random random) {
            Case drawn = new Case(1 + random.nextInt(12));
            double chance = random.nextDouble() * 0.5;
            for (int i = 0; i < drawn.size; i++) {
                drawn.departments.put(person(i), "d" + random.nextInt(3));
                for (int j = i + 1; j < drawn.size; j++) {
                    for (int times = random.nextDouble() < chance ? 1 + random.nextInt(2) : 0; times > 0; times--) {
                        drawn.joined[i][j] = true;
                        drawn.joined[j][i] = true;
                        TieKind kind = KINDS[random.nextInt(KINDS.length)];
                        drawn.ties.add(Tie.of(person(j), person(i), kind, random.nextInt(90)));
                    }
                }
            }
            return drawn;
        }

        static PersonId person(int i) {
            return PersonId.of("p-" + i);
        }

        CollaborationGraph graph() {
            return CollaborationGraph.of(departments, ties);
        }

        /** The parts without that person and without that pair; −1 leaves nothing out. */
        int parts(int without, int one, int other) {
            boolean[] seen = new boolean[size];
            int parts = 0;
            for (int i = 0; i < size; i++) {
                if (!seen[i] && i != without) {
                    parts++;
                    flood(i, seen, without, one, other);
                }
            }
            return parts;
        }

        private void flood(int i, boolean[] seen, int without, int one, int other) {
            seen[i] = true;
            for (int j = 0; j < size; j++) {
                boolean cut = (i == one && j == other) || (i == other && j == one);
                if (joined[i][j] && !cut && !seen[j] && j != without) {
                    flood(j, seen, without, one, other);
                }
            }
        }
    }
}

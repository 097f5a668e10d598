package org.iltlib.analytics.achievement.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.OrgUnitId;
import org.junit.jupiter.api.Test;

class PeerTest {
    private static final List<String> NAMES = List.of("free lunch", "enrolment");
    private static final double[][] X = {
        {.10, 300}, {.12, 320}, {.50, 900}, {.52, 880}, {.15, 310}, {.48, 860}, {.30, 350}, {.20, 800}
    };

    private static OrgUnitId school(int i) {
        return OrgUnitId.of("s" + i);
    }

    private static List<SchoolInputs> inputs() {
        List<SchoolInputs> inputs = new ArrayList<>();
        for (int i = 0; i < X.length; i++) {
            inputs.add(new SchoolInputs(school(i), List.of(X[i][0], X[i][1])));
        }
        return inputs;
    }

    private static List<SchoolOutcome> outcomes(double... values) {
        List<SchoolOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            outcomes.add(new SchoolOutcome(school(i), values[i]));
        }
        return outcomes;
    }

    @Test
    void peersAreNearByInputsAsRSays() {
        // R: d <- as.matrix(dist(scale(X)))[1, ]; sort(d)[2:4]
        List<PeerGroups.Peer> peers = PeerSearch.of(NAMES, 3).among(inputs()).peersOf(school(0));
        assertThat(peers.stream().map(PeerGroups.Peer::school)).containsExactly(school(1), school(4), school(6));
        assertThat(peers.get(0).distance()).isCloseTo(0.1309816390384718, within(1e-12));
        assertThat(peers.get(2).distance()).isCloseTo(1.1273218217996794, within(1e-12));
        // R: sort(sqrt(mahalanobis(X, X[1, ], cov(X))))[2:4]
        List<PeerGroups.Peer> others = PeerSearch.of(NAMES, 3)
                .withDistance(PeerSearch.Distance.MAHALANOBIS)
                .among(inputs())
                .peersOf(school(0));
        assertThat(others.get(0).distance()).isCloseTo(0.1189122654722515, within(1e-12));
        assertThat(others.get(2).distance()).isCloseTo(1.7396784212376570, within(1e-12));
    }

    @Test
    void outcomesOfOtherSchoolsChangeNothing() {
        PeerGroups groups = PeerSearch.of(NAMES, 3).among(inputs());
        PeerComparison found = groups.compare(school(0), outcomes(520, 500, 1, 1, 504, 1, 496, 1))
                .value()
                .orElseThrow();
        assertThat(found.difference())
                .isEqualTo(groups.compare(school(0), outcomes(520, 500, 9, 9, 504, 9, 496, 9))
                        .map(PeerComparison::difference)
                        .value()
                        .orElseThrow());
        // R: x <- c(500, 504, 496); 20 - qt(.975, 2) * sd(x) * sqrt(1 + 1/3)
        assertThat(found.difference().value()).isCloseTo(20, within(1e-12));
        assertThat(found.difference().lower()).isCloseTo(20 - 4.302652729911275 * 4 * Math.sqrt(4 / 3.0), within(1e-9));
        assertThat(found.difference().excludes(0)).isTrue();
        assertThat(found.below()).isEqualTo(3);
        assertThat(found.why().toString()).contains("no outcome was looked at").contains("farther than peers differ");
        assertThat(groups.compare(school(0), outcomes(490, 500, 1, 1, 504, 1, 496, 1))
                        .map(one -> one.why().toString())
                        .orElse(""))
                .contains("below the mean of 3 peers, no farther");
    }

    @Test
    void whatCannotBeComparedIsMissing() {
        PeerGroups groups = PeerSearch.of(NAMES, 3).among(inputs());
        assertThat(groups.compare(school(7), outcomes(1, 2, 3)).isReported()).isFalse();
        assertThat(groups.compare(school(0), outcomes(1, 2)).isReported()).isFalse();
        assertThat(groups.compare(school(0), outcomes(1, 2, 2, 2, 2, 2, 2)).isReported())
                .isFalse();
    }

    @Test
    void whatCannotBeSearchedIsRefused() {
        PeerSearch search = PeerSearch.of(NAMES, 3);
        List<SchoolInputs> inputs = inputs();
        assertThatThrownBy(() -> search.among(inputs.subList(0, 3))).hasMessageContaining("more than 3 peers");
        assertThatThrownBy(() -> PeerSearch.of(NAMES, 1)).hasMessageContaining("peers is 1");
        assertThatThrownBy(() -> PeerSearch.of(List.of("a"), 3).among(inputs)).hasMessageContaining("has 2 inputs");
        assertThatThrownBy(() -> search.among(inputs).peersOf(school(99))).hasMessageContaining("no inputs");
        List<SchoolInputs> twins = new ArrayList<>();
        List<SchoolInputs> flat = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            twins.add(new SchoolInputs(school(i), List.of((double) i, 2.0 * i)));
            flat.add(new SchoolInputs(school(i), List.of((double) i, 2.0)));
        }
        assertThatThrownBy(() ->
                        search.withDistance(PeerSearch.Distance.MAHALANOBIS).among(twins))
                .hasMessageContaining("\"enrolment\" follows");
        assertThatThrownBy(() -> search.among(flat)).hasMessageContaining("the same in all schools");
    }
}

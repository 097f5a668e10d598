package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.curriculum.StandardId;

/** Against brute force: reachability by Warshall's three loops, the longest chain by trying every one. */
class PrerequisiteGraphProperties {
    private static final int N = 7;

    private static StandardId id(int i) {
        return StandardId.of("s" + i);
    }

    private static PrerequisiteGraph graph(List<Integer> pairs, boolean[][] edges) {
        List<Prerequisite> steps = new ArrayList<>();
        for (int pair : pairs) {
            int before = Math.min(pair / N, pair % N);
            int after = Math.max(pair / N, pair % N);
            if (before < after) {
                edges[before][after] = true;
                steps.add(new Prerequisite(id(before), id(after)));
            }
        }
        return PrerequisiteGraph.of(
                IntStream.range(0, N)
                        .map(i -> N - 1 - i)
                        .mapToObj(PrerequisiteGraphProperties::id)
                        .toList(),
                steps);
    }

    @Property
    void theClosureIsThatOfThreeLoops(@ForAll @Size(max = 14) List<@IntRange(max = 48) Integer> pairs) {
        boolean[][] edges = new boolean[N][N];
        PrerequisiteGraph graph = graph(pairs, edges);
        boolean[][] reach = new boolean[N][];
        for (int i = 0; i < N; i++) {
            reach[i] = edges[i].clone();
        }
        for (int k = 0; k < N; k++) {
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
        long all = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                all += reach[i][j] ? 1 : 0;
                assertThat(graph.listAncestors(id(j)).contains(id(i))).isEqualTo(reach[i][j]);
                assertThat(graph.listDescendants(id(i)).contains(id(j))).isEqualTo(reach[i][j]);
                assertThat(graph.listNeeds(id(j)).contains(id(i))).isEqualTo(edges[i][j]);
                assertThat(graph.listNeededBy(id(i)).contains(id(j))).isEqualTo(edges[i][j]);
            }
        }
        assertThat(graph.countReachable()).isEqualTo(all);
    }

    @Property
    void theLongestChainIsAsLongAsAnyAndAChain(@ForAll @Size(max = 14) List<@IntRange(max = 48) Integer> pairs) {
        boolean[][] edges = new boolean[N][N];
        List<StandardId> chain = graph(pairs, edges).longestChain();
        int longest =
                IntStream.range(0, N).map(start -> longest(edges, start)).max().orElse(0);
        assertThat(chain).hasSize(longest);
        for (int i = 1; i < chain.size(); i++) {
            assertThat(edges[number(chain.get(i - 1))][number(chain.get(i))]).isTrue();
        }
    }

    private static int number(StandardId id) {
        return Integer.parseInt(id.value().substring(1));
    }

    private static int longest(boolean[][] edges, int start) {
        int longest = 0;
        for (int next = 0; next < N; next++) {
            longest = edges[start][next] ? Math.max(longest, longest(edges, next)) : longest;
        }
        return longest + 1;
    }
}

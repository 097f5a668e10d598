package org.iltlib.analytics.achievement.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;

/**
 * How peers are found: the nearest schools, inputs first brought to standard deviations of all schools. Immutable.
 *
 * @param names the names of the inputs, each once, at least one
 * @param peers how many peers a school gets, at least 2
 * @param distance which
 */
public record PeerSearch(List<String> names, int peers, Distance distance) {
    /** Distances. */
    public enum Distance {
        /** The straight line: every input counts the same, so two that say nearly the same count twice. */
        EUCLIDEAN,
        /** Mahalanobis (1936): inputs that go together count together once. Needs more schools than inputs. */
        MAHALANOBIS
    }

    /** Copies the names and checks them. */
    public PeerSearch {
        names = List.copyOf(Checks.distinct(Checks.notEmpty(names, "names"), "names"));
        Checks.require(peers >= 2, "peers is %s. Expected at least 2, better 10 to 30.", peers);
    }

    /** So many nearest by the straight line. */
    public static PeerSearch of(List<String> names, int peers) {
        return new PeerSearch(names, peers, Distance.EUCLIDEAN);
    }

    /** A copy with that distance. */
    public PeerSearch withDistance(Distance distance) {
        return new PeerSearch(names, peers, distance);
    }

    /**
     * The schools, ready to be asked for peers. Of two equally near schools the first by id is nearer.
     *
     * @throws IllegalArgumentException if a school is named twice or has another number of inputs, there are too few
     *     schools, an input does not vary, or for Mahalanobis one follows from the others
     */
    public PeerGroups among(Collection<SchoolInputs> schools) {
        List<SchoolInputs> all = new ArrayList<>(schools);
        all.sort(Comparator.comparing(inputs -> inputs.school().value()));
        Checks.distinct(all.stream().map(SchoolInputs::school).toList(), "schools");
        Checks.require(all.size() > peers, "There are %s schools. Expected more than %s peers.", all.size(), peers);
        double[][] points = new double[all.size()][names.size()];
        for (int s = 0; s < points.length; s++) {
            SchoolInputs school = all.get(s);
            Checks.require(
                    school.values().size() == names.size(),
                    "%s has %s inputs. Expected %s: %s.",
                    school.school(),
                    school.values().size(),
                    names.size(),
                    names);
            for (int i = 0; i < names.size(); i++) {
                points[s][i] = school.values().get(i);
            }
        }
        standardize(points);
        if (distance == Distance.MAHALANOBIS) {
            whiten(points);
        }
        return new PeerGroups(this, all.stream().map(SchoolInputs::school).toList(), points);
    }

    private void standardize(double[][] points) {
        for (int i = 0; i < names.size(); i++) {
            Moments moments = Moments.EMPTY;
            for (double[] point : points) {
                moments = moments.with(point[i]);
            }
            double spread = moments.standardDeviation().orElse(0);
            Checks.require(spread > 0, "\"%s\" is the same in all schools. Maybe leave it out.", names.get(i));
            for (double[] point : points) {
                point[i] = (point[i] - moments.mean()) / spread;
            }
        }
    }

    /** By the inverse of the Cholesky factor of the correlations, so that what is left does not go together. */
    private void whiten(double[][] points) {
        int size = names.size();
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (double[] point : points) {
                    sum += point[i] * point[j];
                }
                sum /= points.length - 1;
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                Checks.require(
                        i != j || sum > 1e-10,
                        "\"%s\" follows from the other inputs. Maybe leave it out.",
                        names.get(i));
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                for (int k = 0; k < i; k++) {
                    point[i] -= lower[i][k] * point[k];
                }
                point[i] /= lower[i][i];
            }
        }
    }
}

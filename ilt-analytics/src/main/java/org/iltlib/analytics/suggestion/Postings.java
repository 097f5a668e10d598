package org.iltlib.analytics.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** For each term the standards that have it, with its weight there; sums in one order, so the same bits every time. */
final class Postings implements RankingEngine {
    private final Candidates candidates;
    private final Weighting weighting;
    private final Map<String, Integer> ids;
    private final int[] starts;
    private final int[] places;
    private final float[] weights;
    private final double[] rarity;

    /** How rare a term is that no standard has: it lengthens a text and brings it nearer to none. */
    private final double unknown;

    private final int size;

    private Postings(
            Candidates candidates, Map<String, Integer> ids, int[] starts, List<int[]> terms, List<float[]> counts) {
        IndexDesign design = candidates.design();
        this.candidates = candidates;
        this.weighting = design.weighting();
        this.ids = ids;
        this.starts = starts;
        this.size = terms.size();
        this.rarity = new double[ids.size()];
        this.unknown = rarity(weighting, 0, size);
        for (int id = 0; id < rarity.length; id++) {
            rarity[id] = rarity(weighting, starts[id + 1] - starts[id], size);
        }
        this.places = new int[starts[rarity.length]];
        this.weights = new float[places.length];
        fill(terms, counts, design);
    }

    /** The postings of the candidates. */
    static Postings of(Candidates candidates) {
        int size = candidates.standards().size();
        Map<String, Integer> ids = new HashMap<>();
        List<int[]> terms = new ArrayList<>(size);
        List<float[]> counts = new ArrayList<>(size);
        for (int place = 0; place < size; place++) {
            Map<String, Double> document = candidates.termsAt(place);
            int[] row = new int[document.size()];
            float[] count = new float[row.length];
            int i = 0;
            for (Map.Entry<String, Double> term : document.entrySet()) {
                Integer known = ids.get(term.getKey());
                int id = known == null ? ids.size() : known;
                if (known == null) {
                    ids.put(term.getKey(), id);
                }
                row[i] = id;
                count[i++] = (float) (double) term.getValue();
            }
            terms.add(row);
            counts.add(count);
        }
        int[] starts = new int[ids.size() + 1];
        terms.forEach(row -> Arrays.stream(row).forEach(id -> starts[id + 1]++));
        for (int id = 0; id < ids.size(); id++) {
            starts[id + 1] += starts[id];
        }
        return new Postings(candidates, ids, starts, terms, counts);
    }

    private static double rarity(Weighting weighting, int holders, int size) {
        return weighting == Weighting.COSINE
                ? 1 + StrictMath.log((1.0 + size) / (1.0 + holders))
                : StrictMath.log(1 + (size - holders + 0.5) / (holders + 0.5));
    }

    private void fill(List<int[]> terms, List<float[]> counts, IndexDesign design) {
        int[] next = starts.clone();
        double mean = counts.stream().mapToDouble(Postings::sum).sum() / size;
        for (int place = 0; place < size; place++) {
            int[] row = terms.get(place);
            double[] raw = weighting == Weighting.COSINE
                    ? cosine(row, counts.get(place), rarity)
                    : bm25(row, counts.get(place), rarity, mean, design);
            for (int i = 0; i < row.length; i++) {
                places[next[row[i]]] = place;
                weights[next[row[i]]++] = (float) raw[i];
            }
        }
    }

    private static double sum(float[] counts) {
        double sum = 0;
        for (float count : counts) {
            sum += count;
        }
        return sum;
    }

    private static double[] cosine(int[] row, float[] counts, double[] rarity) {
        double[] weights = new double[row.length];
        double squares = 0;
        for (int i = 0; i < row.length; i++) {
            weights[i] = dampened(counts[i]) * rarity[row[i]];
            squares += weights[i] * weights[i];
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < row.length; i++) {
            weights[i] /= norm;
        }
        return weights;
    }

    private static double[] bm25(int[] row, float[] counts, double[] rarity, double mean, IndexDesign design) {
        double[] weights = new double[row.length];
        double length = mean == 0 ? 1 : sum(counts) / mean;
        double enough = design.k1() * (1 - design.b() + design.b() * length);
        for (int i = 0; i < row.length; i++) {
            weights[i] = rarity[row[i]] * counts[i] * (design.k1() + 1) / (counts[i] + enough);
        }
        return weights;
    }

    private static double dampened(double count) {
        return StrictMath.log(1 + count) / StrictMath.log(2);
    }

    int termCount() {
        return ids.size();
    }

    long placeCount() {
        return places.length;
    }

    private double[] scores(Map<String, Integer> query) {
        double[] scores = new double[size];
        double norm = norm(query);
        query.forEach((term, count) -> {
            Integer id = ids.get(term);
            if (id != null) {
                double weight = weight(id, count) / norm;
                for (int i = starts[id]; i < starts[id + 1]; i++) {
                    scores[places[i]] += weight * weights[i];
                }
            }
        });
        return scores;
    }

    @Override
    public Map<String, Double> parts(Map<String, Integer> query, int place) {
        double norm = norm(query);
        Map<String, Double> parts = new LinkedHashMap<>();
        query.forEach((term, count) -> {
            Integer id = ids.get(term);
            int at = id == null ? -1 : Arrays.binarySearch(places, starts[id], starts[id + 1], place);
            if (id != null && at >= 0) {
                parts.put(term, weight(id, count) / norm * weights[at]);
            }
        });
        return parts;
    }

    @Override
    public List<Hit> best(SuggestionQuery query, Map<String, Integer> terms, int most) {
        double[] scores = scores(terms);
        Comparator<Hit> better =
                Comparator.comparingDouble((Hit hit) -> -hit.score()).thenComparingInt(Hit::place);
        PriorityQueue<Hit> kept = new PriorityQueue<>(better.reversed());
        for (int place = 0; place < scores.length; place++) {
            boolean hopeless = scores[place] <= 0
                    || (kept.size() == most && scores[place] <= kept.element().score());
            if (!hopeless && candidates.fits(place, query)) {
                kept.add(new Hit(place, scores[place]));
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        List<Hit> best = new ArrayList<>(kept);
        best.sort(better);
        return List.copyOf(best);
    }

    private double weight(int id, int count) {
        return weighting == Weighting.COSINE ? dampened(count) * rarity[id] : 1;
    }

    private double norm(Map<String, Integer> query) {
        if (weighting == Weighting.BM25) {
            return 1;
        }
        double squares = 0;
        for (Map.Entry<String, Integer> term : query.entrySet()) {
            Integer id = ids.get(term.getKey());
            double weight = id == null ? dampened(term.getValue()) * unknown : weight(id, term.getValue());
            squares += weight * weight;
        }
        return squares == 0 ? 1 : Math.sqrt(squares);
    }
}

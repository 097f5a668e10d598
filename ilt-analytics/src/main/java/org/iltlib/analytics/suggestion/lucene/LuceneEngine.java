package org.iltlib.analytics.suggestion.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.iltlib.analytics.suggestion.Candidates;
import org.iltlib.analytics.suggestion.IndexDesign;
import org.iltlib.analytics.suggestion.RankingEngine;
import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.base.GradeLevel;

/** Lucene behind the port. Documents are in the order of places, in one segment, so a document's number is its place. */
final class LuceneEngine implements RankingEngine {
    private static final String TERMS = "terms";
    private static final String GRADE = "grade";

    /** Counts are whole numbers in Lucene; k₁ is scaled with them, which leaves BM25 as it is. */
    private static final int SCALE = 100;

    private static final int MOST_TERMS = 1000;

    private final Candidates candidates;
    private final IndexSearcher searcher;
    private final double meanLength;

    private LuceneEngine(Candidates candidates, IndexSearcher searcher, double meanLength) {
        this.candidates = candidates;
        this.searcher = searcher;
        this.meanLength = meanLength;
    }

    static LuceneEngine of(Candidates candidates) {
        IndexDesign design = candidates.design();
        BM25Similarity similarity = new BM25Similarity((float) (SCALE * design.k1()), (float) design.b());
        IndexWriterConfig config = new IndexWriterConfig(new NoAnalysis())
                .setSimilarity(similarity)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            double length = 0;
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int place = 0; place < candidates.standards().size(); place++) {
                    Map<String, Double> terms = candidates.termsAt(place);
                    length += sum(terms);
                    writer.addDocument(document(candidates, place, terms));
                }
                writer.forceMerge(1);
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(similarity);
            return new LuceneEngine(
                    candidates, searcher, length / candidates.standards().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Terms come ready: there is nothing to analyse. */
    private static final class NoAnalysis extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            throw new IllegalStateException("Field \"" + field + "\" is text. Expected terms.");
        }
    }

    private static Document document(Candidates candidates, int place, Map<String, Double> terms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        Document document = new Document();
        document.add(new Field(TERMS, new WeightedTerms(terms, SCALE), type));
        for (GradeLevel grade : candidates.standards().get(place).grades()) {
            document.add(new StringField(GRADE, grade.code(), Field.Store.NO));
        }
        return document;
    }

    private static double sum(Map<String, Double> terms) {
        return terms.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public List<Hit> best(SuggestionQuery query, Map<String, Integer> terms, int most) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        rarest(terms).forEach(term -> any.add(new TermQuery(new Term(TERMS, term)), BooleanClause.Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(any.build(), BooleanClause.Occur.MUST);
        if (!query.grades().isEmpty()) {
            BooleanQuery.Builder grades = new BooleanQuery.Builder();
            query.grades()
                    .forEach(grade ->
                            grades.add(new TermQuery(new Term(GRADE, grade.code())), BooleanClause.Occur.SHOULD));
            all.add(grades.build(), BooleanClause.Occur.FILTER);
        }
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(all.build(), most).scoreDocs) {
                hits.add(new Hit(found.doc, found.score * (candidates.design().k1() + 1)));
            }
            return List.copyOf(hits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Terms that no standard has are of no use; of the others the rarest, in the order of the text. */
    private List<String> rarest(Map<String, Integer> terms) {
        Map<String, Integer> holders = new LinkedHashMap<>();
        terms.keySet().forEach(term -> holders.put(term, holders(term)));
        holders.values().removeIf(count -> count == 0);
        return holders.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .limit(MOST_TERMS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private int holders(String term) {
        try {
            return searcher.getIndexReader().docFreq(new Term(TERMS, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the formula itself, with the exact length. */
    @Override
    public Map<String, Double> parts(Map<String, Integer> terms, int place) {
        IndexDesign design = candidates.design();
        Map<String, Double> counts = candidates.termsAt(place);
        double enough = design.k1() * (1 - design.b() + design.b() * sum(counts) / meanLength);
        int size = candidates.standards().size();
        Map<String, Double> parts = new LinkedHashMap<>();
        terms.keySet().forEach(term -> {
            double count = counts.getOrDefault(term, 0.0);
            if (count > 0) {
                int holders = holders(term);
                double rarity = StrictMath.log(1 + (size - holders + 0.5) / (holders + 0.5));
                parts.put(term, rarity * count * (design.k1() + 1) / (count + enough));
            }
        });
        return parts;
    }
}

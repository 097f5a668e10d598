package org.iltlib.choice.tabulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.format.FormatException;
import org.iltlib.choice.format.RankLabels;
import org.iltlib.form.Node;
import org.immutables.value.Value;

/**
 * The configuration of an election as RCTab 2.0 writes it: candidates, files of ballots, rules. Whoever counted an
 * election with RCTab can count it again with this. Sources in CDF, ES&amp;S and generic CSV layout are understood (a
 * spreadsheet must be saved as CSV first); tie modes that stop and ask a person are refused, because their answers are
 * not in the file. Immutable.
 *
 * <p>Source: the documentation of RCTab 2.0, configuration file parameters.
 */
@Value.Immutable
public abstract class RcTabConfig {
    RcTabConfig() {}

    /** The name of the contest. */
    public abstract String contest();

    /** The candidates. */
    public abstract Candidates candidates();

    /** The files of ballots. */
    public abstract List<RecordSource> sources();

    /** The rules. */
    public abstract TabulationRules rules();

    /** Opens a file of ballots. */
    @FunctionalInterface
    public interface Opener {
        /**
         * The stream of the file at that path; it is read and closed.
         *
         * @throws IOException if there is none
         */
        InputStream open(String path) throws IOException;
    }

    /**
     * Reads a configuration.
     *
     * @throws FormatException if it is broken, or asks for what is not supported, naming the setting
     * @throws UncheckedIOException if the stream fails
     */
    public static RcTabConfig read(InputStream in) {
        Map<String, Node.Fields> objects = new HashMap<>();
        List<Node.Fields> candidates = new ArrayList<>();
        List<Node.Fields> files = new ArrayList<>();
        JsonPieces.read(in, (member, piece, line) -> {
            if (piece instanceof Node.Fields fields) {
                switch (member) {
                    case "candidates" -> candidates.add(fields);
                    case "cvrFileSources" -> files.add(fields);
                    default -> objects.put(member, fields);
                }
            }
        });
        Node.Fields none = new Node.Fields(Map.of());
        RcTabRules rules = new RcTabRules(objects.getOrDefault("rules", none));
        try {
            return builder()
                    .contest(JsonPieces.text(objects.getOrDefault("outputSettings", none), "contestName"))
                    .candidates(candidates(candidates))
                    .sources(files.stream()
                            .map(file -> source(file, rules.mostRanks(candidates.size())))
                            .toList())
                    .rules(rules.read())
                    .build();
        } catch (IllegalArgumentException e) {
            throw new FormatException(0, String.valueOf(e.getMessage()));
        }
    }

    private static Candidates candidates(List<Node.Fields> entries) {
        List<String> names = new ArrayList<>();
        Map<String, String> aliases = new LinkedHashMap<>();
        Set<String> excluded = new HashSet<>();
        for (Node.Fields entry : entries) {
            String name = JsonPieces.text(entry, "name");
            names.add(name);
            if (entry.find("aliases").orElse(new Node.Nothing()) instanceof Node.Items items) {
                for (Node alias : items.values()) {
                    if (alias instanceof Node.Text text && !text.value().isBlank()) {
                        aliases.put(text.value().strip(), name);
                    }
                }
            }
            String code = JsonPieces.text(entry, "code");
            if (!code.isEmpty() && !code.equals(name)) {
                aliases.put(code, name);
            }
            if (RcTabRules.flag(entry, "excluded")) {
                excluded.add(name);
            }
        }
        return new Candidates(names, aliases, excluded);
    }

    private static RecordSource source(Node.Fields file, int ranks) {
        String provider = JsonPieces.text(file, "provider");
        String skipped = JsonPieces.text(file, "skippedRankLabel");
        return RecordSource.builder()
                .path(JsonPieces.text(file, "filePath"))
                .layout(
                        switch (provider) {
                            case "cdf" -> RecordSource.Layout.COMMON_DATA_FORMAT;
                            case "ess" -> RecordSource.Layout.RANKS_ACROSS;
                            case "genericCsv" -> RecordSource.Layout.RANKS_IN_CELLS;
                            default ->
                                throw new FormatException(
                                        0, "provider is \"" + provider + "\". Expected cdf, ess or genericCsv.");
                        })
                .contest(JsonPieces.text(file, "contestId"))
                .firstColumn(RcTabRules.number(file, "firstVoteColumnIndex", 2))
                .firstRow(RcTabRules.number(file, "firstVoteRowIndex", 2))
                .ranks(ranks)
                .labels(new RankLabels(
                        JsonPieces.text(file, "overvoteLabel"),
                        skipped,
                        JsonPieces.text(file, "undeclaredWriteInLabel"),
                        RcTabRules.flag(file, "treatBlankAsUndeclaredWriteIn"),
                        JsonPieces.text(file, "overvoteDelimiter"),
                        false,
                        false))
                .build();
    }

    /**
     * Reads all files of ballots.
     *
     * @throws FormatException if one is broken, naming the line
     * @throws UncheckedIOException if one cannot be opened
     */
    public MarkedBallots readBallots(Opener opener) {
        Checks.notEmpty(sources(), "sources");
        List<MarkedBallots> parts = new ArrayList<>();
        for (RecordSource source : sources()) {
            try (InputStream in = opener.open(source.path())) {
                parts.add(source.read(in, candidates()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        boolean writeIns = parts.stream().anyMatch(part -> part.findWriteIns().isPresent());
        MarkedBallots.Builder all = candidates().ballots(writeIns);
        parts.forEach(part -> part.ballots().forEach(all::add));
        return all.build();
    }

    /** Reads all files of ballots and counts them; see {@link #readBallots}. */
    public TabulationCount count(Opener opener) {
        return rules().count(readBallots(opener));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a configuration; every property must be set. */
    public static final class Builder extends ImmutableRcTabConfig.Builder {
        Builder() {}
    }
}

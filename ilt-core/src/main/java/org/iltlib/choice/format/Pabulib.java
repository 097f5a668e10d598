package org.iltlib.choice.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;

/**
 * Pabulib files: projects with costs and votes on them, in UTF-8, fields between semicolons. Approval votes give a
 * point for each project; with a column of points, these count. A decimal comma in money is read as a point. The
 * numbers of projects and votes are checked against the file.
 *
 * <p>Source: P. Faliszewski and others (2023), Participatory budgeting: data, tools and analysis, doi
 * 10.24963/ijcai.2023/297.
 */
public final class Pabulib {
    private Pabulib() {}

    /**
     * What a file holds.
     *
     * @param meta the keys above the projects, in order
     * @param profile the projects and votes
     * @param selected the projects that the file names as chosen (code 1)
     */
    public record Instance(Map<String, String> meta, BudgetProfile profile, List<Integer> selected) {
        /** Copies. */
        public Instance {
            meta = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(meta));
            selected = List.copyOf(selected);
        }
    }

    /**
     * Reads a file.
     *
     * @throws FormatException if the file is broken, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public static Instance read(InputStream in) {
        try {
            return new Reading(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes an instance: its keys with the budget and the numbers of projects and votes set right, projects with their
     * cost, points and whether selected, and one vote a line, with points unless all are 1. {@link #read} reads back
     * the same ballots, in the order of the profile.
     *
     * @throws IllegalArgumentException if a name or key holds a line break, or a name a comma
     */
    public static String write(Instance instance) {
        BudgetProfile profile = instance.profile();
        Map<String, String> meta = new LinkedHashMap<>(instance.meta());
        meta.put("num_projects", String.valueOf(profile.projects().size()));
        meta.put("num_votes", String.valueOf(profile.voters()));
        meta.put("budget", money(profile.budget()));
        StringBuilder text = new StringBuilder("META\nkey;value\n");
        meta.forEach((key, value) ->
                text.append(quoted(key)).append(';').append(quoted(value)).append('\n'));
        text.append("PROJECTS\nproject_id;cost;score;selected\n");
        for (int p = 0; p < profile.projects().size(); p++) {
            String name = profile.projects().get(p);
            Checks.require(name.indexOf(',') < 0, "project is \"%s\". Expected no comma, which parts votes.", name);
            text.append(quoted(name)).append(';').append(money(profile.cost(p))).append(';');
            text.append(profile.score(p)).append(';');
            text.append(instance.selected().contains(p) ? 1 : 0).append('\n');
        }
        boolean points = IntStream.range(0, profile.distinct())
                .anyMatch(b -> profile.points(b).values().stream().anyMatch(given -> given != 1));
        text.append(points ? "VOTES\nvoter_id;vote;points\n" : "VOTES\nvoter_id;vote\n");
        long voter = 0;
        for (int b = 0; b < profile.distinct(); b++) {
            StringBuilder vote = new StringBuilder(";");
            vote.append(quoted(join(profile.points(b).keySet().stream().map(profile.projects()::get))));
            if (points) {
                vote.append(';').append(join(profile.points(b).values().stream().map(String::valueOf)));
            }
            for (long i = 0; i < profile.weight(b); i++) {
                text.append(++voter).append(vote).append('\n');
            }
        }
        return text.toString();
    }

    private static String join(Stream<String> words) {
        return words.collect(Collectors.joining(","));
    }

    private static String money(Rational amount) {
        try {
            return new BigDecimal(amount.numerator())
                    .divide(new BigDecimal(amount.denominator()))
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (ArithmeticException e) {
            return amount.toString();
        }
    }

    private static String quoted(String field) {
        Checks.require(!field.contains("\n") && !field.contains("\r"), "\"%s\" holds a line break.", field);
        return field.contains(";") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /** One reading. */
    private static final class Reading {
        private final BufferedReader reader;
        private final Map<String, String> meta = new LinkedHashMap<>();
        private final Map<String, Integer> metaLines = new LinkedHashMap<>();
        private final Map<String, Integer> ids = new LinkedHashMap<>();
        private final Map<String, Rational> costs = new LinkedHashMap<>();
        private final List<Integer> selected = new ArrayList<>();
        private final List<Map<Integer, Long>> votes = new ArrayList<>();
        private int line;

        Reading(BufferedReader reader) {
            this.reader = reader;
        }

        Instance read() throws IOException {
            String section = "";
            List<String> header = List.of();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                String row = text.startsWith("\uFEFF") ? text.substring(1) : text;
                if (row.isBlank()) {
                    continue;
                }
                String word = row.strip();
                if (word.equals("META") || word.equals("PROJECTS") || word.equals("VOTES")) {
                    section = word;
                    header = List.of();
                } else if (section.isEmpty()) {
                    throw new FormatException(line, "Expected the section META first.");
                } else if (header.isEmpty()) {
                    header = fields(row);
                } else {
                    row(section, header, fields(row));
                }
            }
            return instance();
        }

        private void row(String section, List<String> header, List<String> fields) {
            try {
                switch (section) {
                    case "META" -> {
                        meta.put(fields.get(0), fields.size() > 1 ? fields.get(1) : "");
                        metaLines.put(fields.get(0), line);
                    }
                    case "PROJECTS" -> project(header, fields);
                    default -> vote(header, fields);
                }
            } catch (IllegalArgumentException e) {
                throw new FormatException(line, String.valueOf(e.getMessage()), e);
            }
        }

        private void project(List<String> header, List<String> fields) {
            String id = field(header, fields, "project_id");
            if (ids.putIfAbsent(id, ids.size()) != null) {
                throw new FormatException(line, "Project " + id + " stands twice.");
            }
            costs.put(id, money(field(header, fields, "cost")));
            if (header.contains("selected") && field(header, fields, "selected").equals("1")) {
                selected.add(ids.size() - 1);
            }
        }

        private void vote(List<String> header, List<String> fields) {
            String list = field(header, fields, "vote");
            String[] names = list.isBlank() ? new String[0] : list.split(",");
            String[] points =
                    header.contains("points") ? field(header, fields, "points").split(",") : new String[0];
            Map<Integer, Long> vote = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                Integer project = ids.get(names[i].strip());
                if (project == null) {
                    throw new FormatException(line, "There is no project " + names[i].strip() + ".");
                }
                if (points.length > 0 && points.length != names.length) {
                    throw new FormatException(line, points.length + " points for " + names.length + " projects.");
                }
                long given = points.length > 0 ? Long.parseLong(points[i].strip()) : 1;
                if (vote.put(project, given) != null) {
                    throw new FormatException(line, "Project " + names[i].strip() + " stands twice in a vote.");
                }
            }
            votes.add(vote);
        }

        private String field(List<String> header, List<String> fields, String name) {
            int at = header.indexOf(name);
            if (at < 0 || at >= fields.size()) {
                throw new FormatException(line, "The column " + name + " is missing.");
            }
            return fields.get(at).strip();
        }

        private Instance instance() {
            if (line == 0) {
                throw new FormatException(1, "The file is empty.");
            }
            if (!meta.containsKey("budget")) {
                throw new FormatException(0, "The file has no budget under META.");
            }
            check("num_projects", ids.size());
            check("num_votes", votes.size());
            try {
                BudgetProfile.Builder builder = BudgetProfile.builder(money(meta.getOrDefault("budget", "")));
                costs.forEach(builder::project);
                votes.forEach(vote -> builder.add(1, vote));
                return new Instance(meta, builder.build(), selected);
            } catch (IllegalArgumentException e) {
                throw new FormatException(metaLines.getOrDefault("budget", 0), String.valueOf(e.getMessage()), e);
            }
        }

        private void check(String key, int found) {
            String stated = meta.getOrDefault(key, String.valueOf(found)).strip();
            if (!stated.equals(String.valueOf(found))) {
                throw new FormatException(
                        metaLines.getOrDefault(key, 0), key + " is " + stated + ", but the file has " + found + ".");
            }
        }

        private static Rational money(String text) {
            return Rational.parse(text.replace(',', '.'));
        }

        /** The fields of a row; quotes around a field are taken off, doubled ones within it halved. */
        private List<String> fields(String row) {
            List<String> fields = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < row.length(); i++) {
                char c = row.charAt(i);
                if (c == '"' && (quoted || field.isEmpty())) {
                    if (quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                        field.append(c);
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (c == ';' && !quoted) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            if (quoted) {
                throw new FormatException(line, "A field opens with '\"' and does not end.");
            }
            fields.add(field.toString());
            return fields;
        }
    }
}

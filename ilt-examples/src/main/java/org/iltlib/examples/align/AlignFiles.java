package org.iltlib.examples.align;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.alignment.Prerequisite;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.alignment.blueprint.Blueprint;
import org.iltlib.analytics.alignment.blueprint.BlueprintCell;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.version.CodeIndex;
import org.iltlib.curriculum.version.CodeMatch;
import org.iltlib.curriculum.version.CodePolicy;
import org.iltlib.examples.UsageException;
import org.iltlib.exchange.casenetwork.CaseFramework;
import org.iltlib.exchange.casenetwork.CaseImport;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.exchange.oneroster.ExchangeException;

/** Reads the files that the user named; every fault is one line with the row at which it lies. */
final class AlignFiles {
    private static final List<String> JUDGEMENT_COLUMNS = List.of(
            "demand", "secondary", "generic", "challenge", "role", "round", "rationale", "confidence", "note", "notes");

    private final StandardsFramework framework;
    private final CodeIndex codes;
    private final DemandScale scale;

    AlignFiles(StandardsFramework framework, DemandScale scale) {
        this.framework = framework;
        this.codes = CodeIndex.of(framework, CodePolicy.COMMON_CORE);
        this.scale = scale;
    }

    /** A package that was read: the framework and what the import says. */
    record Source(StandardsFramework framework, String report) {}

    static Source framework(Path file) {
        String report = "";
        try {
            CaseImport read = CaseReader.withDefaults().read(file);
            report = read.report().toString();
            CaseFramework held = read.content().readFramework(EntryId.of("framework"));
            StandardsFramework framework = held.framework();
            report += String.join(
                    "", held.remarks().stream().map(one -> one + "\n").toList());
            if (framework.items().isEmpty()) {
                throw new BrokenPackage(
                        file.getFileName() + ": the package holds no standard.",
                        report,
                        new IllegalArgumentException("no items"));
            }
            return new Source(framework, report);
        } catch (ExchangeException e) {
            StringBuilder all = new StringBuilder(report);
            e.problems().forEach(problem -> all.append(problem).append('\n'));
            throw new BrokenPackage(file.getFileName() + ": " + e.code() + ": " + e.getMessage(), all.toString(), e);
        }
    }

    Blueprint blueprint(Path file) {
        List<BlueprintCell> cells = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (TableRow row : TableRow.read(file, List.of("topic", "demand", "weight"), List.of("note", "notes"))) {
            StandardId topic = standard(row, "topic", row.get("topic")).id();
            int demand = demand(row).orElseThrow(() -> row.fault("demand", "is empty"));
            if (!seen.add(topic + " " + demand)) {
                throw row.fault("topic", "stands twice at that demand");
            }
            try {
                cells.add(new BlueprintCell(topic, demand, Ratio.parse(row.get("weight"))));
            } catch (IllegalArgumentException e) {
                throw row.fault("weight", "is no number above zero");
            }
        }
        return Blueprint.of(String.valueOf(file.getFileName()), scale, cells);
    }

    Alignment judgements(Path file) {
        Alignment.Builder alignment = Alignment.builder()
                .id(EntryId.of("alignment"))
                .framework(framework.id())
                .assessment(EntryId.of("assessment"))
                .scale(scale.id())
                .demandScale(scale);
        Set<List<String>> seen = new LinkedHashSet<>();
        for (TableRow row : TableRow.read(file, List.of("rater", "item", "standard"), JUDGEMENT_COLUMNS)) {
            int round = round(row);
            if (!seen.add(List.of(row.get("rater"), row.get("item"), String.valueOf(round)))) {
                throw row.fault("item", "is judged twice by its rater in one round");
            }
            try {
                alignment.addJudgments(judgment(row, round));
            } catch (UsageException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw row.fault("the row", "cannot be used. Maybe an id or the role is too long");
            }
        }
        return alignment.build();
    }

    private AlignmentJudgment judgment(TableRow row, int round) {
        if (row.find("standard").isEmpty() && row.find("secondary").isPresent()) {
            throw row.fault("secondary", "is given, but no standard. Maybe the first of them is the standard");
        }
        if (row.find("standard").isPresent() && row.find("generic").isPresent()) {
            throw row.fault("generic", "is given beside a standard. Expected one of them");
        }
        AlignmentJudgment.Builder one = AlignmentJudgment.builder()
                .rater(PersonId.of(row.get("rater")))
                .role(row.find("role").orElse("rater"))
                .round(round)
                .item(row.get("item"))
                .demand(demand(row))
                .sourceOfChallenge(row.find("challenge"));
        row.find("standard")
                .ifPresent(code -> one.primary(standard(row, "standard", code).id()));
        row.find("generic")
                .ifPresent(code -> one.generic(standard(row, "generic", code).id()));
        Set<StandardId> named = new LinkedHashSet<>();
        row.find("standard")
                .ifPresent(code -> named.add(standard(row, "standard", code).id()));
        for (String code : row.find("secondary").orElse("").split(";", -1)) {
            if (!code.isBlank()) {
                StandardId second = standard(row, "secondary", code.strip()).id();
                if (!named.add(second)) {
                    throw row.fault("secondary", "names a standard twice, or the one in the column standard");
                }
                one.addSecondary(second);
            }
        }
        return one.build();
    }

    private static int round(TableRow row) {
        String text = row.find("round").orElse("1");
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw row.fault("round", "is no number from 1 on");
        }
        return Integer.parseInt(text);
    }

    private Optional<Integer> demand(TableRow row) {
        Optional<String> text = row.find("demand");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (scale.levels().contains(text.get())) {
            return Optional.of(scale.getPlace(text.get()));
        }
        boolean place = text.get().matches("\\d{1,3}");
        int number = place ? Integer.parseInt(text.get()) : 0;
        if (number < 1 || number > scale.levels().size()) {
            throw row.fault("demand", "is no level of the scale " + scale.id());
        }
        return Optional.of(number);
    }

    Standard standard(TableRow row, String column, String code) {
        CodeMatch match = codes.find(code);
        return match.find()
                .orElseThrow(() -> row.fault(
                        column,
                        match instanceof CodeMatch.Ambiguous
                                ? "names more than one standard of the package"
                                : "is no code of the package. Maybe it belongs to another framework"));
    }

    /** Steps between standards of the package, and how many others there were. */
    record Steps(List<Prerequisite> steps, int unknown) {}

    Steps steps(Path file) {
        List<TableRow> rows = TableRow.read(file, List.of(), List.of());
        boolean coded = rows.get(0).cells().containsKey("from_code");
        String from = coded ? "from_code" : "from";
        String to = coded ? "to_code" : "to";
        if (!rows.get(0).cells().containsKey(from) || !rows.get(0).cells().containsKey(to)) {
            throw new UsageException(
                    file.getFileName() + ": column \"from_code\" or \"from\" is not in the header, or its \"to\".");
        }
        List<Prerequisite> steps = new ArrayList<>();
        int unknown = 0;
        for (TableRow row : rows) {
            Optional<Standard> before = codes.find(row.get(from)).find();
            Optional<Standard> after = codes.find(row.get(to)).find();
            if (before.isEmpty() || after.isEmpty()) {
                unknown++;
            } else if (before.get().id().equals(after.get().id())) {
                throw row.fault(to, "is the standard itself");
            } else {
                steps.add(new Prerequisite(before.get().id(), after.get().id()));
            }
        }
        return new Steps(steps, unknown);
    }

    Standard chosen(String code) {
        CodeMatch match = codes.find(code);
        String hint =
                match instanceof CodeMatch.Unknown unknown && !unknown.similar().isEmpty()
                        ? " Maybe " + unknown.similar().get(0) + "."
                        : "";
        return match.find()
                .orElseThrow(() -> new UsageException("Option --standard is no single code of the package." + hint));
    }
}

package org.iltlib.analytics.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** People of some attributes, tables of them by any of these, and releases one after another. */
final class OverlappingTables {
    final List<String> attributes;
    final List<List<String>> people = new ArrayList<>();
    ReleaseLedger ledger = ReleaseLedger.EMPTY;
    PrivacyPolicy policy = PrivacyPolicies.CALIFORNIA;
    String data = "a";
    LocalDate date = LocalDate.of(2026, 11, 1);

    OverlappingTables(String... attributes) {
        this.attributes = List.of(attributes);
    }

    /** Learners 12, 7 and 14 of grades 3, 4 and 5, others 58, 61 and 50; of every two one is F and one M. */
    static OverlappingTables threeGrades() {
        OverlappingTables tables = new OverlappingTables("grade", "learner", "sex");
        int[][] sizes = {{12, 58}, {7, 61}, {14, 50}};
        for (int grade = 0; grade < 3; grade++) {
            for (int learner = 0; learner < 2; learner++) {
                for (int i = 0; i < sizes[grade][learner]; i++) {
                    tables.people.add(
                            List.of(String.valueOf(grade + 3), learner == 0 ? "Y" : "N", i % 2 == 0 ? "F" : "M"));
                }
            }
        }
        return tables;
    }

    OverlappingTables with(int count, String... codes) {
        for (int i = 0; i < count; i++) {
            people.add(List.of(codes));
        }
        return this;
    }

    static TableRequest by(String... names) {
        return TableRequest.of("", List.of(names));
    }

    static TableRequest only(String name, List<String> codes, String... names) {
        return new TableRequest("", List.of(names), Map.of(name, codes));
    }

    List<CrossTable> tabulate(TableRequest request) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : request.by()) {
            TreeSet<String> codes = new TreeSet<>();
            people.forEach(person -> codes.add(person.get(attributes.indexOf(name))));
            List<String> chosen = request.only().getOrDefault(name, List.copyOf(codes));
            dimensions.add(Dimension.flat(name, codes).only(new TreeSet<>(chosen)));
        }
        Map<List<String>, Long> counts = new HashMap<>();
        for (List<String> person : people) {
            counts.merge(
                    request.by().stream()
                            .map(name -> person.get(attributes.indexOf(name)))
                            .toList(),
                    1L,
                    Long::sum);
        }
        return List.of(CrossTable.of(dimensions, counts));
    }

    /** Protects the tables as the next release and enters it if it is safe. */
    SafeCells release(TableRequest... requests) {
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name("release " + ledger.notes().size())
                .population("students")
                .data(data)
                .date(date);
        ReleaseNote next = note.policy(policy.name()).addTables(requests).build();
        SafeCells cells = ledger.protect(next, Suppressor.of(policy), this::tabulate);
        if (cells.isSafe()) {
            ledger = ledger.with(ledger.release(next, cells));
        }
        return cells;
    }

    /** Every number that was shown so far. */
    Map<String, Long> shown() {
        Map<String, Long> shown = new TreeMap<>();
        ledger.notes().forEach(note -> shown.putAll(note.shown()));
        return shown;
    }
}

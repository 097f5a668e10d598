package org.iltlib.analytics.suggestion;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/** A framework of our own words, small enough to reckon by hand. */
public final class SmallFramework {
    private SmallFramework() {}

    /** Two headings and five standards. */
    public static StandardsFramework of() {
        return StandardsFramework.builder()
                .id(EntryId.of("small"))
                .title("Small framework")
                .addItems(
                        item("h1", "Numbers", 3).build(),
                        item("s1", "Round numbers to tens.", 3)
                                .code("3.NU.A.1")
                                .parent(StandardId.of("h1"))
                                .build(),
                        item("s2", "Compare two fractions.", 3, 4)
                                .code("3.NU.A.2")
                                .parent(StandardId.of("h1"))
                                .build(),
                        item("s2a", "Compare fractions on a line.", 4)
                                .code("3.NU.A.2.a")
                                .parent(StandardId.of("s2"))
                                .build(),
                        item("h2", "Shapes", 4).build(),
                        item("s3", "Draw shapes with right angles.", 4)
                                .code("4.SH.A.1")
                                .parent(StandardId.of("h2"))
                                .build(),
                        item("s4", "Measure angles of shapes.")
                                .code("4.SH.A.2")
                                .parent(StandardId.of("h2"))
                                .build())
                .build();
    }

    /** One standard for each statement, without headings, codes or grades. */
    public static StandardsFramework of(List<String> statements) {
        return StandardsFramework.builder()
                .id(EntryId.of("flat"))
                .title("Flat framework")
                .addAllItems(IntStream.range(0, statements.size())
                        .mapToObj(i -> item("s" + i, statements.get(i)).build())
                        .toList())
                .build();
    }

    private static Standard.Builder item(String id, String statement, int... grades) {
        return Standard.builder()
                .id(StandardId.of(id))
                .statement(statement)
                .addAllGrades(IntStream.of(grades).mapToObj(GradeLevel::of).toList());
    }
}

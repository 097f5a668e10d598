package org.iltlib.examples.item;

import org.iltlib.analytics.measurement.CronbachAlpha;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** How students do on the items of a concept; who has the concept is told by the diagnosis of all. */
@Value.Immutable
abstract class ConceptReading {
    /** The name of the concept. */
    abstract String concept();

    /** How many items need it. */
    abstract int items();

    /** The students who have points on any of them. */
    abstract long students();

    /** The points over the most points, over all responses to these items; the interval takes responses as independent. */
    abstract Measured<Estimate> score();

    /** Alpha of these items alone. */
    abstract Measured<Estimate> alpha();

    static ConceptReading of(ResponseTable whole, String concept, java.util.List<String> items) {
        ResponseTable table = whole.selectItems(items);
        long points = 0;
        long possible = 0;
        long students = 0;
        for (int row = 0; row < table.students(); row++) {
            boolean any = false;
            for (int item = 0; item < table.items(); item++) {
                int code = table.code(row, item);
                if (code >= 0) {
                    points += code;
                    possible += Math.max(1, table.largest(item));
                    any = true;
                }
            }
            students += any ? 1 : 0;
        }
        return new Builder()
                .concept(concept)
                .items(items.size())
                .students(students)
                .score(WilsonInterval.withDefaults().of(points, possible))
                .alpha(CronbachAlpha.withDefaults().of(table).alpha())
                .build();
    }

    static final class Builder extends ImmutableConceptReading.Builder {
        Builder() {}
    }
}

package org.iltlib.examples.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.base.EntryId;
import org.iltlib.base.TenantId;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.record.Trace;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;

/** One team's year loaded, and a decision in the middle of it traced both ways; at one, two and four times the size. */
final class YearRows {
    private static final int YEAR = 2_000;

    private final String name;
    private final String address;

    YearRows(String name, String address) {
        this.name = name;
        this.address = address;
    }

    Row measure(Sizes sizes) {
        List<String> loads = new ArrayList<>();
        List<String> traces = new ArrayList<>();
        double together = 0;
        try (Store store = Stores.open(address)) {
            RecordStore records = store.forTenant(TenantId.of("district"));
            for (int times : new int[] {1, 2, 4}) {
                int size = YEAR * times;
                TeamKey key = Bodies.key("year-" + times);
                records.append(Bodies.grow(TeamRecord.empty(key), size));
                double[] load = new double[sizes.repeats()];
                double[] trace = new double[sizes.repeats()];
                for (int i = -sizes.repeats(); i < sizes.repeats(); i++) {
                    long start = System.nanoTime();
                    TeamRecord record = records.load(key);
                    long loaded = System.nanoTime();
                    int reached = trace(record, Bodies.decision(size / 2));
                    long traced = System.nanoTime();
                    if (record.revision() != size || reached < size / 2) {
                        throw new IllegalStateException("Loaded " + record + ", traced " + reached + ".");
                    }
                    if (i >= 0) {
                        load[i] = (loaded - start) / 1e6;
                        trace[i] = (traced - loaded) / 1e6;
                    }
                }
                loads.add(String.format(Locale.ROOT, "%.1f", Duel.median(load)));
                traces.add(String.format(Locale.ROOT, "%.2f", Duel.median(trace)));
                together = times == 1 ? Duel.median(load) + Duel.median(trace) : together;
            }
        }
        return new Row(
                name + ", a year of 2,000 entries loaded, a decision traced",
                together,
                10,
                "ms",
                "at 1, 2, 4 times the size: load " + String.join(", ", loads) + " ms, trace "
                        + String.join(", ", traces) + " ms");
    }

    /** How many entries it rests on, or rest on it. */
    private static int trace(TeamRecord record, EntryId decision) {
        Trace trace = record.trace(decision);
        return trace.upstream().size() + trace.downstream().size();
    }
}

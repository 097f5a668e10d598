package org.iltlib.store.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.Store;

/** All checks, in a stable order. Each opens stores of its own, so they can be run in any order, but not at once. */
public final class StoreContract {
    private StoreContract() {}

    /** All checks, those of {@link Section#LARGE} with a million entries and a gigabyte. */
    public static Stream<StoreCheck> checks() {
        return Stream.of(
                        RecordChecks.all(),
                        TenantChecks.all(),
                        LifecycleChecks.all(),
                        DatasetChecks.all(),
                        JointChecks.all(),
                        SnapshotChecks.all(),
                        FeedChecks.all(),
                        DirectoryChecks.all(),
                        AdministrationChecks.all(),
                        LargeChecks.all(1_000_000, 1 << 30))
                .flatMap(List::stream);
    }

    /** The checks of these sections. */
    public static Stream<StoreCheck> checks(Set<Section> sections) {
        return checks().filter(check -> sections.contains(check.section()));
    }

    /**
     * The checks of {@link Section#LARGE} in other sizes. They measure nothing: give the process a small heap, such as
     * {@code -Xmx64m}, and a store that holds too much runs out of it.
     *
     * @param entries how many entries the record has
     * @param bytes how many bytes the dataset has
     */
    public static Stream<StoreCheck> large(int entries, long bytes) {
        Checks.positive(entries, "entries");
        Checks.positive(bytes, "bytes");
        return LargeChecks.all(entries, bytes).stream();
    }

    /**
     * The sections that a store should be held against: those for every store, {@link Section#REOPEN}, and one for each
     * optional power that the store and its views have. Opens one store and closes it. Remove {@code REOPEN} for a
     * store that does not outlive its process; {@link Section#LARGE} is never among them.
     */
    public static Set<Section> sectionsOf(StoreUnderTest store) {
        Set<Section> sections = EnumSet.of(Section.RECORDS, Section.TENANTS, Section.LIFECYCLE, Section.REOPEN);
        try (Store opened = store.openEmpty()) {
            RecordStore view = opened.forTenant(Samples.NORTH);
            add(sections, Section.DATASETS, view instanceof DatasetStore);
            add(sections, Section.JOINT, view instanceof JointStore);
            add(sections, Section.FEED, view instanceof FeedStore);
            add(sections, Section.SNAPSHOT, view instanceof SnapshotStore);
            add(sections, Section.DIRECTORY, view instanceof DirectoryStore);
            add(sections, Section.ADMINISTRATION, opened instanceof AdministeredStore);
        }
        return sections;
    }

    private static void add(Set<Section> sections, Section section, boolean has) {
        if (has) {
            sections.add(section);
        }
    }

    /**
     * Holds the store against every sentence of these sections, one after the other, and goes on after a failure: for a
     * program at start-up, or a vendor without a test framework.
     *
     * <pre>{@code
     * ContractReport report = StoreContract.verifyAll(mine, StoreContract.sectionsOf(mine));
     * System.out.println(report);
     * }</pre>
     */
    public static ContractReport verifyAll(StoreUnderTest store, Set<Section> sections) {
        List<ContractReport.Failure> failures = new ArrayList<>();
        List<StoreCheck> checks = checks(sections).toList();
        for (StoreCheck check : checks) {
            try {
                check.verify(store);
            } catch (AssertionError e) {
                failures.add(new ContractReport.Failure(check, e));
            }
        }
        return new ContractReport(checks.size(), failures);
    }
}

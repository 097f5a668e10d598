package org.iltlib.store.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All checks, in a stable order. Each opens stores of its own, so they can be run in any order. */
public final class StoreContract {
    private StoreContract() {}

    /** All checks. */
    public static Stream<StoreCheck> checks() {
        return Stream.of(
                        RecordChecks.all(),
                        TenantChecks.all(),
                        LifecycleChecks.all(),
                        DatasetChecks.all(),
                        FeedChecks.all())
                .flatMap(List::stream);
    }

    /** The checks of these sections. */
    public static Stream<StoreCheck> checks(Set<Section> sections) {
        return checks().filter(check -> sections.contains(check.section()));
    }
}

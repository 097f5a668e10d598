package org.iltlib.analytics.measurement.irt;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.immutables.value.Value;

/** What an {@link IrtModel} was told. */
@Value.Immutable
abstract class IrtOptions {
    abstract ItemModel model();

    abstract Map<String, ItemModel> others();

    abstract Set<String> freeItems();

    abstract Map<PriorTarget, Prior> priors();

    @Value.Default
    int nodes() {
        return 61;
    }

    @Value.Default
    double reach() {
        return 6;
    }

    @Value.Default
    double tolerance() {
        return 1e-6;
    }

    @Value.Default
    int steps() {
        return 500;
    }

    @Value.Default
    Executor executor() {
        return Runnable::run;
    }

    ItemModel modelOf(String item) {
        return others().getOrDefault(item, model());
    }
}

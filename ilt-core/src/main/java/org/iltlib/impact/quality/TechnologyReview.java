package org.iltlib.impact.quality;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How technology serves a curriculum: what students do with it and what for, at which level, who can, and what came of it.
 * Effect is the outcome, not usage: a review that cites no effect says so. Immutable.
 */
@Value.Immutable
public abstract class TechnologyReview implements Recordable {
    /** The written form. */
    public static final Form<TechnologyReview> FORM = Form.<TechnologyReview, Builder>built(
                    TechnologyReview::builder, Builder::build)
            .field("id", EntryId.FORM, TechnologyReview::id, Builder::id)
            .field("about", EntryId.FORM, TechnologyReview::about, Builder::about)
            .field("on", Forms.DATE, TechnologyReview::on, Builder::on)
            .field("scale", TechnologyScale.FORM, TechnologyReview::scale, Builder::scale)
            .list("activities", TechnologyActivity.FORM, TechnologyReview::activities, Builder::addAllActivities)
            .list("access", DeviceAccess.FORM, TechnologyReview::access, Builder::addAllAccess)
            .list("effects", EntryId.FORM, TechnologyReview::effects, Builder::addAllEffects);

    /** The kind of entry. */
    public static final Kind<TechnologyReview> KIND = Kind.of("technology-review", 1, TechnologyReview.class, FORM);

    private static final String ONE_ROW = "all";

    TechnologyReview() {}

    @Override
    public abstract EntryId id();

    /** The entry of the course or initiative. */
    public abstract EntryId about();

    /** The day. */
    public abstract LocalDate on();

    /** The scale of the levels. */
    public abstract TechnologyScale scale();

    /** What students do with technology. */
    public abstract List<TechnologyActivity> activities();

    /** Who has a device and a connection, each group once. */
    public abstract List<DeviceAccess> access();

    /** The findings or studies that say what came of it for learning. */
    public abstract List<EntryId> effects();

    /** Checks that levels and characteristics are of the scale, and that nothing stands twice. */
    @Value.Check
    void check() {
        for (TechnologyActivity one : activities()) {
            scale().placeOf(one.level());
            Checks.require(
                    scale().characteristics().isEmpty() == one.characteristic().isEmpty(),
                    "The activity \"%s\" has the characteristic %s. Expected one of %s, and none where there are none.",
                    one.activity(),
                    one.characteristic().orElse("none"),
                    scale().characteristics());
            one.characteristic()
                    .ifPresent(name -> Checks.require(
                            scale().characteristics().contains(name),
                            "%s has no characteristic \"%s\". Expected one of %s.",
                            scale().id(),
                            name,
                            scale().characteristics()));
        }
        Checks.distinct(access().stream().map(DeviceAccess::group).toList(), "access");
        Checks.distinct(effects(), "effects");
    }

    /**
     * How many activities there are in each cell of the scale: by characteristic, in its order, and level, in its order; 0
     * where there is none. A scale without characteristics has one row, {@code all}.
     */
    public Map<String, Map<String, Integer>> cells() {
        List<String> rows = scale().characteristics().isEmpty() ? List.of(ONE_ROW) : scale().characteristics();
        Map<String, Map<String, Integer>> cells = new LinkedHashMap<>();
        for (String row : rows) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            scale().levels().forEach(level -> counts.put(level, 0));
            activities().stream()
                    .filter(one -> one.characteristic().orElse(ONE_ROW).equals(row))
                    .forEach(one -> counts.merge(one.level(), 1, Integer::sum));
            cells.put(row, Collections.unmodifiableMap(counts));
        }
        return Collections.unmodifiableMap(cells);
    }

    /** How many activities serve each purpose. */
    public SortedMap<String, Integer> byPurpose() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        activities().forEach(one -> counts.merge(one.purpose(), 1, Integer::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Whether it tells of usage and access only: nothing follows for learning. */
    public boolean hasUsageOnly() {
        return effects().isEmpty();
    }

    /** The review in words; first whether it says anything of effect. */
    public Explanation explain() {
        Explanation whole = hasUsageOnly()
                ? Explanation.of(
                        "Usage only: %s activities are described and no effect on learning is shown.",
                        activities().size())
                : Explanation.of(
                        "%s activities; what came of them for learning is told by %s.",
                        activities().size(), effects());
        for (Map.Entry<String, Map<String, Integer>> row : cells().entrySet()) {
            whole = whole.because("%s, %s: %s.", scale().id(), row.getKey(), row.getValue());
        }
        return whole.because("By purpose: %s.", byPurpose());
    }

    /** What it is about, where activities were seen, and the effects. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(about());
        activities().forEach(one -> one.evidence().ifPresent(ids::add));
        ids.addAll(effects());
        return List.copyOf(ids);
    }

    @Override
    public Kind<TechnologyReview> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a review; id, what it is about, day and scale must be set. */
    public static final class Builder extends ImmutableTechnologyReview.Builder {
        Builder() {}
    }
}

package org.iltlib.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoredDataset;

/** Which datasets of a tenant are due to be purged, and which nobody has put under a rule. Reads what stands now. */
public final class Retention {
    private final RecordStore view;

    private Retention(RecordStore view) {
        this.view = view;
    }

    /** The retention of what that tenant has stored. */
    public static Retention of(RecordStore view) {
        return new Retention(view);
    }

    /**
     * The terms that are over at that time (days begin in UTC) and whose dataset is still there, in order of the
     * datasets; for a dataset with several, the one that ends last. What a legal hold names is listed too, though it
     * will stay. O(entries of the tenant).
     */
    public List<RetentionTerm> due(Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        Map<DatasetId, RetentionTerm> last = last();
        return stored().map(dataset -> last.get(dataset.id()))
                .filter(term -> term != null && !term.keepUntil().isAfter(day))
                .toList();
    }

    /** The datasets that are still there and under no rule, in order of their ids. O(entries of the tenant). */
    public List<StoredDataset> unruled() {
        Map<DatasetId, RetentionTerm> last = last();
        return stored().filter(dataset -> !last.containsKey(dataset.id())).toList();
    }

    /**
     * Purges what is due at that time, each with its certificate; an answer without one says why it stays. Run again
     * after a failure, it goes on where it was: the purges that {@link Custody#resume()} finishes come first.
     *
     * @param custody the custody of the same tenant
     */
    public List<Answer<PurgeCertificate>> apply(Custody custody, Instant at, PersonId by) {
        List<Answer<PurgeCertificate>> answers = new ArrayList<>();
        for (Answer<Certificate> resumed : custody.resume()) {
            if (resumed.isGiven() && resumed.get() instanceof PurgeCertificate purge) {
                answers.add(Answer.given(purge, resumed.why()));
            }
        }
        due(at).forEach(term -> answers.add(custody.purge(term.dataset(), term.rule(), by)));
        return answers;
    }

    private Stream<StoredDataset> stored() {
        return DatasetStore.of(view).datasets().filter(dataset -> !dataset.isPurged());
    }

    private Map<DatasetId, RetentionTerm> last() {
        Map<DatasetId, RetentionTerm> last = new TreeMap<>();
        Standing.of(view, RetentionTerm.KIND)
                .list(RetentionTerm.KIND)
                .forEach(term -> last.merge(
                        term.dataset(),
                        term,
                        (one, other) -> other.keepUntil().isAfter(one.keepUntil()) ? other : one));
        return last;
    }
}

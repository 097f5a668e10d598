package org.iltlib.custody;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.record.TeamKey;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoredDataset;

/**
 * The way to identifiable data: who asks says for which purpose, a policy decides, and the log knows before the data are
 * handed out. The log is an ordinary record of the tenant, sealed and verifiable as any. If it cannot be written,
 * nothing is handed out, but for purposes that are only counted. Thread-safe; several processes may log to one record.
 *
 * <p>Removing follows three steps: the order is recorded, the deed is done, the certificate is recorded. A process that
 * dies in between leaves an order without a certificate, and {@link #resume()} finishes it.
 */
public final class Custody {
    private final RecordStore view;
    private final AccessPolicy policy;
    private final Log log;
    private final Counts counts;
    private final Removals removals;

    private Custody(RecordStore view, TeamKey key, AccessPolicy policy, Clock clock) {
        this.view = view;
        this.policy = policy;
        this.log = new Log(view, key, clock);
        this.counts = new Counts(log, policy.name(), clock);
        this.removals = new Removals(view, key, log, clock);
    }

    /**
     * The custody of what one tenant has stored.
     *
     * @param view the tenant's view of a store
     * @param log the record in which accesses, orders and certificates are written; give it a team and year of its own,
     *     a new year each year, since it is held in memory
     * @param policy what is granted
     * @param clock the time
     */
    public static Custody of(RecordStore view, TeamKey log, AccessPolicy policy, Clock clock) {
        return new Custody(view, log, policy, clock);
    }

    /**
     * Who that person is. Not given if refused, if nobody has entered the person, or if the person was erased.
     *
     * @throws org.iltlib.store.StoreException if the log cannot be written or the storage fails
     */
    public Answer<Contact> contact(PersonId person, AccessRequest request) {
        DirectoryStore directory = DirectoryStore.of(view);
        Optional<Refusal> refusal = judge(request, Holding.of(person));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Optional<Contact> contact = directory.findContact(person);
        if (contact.isPresent()) {
            return Answer.given(contact.get(), granted(request));
        }
        Optional<Instant> erased = directory.contactErasedAt(person);
        return Answer.not(erased.map(at -> Explanation.of("%s is a former member, erased at %s.", person, at))
                .orElseGet(() -> Explanation.of("There is no contact of %s. Maybe it was never entered.", person)));
    }

    /**
     * The rows of that dataset, streamed; the caller closes the stream. Not given if refused, unknown or purged.
     *
     * @throws org.iltlib.store.StoreException if the log cannot be written or the storage fails
     */
    public Answer<InputStream> dataset(DatasetId dataset, AccessRequest request) {
        DatasetStore datasets = DatasetStore.of(view);
        Optional<Refusal> refusal = judge(request, Holding.of(dataset));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Optional<StoredDataset> stored = datasets.find(dataset);
        if (stored.isEmpty()) {
            return Answer.not(Explanation.of("There is no dataset %s. Maybe it was never put.", dataset));
        }
        Optional<Instant> purged = stored.get().purgedAt();
        if (purged.isPresent()) {
            return Answer.not(Explanation.of("Dataset %s was purged at %s.", dataset, purged.get())
                    .because(
                            "It had %s bytes; what was found from it is still in the records.",
                            stored.get().size()));
        }
        return Answer.given(datasets.open(dataset), granted(request));
    }

    /**
     * The whole view of the tenant, to archive it or hand it over.
     *
     * @throws org.iltlib.store.StoreException if the log cannot be written
     */
    public Answer<RecordStore> tenant(AccessRequest request) {
        return judge(request, Holding.ofTenant())
                .<Answer<RecordStore>>map(Custody::refused)
                .orElseGet(() -> Answer.given(view, granted(request)));
    }

    /** Judges the request and writes it down before anything else happens. */
    private Optional<Refusal> judge(AccessRequest request, Holding holding) {
        Optional<Refusal> refusal = policy.judge(request, holding.sort());
        int limit = refusal.isPresent()
                ? 1
                : policy.find(request.purpose()).orElseThrow().countedUpTo();
        if (limit > 1) {
            counts.count(request, holding.sort(), limit);
        } else {
            log.append(
                    request.by(),
                    place -> Access.builder()
                            .request(request)
                            .id(place.id("access"))
                            .holding(holding)
                            .policy(policy.name())
                            .at(place.at())
                            .refusal(refusal)
                            .build());
        }
        return refusal;
    }

    private static <T> Answer<T> refused(Refusal refusal) {
        return Answer.not(Explanation.of("Refused. %s", refusal.sentence())
                .because("What a policy does not allow is refused, and the request is in the log."));
    }

    private Explanation granted(AccessRequest request) {
        return Explanation.of("Granted for %s.", request.purpose()).because("Policy: %s.", policy.name());
    }

    /** Writes the counts of accesses that are counted rather than logged, such as every night and before the end. */
    public List<AccessCount> recordCounts() {
        return counts.writeAll();
    }

    /**
     * Writes a disclosure to the log. Do so before the data leave.
     *
     * @throws IllegalArgumentException if it cites what the log does not hold, or has the id of another entry
     */
    public Disclosure disclose(Disclosure disclosure, PersonId by) {
        return log.append(by, place -> disclosure);
    }

    /** All that is recorded, in any record of the tenant, of who received or asked for one of these. O(entries). */
    public DisclosureReport disclosures(List<Holding> concerning) {
        return DisclosureReport.of(view, concerning);
    }

    /**
     * Puts the dataset under that rule from that day on.
     *
     * @throws IllegalArgumentException if there is no such dataset
     */
    public RetentionTerm keep(DatasetId dataset, RetentionRule rule, LocalDate from, PersonId by) {
        Checks.require(
                DatasetStore.of(view).find(dataset).isPresent(),
                "There is no dataset %s. Maybe put it first.",
                dataset);
        return log.append(
                by,
                place -> RetentionTerm.builder()
                        .id(place.id("retention-term"))
                        .dataset(dataset)
                        .rule(rule)
                        .keptFrom(from)
                        .build());
    }

    /** Records that these must not be removed until the matter is released. */
    public LegalHold hold(String matter, List<Holding> holdings, PersonId by) {
        return log.append(by, place -> new LegalHold(place.id("legal-hold"), matter, holdings));
    }

    /** Records that the matter is closed. */
    public HoldRelease release(String matter, PersonId by) {
        return log.append(by, place -> new HoldRelease(place.id("hold-release"), matter));
    }

    /**
     * Purges the dataset under that rule, and certifies it; also what was purged already without a certificate. Not
     * done if there is no such dataset, or a legal hold names it. Done before: the certificate of then. O(entries of
     * the tenant), for orders and holds are looked for in all records.
     *
     * @throws org.iltlib.store.StoreException if the storage fails; then {@link #resume()} finishes what was begun
     */
    public Answer<PurgeCertificate> purge(DatasetId dataset, RetentionRule rule, PersonId by) {
        return removals.purge(dataset, rule, by);
    }

    /**
     * Erases the person from the directory, and certifies it. Not done if a legal hold names the person. Done before:
     * the certificate of then. O(entries of the tenant).
     *
     * @param reason why, in words that name no person
     * @throws org.iltlib.store.StoreException if the storage fails; then {@link #resume()} finishes what was begun
     */
    public Answer<ErasureCertificate> erase(PersonId person, String reason, PersonId by) {
        return removals.erase(person, reason, by);
    }

    /**
     * Carries out the orders that have no certificate yet, such as after a crash; each certificate is written to the
     * record of its order. What a legal hold names by now is left, and the answer says so. O(entries of the tenant).
     */
    public List<Answer<Certificate>> resume() {
        return removals.resume();
    }
}

package org.iltlib.custody;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.custody.Standing.Located;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoredDataset;

/**
 * Purges and erasures: order, deed, certificate. A process that dies after the order leaves an order without
 * certificate, which is carried out again, doing nothing where the deed is done; a certificate never comes before its
 * deed.
 */
final class Removals {
    private final RecordStore view;
    private final TeamKey key;
    private final Log log;
    private final Clock clock;

    Removals(RecordStore view, TeamKey key, Log log, Clock clock) {
        this.view = view;
        this.key = key;
        this.log = log;
        this.clock = clock;
    }

    Answer<PurgeCertificate> purge(DatasetId dataset, RetentionRule rule, PersonId by) {
        if (DatasetStore.of(view).find(dataset).isEmpty()) {
            return Answer.not(notHere(dataset));
        }
        return remove(PurgeCertificate.KIND, Holding.of(dataset), rule.toString(), Optional.of(rule), by);
    }

    Answer<ErasureCertificate> erase(PersonId person, String reason, PersonId by) {
        DirectoryStore.of(view);
        return remove(ErasureCertificate.KIND, Holding.of(person), reason, Optional.empty(), by);
    }

    private <C extends Certificate> Answer<C> remove(
            Kind<C> kind, Holding holding, String reason, Optional<RetentionRule> rule, PersonId by) {
        Standing standing = Standing.ofRemovals(view);
        Optional<C> before = standing.list(kind).stream()
                .filter(certificate -> subject(certificate).equals(holding))
                .reduce((earlier, later) -> later);
        if (before.isPresent() && isGone(holding)) {
            return Answer.given(before.get(), before.get().explain());
        }
        Optional<String> matter = standing.held(holding);
        if (matter.isPresent()) {
            return held(holding, matter.get());
        }
        Optional<Located> waiting = standing.unfinished().stream()
                .filter(found -> found.entry().as(RemovalOrder.KIND).holding().equals(holding))
                .findFirst();
        if (waiting.isPresent()) {
            RemovalOrder order = waiting.get().entry().as(RemovalOrder.KIND);
            return finished(kind, carryOut(waiting.get().key(), order));
        }
        RemovalOrder order = log.append(
                by,
                place -> RemovalOrder.builder()
                        .id(place.id("removal-order"))
                        .holding(holding)
                        .reason(reason)
                        .rule(rule)
                        .by(by)
                        .at(place.at())
                        .build());
        Optional<String> meanwhile = Standing.ofRemovals(view).held(holding);
        return meanwhile.isPresent() ? held(holding, meanwhile.get()) : finished(kind, carryOut(key, order));
    }

    /** Whether the deed is done; a certificate alone does not tell, for records may have come without their deeds. */
    private boolean isGone(Holding holding) {
        if (holding instanceof Holding.OfDataset dataset) {
            return DatasetStore.of(view)
                    .find(dataset.dataset())
                    .filter(StoredDataset::isPurged)
                    .isPresent();
        }
        PersonId person = ((Holding.OfPerson) holding).person();
        return DirectoryStore.of(view).contactErasedAt(person).isPresent();
    }

    private static <C extends Certificate> Answer<C> finished(Kind<C> kind, Certificate certificate) {
        return Answer.given(kind.type().cast(certificate), certificate.explain());
    }

    private static <T> Answer<T> held(Holding holding, String matter) {
        return Answer.not(Explanation.of("The %s stays.", holding).because("Legal hold for %s.", matter));
    }

    private static Holding subject(Certificate certificate) {
        return certificate instanceof PurgeCertificate purge
                ? Holding.of(purge.dataset())
                : Holding.of(((ErasureCertificate) certificate).person());
    }

    List<Answer<Certificate>> resume() {
        List<Answer<Certificate>> answers = new ArrayList<>();
        for (Located found : Standing.ofRemovals(view).unfinished()) {
            answers.add(resume(found.key(), found.entry().as(RemovalOrder.KIND)));
        }
        return answers;
    }

    /** Asks of holds just before the deed, since the deeds before it may have taken long. */
    private Answer<Certificate> resume(TeamKey record, RemovalOrder order) {
        if (order.holding() instanceof Holding.OfDataset holding
                && DatasetStore.of(view).find(holding.dataset()).isEmpty()) {
            return Answer.not(notHere(holding.dataset()).because("The order %s stays open.", order.id()));
        }
        Optional<String> matter = Standing.ofRemovals(view).held(order.holding());
        if (matter.isPresent()) {
            return held(order.holding(), matter.get());
        }
        Certificate certificate = carryOut(record, order);
        return Answer.given(certificate, certificate.explain());
    }

    private static Explanation notHere(DatasetId dataset) {
        return Explanation.of("There is no dataset %s. Maybe it was never put.", dataset);
    }

    private Certificate carryOut(TeamKey record, RemovalOrder order) {
        Log target = record.equals(key) ? log : new Log(view, record, clock);
        if (order.holding() instanceof Holding.OfDataset holding) {
            return purge(target, order, holding.dataset());
        }
        return erase(target, order, ((Holding.OfPerson) order.holding()).person());
    }

    private Certificate purge(Log target, RemovalOrder order, DatasetId dataset) {
        DatasetStore datasets = DatasetStore.of(view);
        datasets.purge(dataset, Log.now(clock));
        StoredDataset gone = datasets.find(dataset).orElseThrow();
        Instant at = gone.purgedAt().orElseThrow();
        return target.append(
                order.by(),
                record -> present(record, PurgeCertificate.KIND, order),
                place -> PurgeCertificate.builder()
                        .id(place.id("purge-certificate"))
                        .order(order.id())
                        .dataset(dataset)
                        .size(gone.size())
                        .rule(order.rule().orElseThrow())
                        .at(at)
                        .by(order.by())
                        .build());
    }

    private Certificate erase(Log target, RemovalOrder order, PersonId person) {
        DirectoryStore directory = DirectoryStore.of(view);
        directory.eraseContact(person, Log.now(clock));
        Instant at = directory.contactErasedAt(person).orElseThrow();
        return target.append(
                order.by(),
                record -> present(record, ErasureCertificate.KIND, order),
                place -> ErasureCertificate.builder()
                        .id(place.id("erasure-certificate"))
                        .order(order.id())
                        .person(person)
                        .reason(order.reason())
                        .at(at)
                        .by(order.by())
                        .build());
    }

    private static <T extends Recordable> Optional<T> present(TeamRecord record, Kind<T> kind, RemovalOrder order) {
        return record.listCiting(order.id()).stream()
                .filter(entry -> entry.isOf(kind))
                .map(entry -> entry.as(kind))
                .findFirst();
    }
}

package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.NOON;
import static org.iltlib.store.contract.Samples.NORTH;
import static org.iltlib.store.contract.Samples.PERSON;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;

/** The directory of persons. */
final class DirectoryChecks {
    private static final Contact CONTACT =
            Contact.of(PERSON, "A name to erase").with("email", "a@example.org").with("phone", "555 0100");

    private DirectoryChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                check("a contact comes back as it was put", DirectoryChecks::roundTrip),
                check("a contact takes the place of the one before, details too", DirectoryChecks::replace),
                check("a person without a contact is not found", DirectoryChecks::unknown),
                check("contacts come back with any text", DirectoryChecks::texts),
                check("persons come each once and in order, erased ones apart", DirectoryChecks::order),
                check("person ids are exact", DirectoryChecks::exact),
                check("an erased contact is gone, and the time of the erasure stays", DirectoryChecks::erase),
                check("erasing twice changes nothing", DirectoryChecks::twice),
                check("an erased person does not come back", DirectoryChecks::forGood),
                check("a person without a contact can be erased beforehand", DirectoryChecks::beforehand),
                check("erasing a person leaves every other contact", DirectoryChecks::others),
                check("erasing a person leaves every record as it was", DirectoryChecks::records),
                check("a person erased while contacts are put stays erased", DirectoryChecks::race),
                check("a tenant neither sees nor changes another's contacts", DirectoryChecks::tenants),
                check("erasing a person of one tenant leaves the same id of another", DirectoryChecks::eraseOfOne),
                check("a closed store refuses every call to its directory", DirectoryChecks::afterClose),
                new StoreCheck(
                        Section.REOPEN,
                        "contacts and erasures are there after closing and opening",
                        DirectoryChecks::reopen));
    }

    private static StoreCheck check(String name, BiConsumer<Store, DirectoryStore> body) {
        return Samples.check(
                Section.DIRECTORY, name, (store, records) -> body.accept(store, DirectoryStore.of(records)));
    }

    /** Compares without a word of the contact in the message. */
    private static void found(DirectoryStore directory, Contact contact) {
        Optional<Contact> found = directory.findContact(contact.person());
        that(found.isPresent(), "The contact is not found.");
        that(found.equals(Optional.of(contact)), "Another contact is found.");
    }

    private static void gone(DirectoryStore directory, PersonId person, Instant at) {
        same(directory.findContact(person), Optional.empty());
        that(!directory.contacts().toList().contains(person), "The erased person is among the contacts.");
        that(directory.erasedContacts().toList().contains(person), "The person is not among the erased.");
        same(directory.contactErasedAt(person), Optional.of(at));
    }

    private static void roundTrip(Store store, DirectoryStore directory) {
        directory.putContact(CONTACT);
        found(directory, CONTACT);
        same(directory.contactErasedAt(PERSON), Optional.empty());
        same(directory.erasedContacts().toList(), List.of());
    }

    private static void replace(Store store, DirectoryStore directory) {
        directory.putContact(CONTACT);
        Contact other = Contact.of(PERSON, "Another name").with("email", "b@example.org");
        directory.putContact(other);
        found(directory, other);
        directory.putContact(other);
        same(directory.contacts().toList(), List.of(PERSON));
    }

    private static void unknown(Store store, DirectoryStore directory) {
        same(directory.findContact(PERSON), Optional.empty());
        same(directory.contactErasedAt(PERSON), Optional.empty());
        same(directory.contacts().toList(), List.of());
        same(directory.erasedContacts().toList(), List.of());
    }

    private static void texts(Store store, DirectoryStore directory) {
        List<String> texts = List.of(
                "O'Neill \"Q\" \\ % _ ; --",
                "\u0645\u0631\u064a\u0645 \u0416\u0435\u043d\u044f \u540d\u524d",
                "\ud83d\udc69\ud83c\udffd\u200d\ud83c\udfeb",
                "e\u0301 is not \u00e9",
                " a\tb\nc\u0000d ",
                "x".repeat(100_000));
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Contact contact =
                    Contact.of(PersonId.of("p" + i), text).with("note", text).with("no value", "");
            directory.putContact(contact);
            found(directory, contact);
        }
    }

    private static void order(Store store, DirectoryStore directory) {
        List<PersonId> persons = IntStream.of(3, 1, 10, 2)
                .mapToObj(number -> PersonId.of("p" + number))
                .toList();
        persons.forEach(person -> directory.putContact(Contact.of(person, "name")));
        directory.eraseContact(PersonId.of("p3"), NOON);
        directory.eraseContact(PersonId.of("p10"), NOON);
        same(directory.contacts().toList(), List.of(PersonId.of("p1"), PersonId.of("p2")));
        same(directory.erasedContacts().toList(), List.of(PersonId.of("p10"), PersonId.of("p3")));
    }

    private static void exact(Store store, DirectoryStore directory) {
        List<String> ids = List.of("a", "A", "\u00e9", "e\u0301", "a%", "a_", "a'\"", "\ud83d\ude00", "z".repeat(200));
        ids.forEach(id -> directory.putContact(Contact.of(PersonId.of(id), "name of " + id)));
        ids.forEach(id -> found(directory, Contact.of(PersonId.of(id), "name of " + id)));
        same(directory.contacts().count(), (long) ids.size());
    }

    private static void erase(Store store, DirectoryStore directory) {
        directory.putContact(CONTACT);
        that(directory.eraseContact(PERSON, NOON.plusNanos(999)), "The erasure found nothing to do.");
        gone(directory, PERSON, NOON);
    }

    private static void twice(Store store, DirectoryStore directory) {
        directory.putContact(CONTACT);
        that(directory.eraseContact(PERSON, NOON), "The erasure found nothing to do.");
        that(!directory.eraseContact(PERSON, NOON.plusSeconds(1)), "The person was erased twice.");
        gone(directory, PERSON, NOON);
        same(directory.erasedContacts().toList(), List.of(PERSON));
    }

    private static void forGood(Store store, DirectoryStore directory) {
        directory.putContact(CONTACT);
        directory.eraseContact(PERSON, NOON);
        StoreException refusal = refused(StoreException.class, () -> directory.putContact(CONTACT));
        that(!String.valueOf(refusal.getMessage()).contains(CONTACT.name()), "The refusal names the person.");
        gone(directory, PERSON, NOON);
    }

    private static void beforehand(Store store, DirectoryStore directory) {
        that(directory.eraseContact(PERSON, NOON), "The erasure found nothing to do.");
        gone(directory, PERSON, NOON);
        refused(StoreException.class, () -> directory.putContact(CONTACT));
    }

    private static void others(Store store, DirectoryStore directory) {
        Contact other = Contact.of(PersonId.of("p-2"), "name");
        directory.putContact(CONTACT);
        directory.putContact(other);
        directory.eraseContact(PERSON, NOON);
        found(directory, other);
    }

    private static void records(Store store, DirectoryStore directory) {
        directory.putContact(CONTACT);
        TeamRecord record = directory.append(with(with(TeamRecord.empty(KEY), "a"), "b"));
        directory.eraseContact(PERSON, NOON);
        TeamRecord after = directory.load(KEY);
        same(
                after.entries().stream().map(Entry::text).toList(),
                record.entries().stream().map(Entry::text).toList());
        same(after, record);
        that(after.verify(record.checkpoint()).holds(), after.verify().toString());
        same(directory.append(with(after, "c")).revision(), 3L);
    }

    private static void race(Store store, DirectoryStore directory) {
        for (int round = 0; round < 10; round++) {
            PersonId person = PersonId.of("p" + round);
            List<Thread> writers = IntStream.range(0, 3)
                    .mapToObj(number -> new Thread(() -> {
                        try {
                            for (int i = 0; i < 5; i++) {
                                directory.putContact(Contact.of(person, "name " + number + " " + i));
                            }
                        } catch (StoreException e) {
                            // Refused after the erasure, as it should be.
                        }
                    }))
                    .toList();
            writers.forEach(Thread::start);
            boolean erased = directory.eraseContact(person, NOON);
            writers.forEach(Samples::join);
            that(erased, "The erasure found nothing to do.");
            gone(directory, person, NOON);
        }
    }

    private static void tenants(Store store, DirectoryStore north) {
        DirectoryStore south = DirectoryStore.of(store.forTenant(SOUTH));
        north.putContact(CONTACT);
        unknown(store, south);
        Contact theirs = Contact.of(PERSON, "Their name");
        south.putContact(theirs);
        found(north, CONTACT);
        found(south, theirs);
    }

    private static void eraseOfOne(Store store, DirectoryStore north) {
        DirectoryStore south = DirectoryStore.of(store.forTenant(SOUTH));
        north.putContact(CONTACT);
        that(south.eraseContact(PERSON, NOON), "The erasure found nothing to do.");
        found(north, CONTACT);
        same(north.contactErasedAt(PERSON), Optional.empty());
        same(north.erasedContacts().toList(), List.of());
        north.putContact(CONTACT.with("room", "12"));
        gone(south, PERSON, NOON);
    }

    private static void afterClose(Store store, DirectoryStore directory) {
        store.close();
        refused(IllegalStateException.class, () -> directory.putContact(CONTACT));
        refused(IllegalStateException.class, () -> directory.findContact(PERSON));
        refused(IllegalStateException.class, () -> directory.contacts().close());
        refused(IllegalStateException.class, () -> directory.eraseContact(PERSON, NOON));
        refused(IllegalStateException.class, () -> directory.contactErasedAt(PERSON));
        refused(IllegalStateException.class, () -> directory.erasedContacts().close());
    }

    /** A store without a directory has nothing to be asked. */
    private static void reopen(StoreUnderTest hooks) {
        PersonId other = PersonId.of("p-2");
        try (Store store = hooks.openEmpty()) {
            if (!(store.forTenant(NORTH) instanceof DirectoryStore)) {
                return;
            }
            DirectoryStore directory = DirectoryStore.of(store.forTenant(NORTH));
            directory.putContact(CONTACT);
            directory.putContact(Contact.of(other, "name"));
            directory.eraseContact(other, NOON);
        }
        try (Store store = hooks.reopen()) {
            DirectoryStore directory = DirectoryStore.of(store.forTenant(NORTH));
            found(directory, CONTACT);
            gone(directory, other, NOON);
            refused(StoreException.class, () -> directory.putContact(Contact.of(other, "name")));
        }
    }
}

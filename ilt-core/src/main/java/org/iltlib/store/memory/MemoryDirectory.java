package org.iltlib.store.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.store.StoreException;

/** One tenant's directory in the heap. */
final class MemoryDirectory {
    private final MemoryStore store;
    private final TreeMap<PersonId, Contact> contacts = new TreeMap<>();
    private final TreeMap<PersonId, Instant> erased = new TreeMap<>();

    MemoryDirectory(MemoryStore store) {
        this.store = store;
    }

    synchronized void put(Contact contact) {
        store.checkOpen();
        if (erased.containsKey(contact.person())) {
            throw new StoreException("Person " + contact.person() + " was erased and stays so; nothing was stored.");
        }
        contacts.put(contact.person(), contact);
    }

    synchronized Optional<Contact> find(PersonId person) {
        store.checkOpen();
        return Optional.ofNullable(contacts.get(person));
    }

    synchronized Stream<PersonId> list() {
        store.checkOpen();
        return List.copyOf(contacts.keySet()).stream();
    }

    synchronized boolean erase(PersonId person, Instant at) {
        store.checkOpen();
        contacts.remove(person);
        return erased.putIfAbsent(person, at.truncatedTo(ChronoUnit.MICROS)) == null;
    }

    synchronized Optional<Instant> erasedAt(PersonId person) {
        store.checkOpen();
        return Optional.ofNullable(erased.get(person));
    }

    synchronized Stream<PersonId> erased() {
        store.checkOpen();
        return List.copyOf(erased.keySet()).stream();
    }

    synchronized void clear() {
        contacts.clear();
        erased.clear();
    }

    synchronized boolean isEmpty() {
        return contacts.isEmpty() && erased.isEmpty();
    }
}

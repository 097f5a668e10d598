package org.iltlib.store.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.people.Contact;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoredDataset;

/** What a view has besides records; nothing where it has not the power. */
final class Holdings {
    private Holdings() {}

    static Stream<Tally.Erased> erased(RecordStore view) {
        return view instanceof DirectoryStore directory
                ? directory.erasedContacts().flatMap(person -> {
                    Optional<Instant> at = directory.contactErasedAt(person);
                    return at.map(time -> new Tally.Erased(person, time)).stream();
                })
                : Stream.empty();
    }

    static Stream<Contact> contacts(RecordStore view, ArchiveOptions options) {
        return options.directory() && view instanceof DirectoryStore directory
                ? directory.contacts().flatMap(person -> directory.findContact(person).stream())
                : Stream.empty();
    }

    static Stream<StoredDataset> datasets(RecordStore view) {
        return view instanceof DatasetStore datasets ? datasets.datasets() : Stream.empty();
    }
}

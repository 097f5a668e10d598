package org.iltlib.store;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;

/**
 * An optional power of a {@link RecordStore}: who the pseudonymous ids are. Records hold ids only, so erasing a person
 * here leaves every record as valid as it was. Contacts are changed in place; there is no history of names.
 *
 * <p>These methods log nothing; they are for stores, archives and the custody package, through which applications read.
 */
public interface DirectoryStore extends RecordStore {

    /**
     * The directory of the same tenant.
     *
     * @throws StoreException if this store keeps none
     */
    static DirectoryStore of(RecordStore records) {
        if (records instanceof DirectoryStore directory) {
            return directory;
        }
        throw new StoreException(
                "This store keeps no directory. Maybe use the heap store or a JDBC store, which do, or keep names"
                        + " elsewhere.");
    }

    /**
     * Stores the contact in place of an earlier one of that person.
     *
     * @throws StoreException if the person was erased before: an erased person does not come back by an import
     */
    void putContact(Contact contact);

    /** The contact of that person; empty if none was stored or the person was erased. */
    Optional<Contact> findContact(PersonId person);

    /** The persons with a contact, in order of their ids; the stream holds no resource. */
    Stream<PersonId> contacts();

    /**
     * Removes the contact for good; the id stays, with the time, so that nobody is entered under it again. A person
     * without a contact can be erased beforehand.
     *
     * @param at the time to note, to the microsecond; what is finer is cut off
     * @return false if the person was erased before; then nothing has changed
     */
    boolean eraseContact(PersonId person, Instant at);

    /** When the person was erased. */
    Optional<Instant> contactErasedAt(PersonId person);

    /** The persons that were erased, in order of their ids; the stream holds no resource. */
    Stream<PersonId> erasedContacts();
}

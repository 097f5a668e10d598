/**
 * Keeping records: what the domain asks of a store, what the author of a store provides, and the protocol between.
 *
 * <p>Start with {@link org.iltlib.store.Stores} (open one by its address), {@link org.iltlib.store.RecordStore} (load and
 * append) and, to bring your own storage, {@link org.iltlib.store.EntryTable} (four methods; the rest is done by
 * {@link org.iltlib.store.TableRecordStore}). The way from one store to another is in the archive package.
 *
 * <pre>{@code
 * try (Store store = Stores.open("jdbc:h2:./data/ilt")) {
 *     RecordStore records = store.forTenant(TenantId.of("district-7"));
 *     TeamRecord record = records.load(key).with(now, ana, need);
 *     record = records.append(record);        // StaleRecordException if someone was first: load, apply again, append
 *     records.keys().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p><b>Powers.</b> A view can do more than load and append if it also is a {@link org.iltlib.store.JointStore} (several
 * records at once), a {@link org.iltlib.store.FeedStore} (what was appended, in order), a
 * {@link org.iltlib.store.SnapshotStore} (all records at one moment), a {@link org.iltlib.store.DatasetStore} (bulk rows
 * beside the record) or a {@link org.iltlib.store.DirectoryStore} (who the pseudonymous ids are). Each has a method
 * {@code of} that gives it, or says that the store has not got it.
 *
 * <p><b>For authors of stores.</b> The tenant is bound when a view is opened, comes first in every key and cannot be
 * named again. An append is all or nothing and happens only at the expected checkpoint. A store sees kind, id, sequence,
 * citations, time and a body of text, never a domain type, so a new kind of evidence touches no store. Hold the store
 * against the checks of the contract package, and document what survives a crash right after an append has returned. All
 * of it, with the SQL that our own store issues and the isolation it needs, is in <a
 * href="doc-files/storage-guide.html">the storage guide</a>.
 */
package org.iltlib.store;

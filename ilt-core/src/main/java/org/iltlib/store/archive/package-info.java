/**
 * The way between stores, over versions of a database, and the answer to "give me all our data": records as JSON Lines,
 * and a whole tenant as one zip. Everything streams: what is moved may be far larger than the heap.
 *
 * <p>Start with {@link org.iltlib.store.archive.TenantArchive} (everything of a tenant) and
 * {@link org.iltlib.store.archive.RecordLines} (records alone, readable with any text editor).
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *     TenantArchive.write(old.forTenant(tenant), out, ArchiveOptions.withDefaults());
 * }
 * try (InputStream in = Files.newInputStream(file)) {
 *     TenantManifest moved = TenantArchive.read(in, young.forTenant(tenant), ArchiveOptions.withDefaults());
 *     moved.digest().equals(TenantDigest.of(young.forTenant(tenant)));            // true if nothing was there before
 * }
 * }</pre>
 *
 * <p>What is read is checked before it is stored: entries by their seals, datasets by their hash. Reading the same again
 * changes nothing, so a move that broke off is run once more.
 */
package org.iltlib.store.archive;

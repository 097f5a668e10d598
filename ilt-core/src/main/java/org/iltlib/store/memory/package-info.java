/**
 * A store in the heap: nothing to install, nothing left behind. For a first try, for tests, and as the model that other
 * stores are compared with.
 *
 * <p>Start with {@link org.iltlib.store.memory.MemoryStore}.
 *
 * <pre>{@code
 * try (Store store = new MemoryStore()) {
 *     RecordStore records = store.forTenant(TenantId.of("district-7"));
 *     records.append(TeamRecord.empty(key).with(now, ana, need));
 *     DatasetId rows = DatasetStore.of(records).put(new FileInputStream("scores.csv"));
 * }
 * }</pre>
 */
package org.iltlib.store.memory;

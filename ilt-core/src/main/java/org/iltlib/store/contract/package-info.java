/**
 * The contract of a store as data: named checks that any test framework, or a program at start-up, can run. The names are
 * the specification.
 *
 * <p>Start with {@link org.iltlib.store.contract.StoreContract} and {@link org.iltlib.store.contract.StoreUnderTest};
 * {@link org.iltlib.store.contract.Section} says which part a store owes. How to write a store, and how to see that the
 * contract bites, is in <a href="../doc-files/storage-guide.html">the storage guide</a>.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> honoursTheContract() {
 *     StoreUnderTest mine = StoreUnderTest.of(() -> new DistrictStore(emptyFolder()), () -> new DistrictStore(sameFolder()));
 *     return StoreContract.checks().map(check -> dynamicTest(check.name(), () -> check.verify(mine)));
 * }
 * }</pre>
 */
package org.iltlib.store.contract;

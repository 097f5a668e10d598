/**
 * The contract of a store as data: named checks that any test framework, or a program at start-up, can run. The names are
 * the specification.
 *
 * <p>Start with {@link org.iltlib.store.contract.StoreContract} and {@link org.iltlib.store.contract.StoreUnderTest};
 * {@link org.iltlib.store.contract.Section} says which part a store owes. How to write a store, and how to see that the
 * contract bites, is in <a href="../doc-files/storage-guide.html">the storage guide</a>.
 *
 * <pre>{@code
 * StoreUnderTest mine = StoreUnderTest.of(() -> new DistrictStore(emptyFolder()), () -> new DistrictStore(sameFolder()));
 * ContractReport report = StoreContract.verifyAll(mine, StoreContract.sectionsOf(mine));
 * System.out.println(report);                                  // one line for each sentence that is not honoured
 * }</pre>
 *
 * <p>With JUnit 5, implement {@code org.iltlib.store.contract.junit.StoreContractTests}, which is published as the
 * {@code test-jar} of this module: each sentence is a test then.
 */
package org.iltlib.store.contract;

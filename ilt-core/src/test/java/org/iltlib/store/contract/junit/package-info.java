/**
 * The contract of a store as a JUnit 5 test, for authors of stores. It is published beside the library as a jar of type
 * {@code test-jar}; the contract itself is in the library and needs no test framework.
 *
 * <p>Start with {@link org.iltlib.store.contract.junit.StoreContractTests}.
 */
@NullMarked
package org.iltlib.store.contract.junit;

import org.jspecify.annotations.NullMarked;

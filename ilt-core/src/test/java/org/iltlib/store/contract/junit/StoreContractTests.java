package org.iltlib.store.contract.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.store.contract.Section;
import org.iltlib.store.contract.StoreCheck;
import org.iltlib.store.contract.StoreContract;
import org.iltlib.store.contract.StoreUnderTest;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole contract as a test class: implement it and say how your store is opened.
 *
 * <pre>{@code
 * class DistrictStoreTest implements StoreContractTests {
 *     @TempDir Path folder;
 *     private int number;
 *
 *     public StoreUnderTest openings() {
 *         return StoreUnderTest.of(() -> new DistrictStore(folder.resolve("s" + ++number)),
 *                 () -> new DistrictStore(folder.resolve("s" + number)));
 *     }
 * }
 * }</pre>
 *
 * <p>Each sentence of the contract is a test of its own. For a matrix of databases, call {@link #tests} from a test
 * factory of yours.
 */
public interface StoreContractTests {

    /** How the store is opened; asked once a run. */
    StoreUnderTest openings();

    /**
     * The sections to hold it against. If not overridden: what every store must honour, reopening, and the powers that
     * the store has, as {@link StoreContract#sectionsOf} finds them. A store that does not outlive its process leaves
     * out {@link Section#REOPEN}; {@link Section#LARGE} takes long and is asked for by name.
     */
    default Set<Section> sections() {
        return StoreContract.sectionsOf(openings());
    }

    /** One test for each sentence, in groups by section. */
    @TestFactory
    default Stream<DynamicContainer> honoursTheContract() {
        StoreUnderTest store = openings();
        Set<Section> sections = sections();
        return Stream.of(Section.values())
                .filter(sections::contains)
                .map(section -> dynamicContainer(section.name(), tests(store, Set.of(section))));
    }

    /** One test for each sentence of these sections. */
    static Stream<DynamicTest> tests(StoreUnderTest store, Set<Section> sections) {
        return StoreContract.checks(sections).map(check -> test(check, store));
    }

    private static DynamicTest test(StoreCheck check, StoreUnderTest store) {
        return dynamicTest(check.name(), () -> check.verify(store));
    }
}

package org.iltlib.exchange.casenetwork.sheet;

import java.util.Map;
import org.iltlib.exchange.casenetwork.CaseImport;
import org.iltlib.exchange.casenetwork.CasePackage;

/**
 * A package as three sheets in CSV, comma-separated, the first row with the names of the columns.
 *
 * <ul>
 *   <li><em>Document</em>, one row: {@code identifier, creator, title, lastChangeDate, officialSourceURL, publisher,
 *       description, subject, language, version, adoptionStatus, statusStartDate, statusEndDate, licenseTitle, licenseText,
 *       notes}. Subjects are separated by {@code |}.
 *   <li><em>Items</em>: {@code identifier, fullStatement, humanCodingScheme, smartLevel, listEnumeration,
 *       abbreviatedStatement, conceptKeywords, notes, language, educationLevel, CFItemType, license}. Keywords are separated
 *       by {@code |}, grades by commas. The smart level says where an item stands: {@code 1.2} is the second below {@code 1},
 *       which is the first below the document. Each smart level implies an {@code isChildOf} association.
 *   <li><em>Associations</em>: {@code identifier, originNodeURI, originNodeIdentifier, originNodeHumanCodingScheme,
 *       associationType, destinationNodeURI, destinationNodeIdentifier, destinationNodeHumanCodingScheme,
 *       associationGroupIdentifier, associationGroupName}. An {@code isChildOf} in this sheet stands in place of the one
 *       that a smart level implies. An end that has only an address or only a code is found by it.
 * </ul>
 *
 * <p>Between the separators of a list, blanks at the ends of a part and empty parts do not count.
 *
 * <p>Any other column is kept: as the member of that name where the standard has one, such as {@code uri} or {@code
 * statusStartDate}, otherwise as a member that the standard does not know. Without a column {@code uri}, an address is
 * {@code urn:uuid:} and the identifier; without {@code lastChangeDateTime}, a moment is that of the document.
 *
 * @param document the sheet of the document
 * @param items the sheet of the items
 * @param associations the sheet of the associations
 */
public record CaseSheets(String document, String items, String associations) {

    /**
     * What was written.
     *
     * @param sheets the sheets
     * @param left what sheets cannot say, such as {@code CFItems/CFItemTypeURI}, and how often it was left out, in the order
     *     of the names; empty if reading the sheets gives the same package again, but for the order of associations and the
     *     titles of links
     */
    public record Written(CaseSheets sheets, Map<String, Long> left) {}

    /**
     * Reads a package. What is written in another way than the standard wants, such as {@code Is Child Of}, is put right
     * as in a package in JSON, and reported; pointers are those of the package. Linear in the length of the sheets.
     *
     * @throws org.iltlib.exchange.oneroster.ExchangeException with code {@code case.sheet} if a sheet is broken, such as by a quotation
     *     mark that is never closed; its problems
     *     name sheet, row and column, each on its own, the first hundred of them
     */
    public static CaseImport read(String document, String items, String associations) {
        return new SheetReading().read(new CaseSheets(document, items, associations));
    }

    /** Reads these sheets; see {@link #read(String, String, String)}. */
    public CaseImport read() {
        return read(document, items, associations);
    }

    /** Writes a package; linear in its size. Items keep their order; further columns stand in the order of their names. */
    public static Written write(CasePackage content) {
        return new SheetWriting(content).write();
    }
}

package org.iltlib.exchange.casenetwork.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.iltlib.exchange.SharedFolder;
import org.iltlib.exchange.casenetwork.CaseImport;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.exchange.casenetwork.CaseRule;
import org.iltlib.exchange.casenetwork.CaseWriter;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLicense;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/** Expected values from the columns of OpenSALT's spreadsheets and by hand. */
class CaseSheetsTest {
    private static final String D = "00000000-0000-4000-8000-000000000000";
    private static final String A = "00000000-0000-4000-8000-00000000000a";
    private static final String B = "00000000-0000-4000-8000-00000000000b";
    private static final String E = "00000000-0000-4000-8000-00000000000e";
    private static final String DOCUMENT = "identifier,creator,title,lastChangeDate,subject,licenseTitle,licenseText\n"
            + D + ",Seed,Sample,2026-05-06,Math|Art,Free,Do what you like\n";
    private static final String ITEMS =
            "identifier,fullStatement,humanCodingScheme,smartLevel,educationLevel,CFItemType,license,Colour\n" + B
                    + ",Second,M.1.2,1.2,\"01,02\",Standard,Free,red\n" + A + ",\"First, of all\",M.1,1,,Domain,,\n";

    private static List<String> problems(String document, String items, String associations) {
        List<String> found = new ArrayList<>();
        assertThatThrownBy(() -> CaseSheets.read(document, items, associations))
                .asInstanceOf(InstanceOfAssertFactories.type(ExchangeException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("case.sheet"))
                .satisfies(e -> found.addAll(e.problems()));
        return found;
    }

    @Test
    void smartLevelsAreTheHierarchy() {
        CasePackage content = CaseSheets.read(DOCUMENT, ITEMS, "").content();
        assertThat(content.document().subject()).containsExactly("Math", "Art");
        assertThat(content.items()).extracting(CaseItem::fullStatement).containsExactly("Second", "First, of all");
        assertThat(content.associations())
                .extracting(one -> one.origin().orElseThrow().identifier()
                        + one.associationType()
                        + one.destination().orElseThrow().identifier()
                        + one.sequenceNumber().orElseThrow())
                .containsExactly(B + "isChildOf" + A + "2", A + "isChildOf" + D + "1");
        CaseItem second = content.items().get(0);
        assertThat(second.educationLevel()).containsExactly("01", "02");
        assertThat(second.itemType()).contains("Standard");
        assertThat(second.unknown()).containsEntry("Colour", new Node.Text("red"));
        assertThat(content.definitions().orElseThrow().licenses())
                .extracting(CaseLicense::title, CaseLicense::licenseText)
                .containsExactly(tuple("Free", "Do what you like"));
        assertThat(second.licenseUri()).isEqualTo(content.document().licenseUri());
        assertThat(CaseWriter.strict().check(content).toString().strip())
                .isEqualTo("MOVED 1, first /CFItems/0/Colour goes under extensions");
    }

    @Test
    void anEndMayBeAnIdentifierAnAddressOrACode() {
        String associations =
                "identifier,originNodeURI,originNodeIdentifier,originNodeHumanCodingScheme,associationType,"
                        + "destinationNodeURI,destinationNodeIdentifier,destinationNodeHumanCodingScheme,"
                        + "associationGroupIdentifier,associationGroupName\n" + E
                        + ",,,M.1,Is Related To,https://x.org/" + E
                        + ",,,,Links\n";
        CaseImport read = CaseSheets.read(DOCUMENT, ITEMS, associations);
        CaseAssociation last = read.content().findAssociation(E).orElseThrow();
        assertThat(last.associationType()).isEqualTo("isRelatedTo");
        assertThat(read.report().count(CaseRule.ASSOCIATION_TYPE)).isEqualTo(1);
        assertThat(last.origin().map(CaseLink::identifier)).contains(A);
        assertThat(last.destination().map(CaseLink::identifier)).contains(E);
        assertThat(last.groupingUri().map(CaseLink::title)).contains("Links");
        assertThat(read.content().definitions().orElseThrow().associationGroupings())
                .hasSize(1);
    }

    @Test
    void aChildInTheSheetOfAssociationsStandsForTheImpliedOne() {
        String associations = "identifier,originNodeIdentifier,associationType,destinationNodeIdentifier,notes\n" + E
                + "," + B + ",Is Child Of," + A + ",said\n";
        CasePackage content = CaseSheets.read(DOCUMENT, ITEMS, associations).content();
        assertThat(content.associations()).hasSize(2);
        assertThat(content.findAssociation(E).orElseThrow().notes()).contains("said");
    }

    @Test
    void everyProblemNamesSheetRowAndColumn() {
        String items = "identifier,fullStatement,smartLevel\n" + A + ",One,1\n" + A + ",Two,1\n,Three,3.1\n" + B
                + ",Four,1.x\n";
        assertThat(problems(DOCUMENT, items, "identifier,associationType\n" + E + ",precedes\n"))
                .containsExactly(
                        "CF Item, row 3, column identifier: stands in an earlier row as well.",
                        "CF Item, row 3, column smartLevel: stands in an earlier row as well.",
                        "CF Item, row 4, column identifier: is empty.",
                        "CF Item, row 5, column smartLevel: is not of the form 1.2.3.",
                        "CF Association, row 2, column originNodeIdentifier: is empty, and no address or code of an item"
                                + " stands beside it.",
                        "CF Association, row 2, column destinationNodeIdentifier: is empty, and no address or code of an"
                                + " item stands beside it.",
                        "CF Item, row 4, column smartLevel: stands below one that is in no row.");
        assertThat(problems(DOCUMENT + D + ",,Again\n", ITEMS, ""))
                .containsExactly("CF Doc, row 3: there are 2 documents. Expected one.");
        assertThat(problems("title,title\nT,T\n", "identifier\n", ""))
                .containsExactly(
                        "CF Doc, row 1, column title: stands twice. Expected each column once.",
                        "CF Doc, row 1, column identifier: is missing.",
                        "CF Item, row 1, column fullStatement: is missing.");
        assertThat(problems(DOCUMENT, "identifier,fullStatement\n" + A + ",One,two\n", ""))
                .containsExactly("CF Item, row 2: has a cell in column 3, which has no name.");
        String deep = "1" + ".1".repeat(50);
        assertThat(problems(DOCUMENT, "identifier,fullStatement,smartLevel\n" + A + ",One," + deep + "\n", ""))
                .first()
                .asString()
                .contains("row 2, column smartLevel: has more than 50");
    }

    @Test
    void blanksBesideSeparatorsAndEmptyPartsDoNotCount() {
        CasePackage content = CaseSheets.read(
                        DOCUMENT.replace("Math|Art", " Math | |Art|"),
                        "identifier,fullStatement,educationLevel\n" + A + ",One,\"01, 02,\"\n",
                        "")
                .content();
        assertThat(content.document().subject()).containsExactly("Math", "Art");
        assertThat(content.items().get(0).educationLevel()).containsExactly("01", "02");
        CasePackage blanks = CaseReader.withDefaults()
                .read(("{'CFDocument':{'identifier':'" + D + "','title':'T','subject':[' a','b']}}").replace('\'', '"'))
                .content();
        assertThat(CaseSheets.write(blanks).left()).containsEntry("CFDocument/subject", 1L);
    }

    @Test
    void aQuotationThatIsNeverClosedIsRefusedWhereItBegins() {
        String items =
                "identifier,fullStatement,smartLevel\n" + A + ",\"Adds,1\n" + B + ",Subtracts,2\n" + E + ",Twice,3\n";
        assertThat(problems(DOCUMENT, items, ""))
                .containsExactly("CF Item, row 2, column fullStatement: begins a quotation that is never closed."
                        + " Maybe a quotation mark is missing at the end of the cell.");
        assertThat(problems(DOCUMENT, "identifier,\"fullStatement\n" + A + ",One\n", ""))
                .first()
                .asString()
                .startsWith("CF Item, row 1: begins a quotation");
        String closed = "identifier,fullStatement\n" + A + ",\"Adds,\n\"\"quickly\"\"\"";
        assertThat(CaseSheets.read(DOCUMENT, closed, "")
                        .content()
                        .items()
                        .get(0)
                        .fullStatement())
                .isEqualTo("Adds,\n\"quickly\"");
        assertThat(problems(DOCUMENT, "\n\n", ""))
                .containsExactly("CF Item, row 1: is missing. Expected the names of the columns.");
    }

    @Test
    void whatSheetsCannotSayIsCounted() {
        CasePackage content = CaseReader.withDefaults()
                .read("{\"CFDocument\":{\"identifier\":\"" + D + "\",\"uri\":\"urn:uuid:" + D
                        + "\",\"title\":\"T\"},\"CFItems\":[{\"identifier\":\"" + A + "\",\"uri\":\"urn:uuid:" + A
                        + "\",\"fullStatement\":\"S\",\"CFItemTypeURI\":{\"title\":\"t\",\"identifier\":\"" + B
                        + "\",\"uri\":\"u\"},\"smartLevel\":\"9\"}],\"CFAssociations\":[{\"identifier\":\"" + E
                        + "\"}],\"CFRubrics\":[{\"identifier\":\"" + B + "\"}]}")
                .content();
        assertThat(CaseSheets.write(content).left())
                .containsOnlyKeys("CFAssociations", "CFItems/CFItemTypeURI", "CFItems/smartLevel", "CFRubrics");
    }

    @Test
    void theSharedPackagesKeepTheirItemsAndTheirTree() throws Exception {
        try (Stream<Path> paths = Files.walk(SharedFolder.path("curriculum/case"))) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                CasePackage content = CaseReader.withDefaults().read(path).content();
                CasePackage again = CaseSheets.write(content).sheets().read().content();
                assertThat(again.items())
                        .as(path.toString())
                        .extracting(CaseItem::fullStatement)
                        .isEqualTo(content.items().stream()
                                .map(CaseItem::fullStatement)
                                .toList());
                assertThat(again.associations()).hasSameSizeAs(content.associations());
                assertThat(again.graph().roots()).isEqualTo(content.graph().roots());
                for (int item = 0; item < content.items().size(); item++) {
                    assertThat(again.graph().parents(item))
                            .isEqualTo(content.graph().parents(item));
                }
            }
        }
    }
}

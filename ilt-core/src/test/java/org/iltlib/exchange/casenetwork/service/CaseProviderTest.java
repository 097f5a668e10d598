package org.iltlib.exchange.casenetwork.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.iltlib.exchange.SharedFolder;
import org.iltlib.exchange.casenetwork.CaseImportReport.Note;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.exchange.casenetwork.CaseRule;
import org.iltlib.exchange.casenetwork.OfficialSchema;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseProviderTest {
    private static final String BASE = "https://x.org/ims/case/v1p1";
    private static final CaseLibrary LIBRARY = CaseLibrary.empty()
            .with(content(0xa, "Mathematics", "Adopted", "maths"), SharedIdentity.COPY)
            .with(content(0xb, "History", "Draft", "history"), SharedIdentity.COPY)
            .with(content(0xc, "art", "Draft", "art"), SharedIdentity.COPY);
    private static final CaseProvider PROVIDER = CaseProvider.of(LIBRARY, CaseVersion.V1_1, BASE);

    private static String id(int number) {
        return String.format(java.util.Locale.ROOT, "00000000-0000-4000-8000-%012x", number);
    }

    private static String start(int number) {
        return "{'identifier':'" + id(number) + "','uri':'https://y.org/" + id(number)
                + "','lastChangeDateTime':'2026-08-01T00:00:00Z'";
    }

    private static String link(int number) {
        return "{'title':'t','identifier':'" + id(number) + "','uri':'https://y.org/" + id(number) + "'}";
    }

    private static CasePackage content(int number, String title, String status, String subject) {
        int first = number * 16;
        String json = "{'CFDocument':" + start(number) + ",'creator':'c','title':'" + title + "','adoptionStatus':'"
                + status + "','subject':['" + subject + "','all']},"
                + "'CFItems':[" + start(first) + ",'fullStatement':'S'}," + start(first + 1) + ",'fullStatement':'T'}],"
                + "'CFAssociations':[" + start(first + 2) + ",'associationType':'isChildOf','originNodeURI':"
                + link(first) + ",'destinationNodeURI':" + link(number) + "}],"
                + "'CFDefinitions':{'CFConcepts':[" + start(first + 3) + ",'title':'C','hierarchyCode':'1'},"
                + start(first + 4) + ",'title':'C1','hierarchyCode':'1.1'}," + start(first + 5)
                + ",'title':'C10','hierarchyCode':'10'}],'CFSubjects':[" + start(first + 6)
                + ",'title':'S','hierarchyCode':'1'}],'CFLicenses':[" + start(first + 7)
                + ",'title':'L','licenseText':'free'}],'CFItemTypes':[" + start(first + 8)
                + ",'title':'I','description':'d','hierarchyCode':'1'}],'CFAssociationGroupings':[" + start(first + 9)
                + ",'title':'G'}]},'CFRubrics':[" + start(first + 10) + "}]}";
        return CaseReader.withDefaults().read(json.replace('\'', '"')).content();
    }

    private static Node.Fields body(CaseResponse response) {
        return (Node.Fields) CanonicalJson.read(response.body());
    }

    private static List<String> titles(Map<String, String> query) {
        return ((Node.Items) body(PROVIDER.get("/CFDocuments", query))
                        .find("CFDocuments")
                        .orElseThrow())
                .values().stream()
                        .map(one ->
                                ((Node.Text) ((Node.Fields) one).find("title").orElseThrow()).value())
                        .toList();
    }

    /** Held against 1EdTech's own OpenAPI document, which is read in place. */
    @ParameterizedTest
    @CsvSource({
        "/CFDocuments,CFDocumentSetDType",
        "/CFDocuments/a,CFDocumentDType",
        "/CFPackages/a,CFPackageDType",
        "/CFItems/a0,CFItemDType",
        "/CFAssociations/a2,CFAssociationDType",
        "/CFItemAssociations/a0,CFAssociationSetDType",
        "/CFConcepts/a3,CFConceptSetDType",
        "/CFSubjects/a6,CFSubjectSetDType",
        "/CFLicenses/a7,CFLicenseDType",
        "/CFItemTypes/a8,CFItemTypeSetDType",
        "/CFAssociationGroupings/a9,CFAssociationGroupingDType",
        "/CFRubrics/aa,CFRubricDType",
    })
    void everyPathIsAnsweredAsTheOfficialDocumentWantsIt(String path, String type) throws IOException {
        OfficialSchema schema =
                OfficialSchema.read(SharedFolder.path("curriculum/case-spec-reference/imscasev1p1_openapi3_v1p0.json"));
        int slash = path.indexOf('/', 1);
        String full =
                slash < 0 ? path : path.substring(0, slash + 1) + id(Integer.parseInt(path.substring(slash + 1), 16));
        CaseResponse response = PROVIDER.get("/ims/case/v1p1" + full, Map.of());
        assertThat(response.status()).isEqualTo(200);
        assertThat(schema.problems("#/components/schemas/" + type, body(response)))
                .isEmpty();
        assertThat(PROVIDER.get(full, Map.of())).isEqualTo(response);
    }

    @Test
    void errorsAreThoseOfTheOfficialDocument() throws IOException {
        OfficialSchema schema =
                OfficialSchema.read(SharedFolder.path("curriculum/case-spec-reference/imscasev1p1_openapi3_v1p0.json"));
        for (CaseResponse response : List.of(
                PROVIDER.get("/CFItems/" + id(1), Map.of()),
                PROVIDER.get("/CFItems/x", Map.of()),
                PROVIDER.get("/CFDocuments", Map.of("limit", "0")),
                PROVIDER.refusal(401),
                PROVIDER.refusal(403),
                PROVIDER.refusal(429),
                PROVIDER.refusal(500))) {
            assertThat(schema.problems("#/components/schemas/imsx_StatusInfoDType", body(response)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/CFItems/none,404,invaliduuid,invalid_uuid",
        "/CFItems/00000000-0000-4000-8000-000000000001,404,unknownobject,unknownobject",
        "/CFItems,404,unknownobject,unknownobject",
        "/CFNothings/00000000-0000-4000-8000-000000000001,404,unknownobject,unknownobject",
        "/elsewhere,404,unknownobject,unknownobject",
        "401,401,unauthorisedrequest,unauthorised_request",
        "403,403,forbidden,forbidden",
        "429,429,server_busy,server_busy",
    })
    void minorCodesAreThoseOfTheVersion(String path, int status, String first, String second) {
        CaseProvider old = CaseProvider.of(LIBRARY, CaseVersion.V1_0, "https://x.org/ims/case/v1p0");
        for (CaseProvider one : List.of(old, PROVIDER)) {
            CaseResponse response = path.startsWith("/") ? one.get(path, Map.of()) : one.refusal(status);
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body()).contains("\"" + (one == old ? first : second) + "\"");
        }
    }

    @Test
    void aSetIsTheOneAskedForAndWhatIsBelowIt() {
        Node.Items concepts = (Node.Items) body(PROVIDER.get("/CFConcepts/" + id(0xa3), Map.of()))
                .find("CFConcepts")
                .orElseThrow();
        assertThat(concepts.values()).hasSize(2);
        assertThat(concepts.toString()).contains("C1").doesNotContain("C10");
    }

    @Test
    void documentsComeInPages() {
        CaseResponse page = PROVIDER.get("/CFDocuments", Map.of("limit", "1", "offset", "1", "filter", "title~'a'"));
        assertThat(page.headers())
                .containsEntry("X-Total-Count", "2")
                .containsEntry(
                        "Link",
                        "<" + BASE + "/CFDocuments?filter=title%7E%27a%27&limit=1&offset=0>; rel=\"first\", <" + BASE
                                + "/CFDocuments?filter=title%7E%27a%27&limit=1&offset=0>; rel=\"prev\", <" + BASE
                                + "/CFDocuments?filter=title%7E%27a%27&limit=1&offset=1>; rel=\"last\"");
        assertThat(PROVIDER.get("/CFDocuments", Map.of("limit", "2")).headers().get("Link"))
                .contains("offset=2>; rel=\"next\"")
                .doesNotContain("prev");
        assertThat(titles(Map.of("limit", "2", "offset", "1"))).containsExactly("History", "art");
    }

    @Test
    void documentsAreSortedAndFiltered() {
        assertThat(titles(Map.of("sort", "title"))).containsExactly("art", "History", "Mathematics");
        assertThat(titles(Map.of("sort", "title", "orderBy", "desc"))).containsExactly("Mathematics", "History", "art");
        assertThat(titles(Map.of("sort", "nonsense"))).containsExactly("Mathematics", "History", "art");
        assertThat(titles(Map.of("filter", "adoptionStatus='draft'"))).containsExactly("History", "art");
        assertThat(titles(Map.of("filter", "adoptionStatus='draft' AND title>='h'")))
                .containsExactly("History");
        assertThat(titles(Map.of("filter", "title='art' OR title='History'"))).containsExactly("History", "art");
        assertThat(titles(Map.of("filter", "title!='art'"))).containsExactly("Mathematics", "History");
        assertThat(titles(Map.of("filter", "subject='all,maths'"))).containsExactly("Mathematics");
        assertThat(titles(Map.of("filter", "subject~'art,history'"))).containsExactly("History", "art");
        assertThat(titles(Map.of("filter", "CFPackageURI.title='history'"))).containsExactly("History");
        assertThat(titles(Map.of("filter", "title<'b'"))).containsExactly("art");
    }

    private static CasePackage document(int number, String members) {
        return CaseReader.withDefaults()
                .read(("{'CFDocument':" + start(number) + "," + members + "}}").replace('\'', '"'))
                .content();
    }

    @Test
    void aParameterOfAnyNameIsNoWayIntoTheHeaders() {
        CaseResponse answer = PROVIDER.get("/CFDocuments", Map.of("limit", "1", "x>\r\nSet-Cookie: a=b&c", "<y>\r\n"));
        assertThat(answer.headers().get("Link"))
                .contains("x%3E%0D%0ASet-Cookie%3A+a%3Db%26c=%3Cy%3E%0D%0A")
                .doesNotContain("\r", "\n", "Cookie:");
    }

    @Test
    void aFilterTakesVersionsForTextsAndListsForWhatIsInThem() {
        CaseProvider provider = CaseProvider.of(
                CaseLibrary.empty()
                        .with(
                                document(1, "'creator':'c','title':'one','version':'1.1','subject':['Math','Math']"),
                                SharedIdentity.COPY)
                        .with(
                                document(
                                        2,
                                        "'creator':'c','title':'ten','version':'1.10','subject':['Math','Reading, Writing']"),
                                SharedIdentity.COPY),
                CaseVersion.V1_1,
                BASE);
        Map<String, String> expected = Map.of(
                "version='1.1'", "one",
                "version!='1.1'", "ten",
                "subject='Math,Math'", "one",
                "subject='math,reading, writing'", "ten",
                "subject='Reading, Writing,Math'", "ten",
                "subject~'Reading, Writing'", "ten",
                "version>='1.10' AND version<'1.2'", "ten");
        expected.forEach((filter, title) -> assertThat(
                        provider.get("/CFDocuments", Map.of("filter", filter)).body())
                .as(filter)
                .contains("\"title\":\"" + title + "\"")
                .doesNotContain("\"title\":\"" + (title.equals("one") ? "ten" : "one") + "\""));
        assertThat(provider.get("/CFDocuments", Map.of("filter", "subject~'Reading'"))
                        .status())
                .isEqualTo(404);
        assertThat(provider.get("/CFDocuments", Map.of("filter", "subject='Math'"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void oneDocumentThatTheStandardDoesNotAllowDoesNotHideTheOthers() {
        CaseProvider provider = CaseProvider.of(
                LIBRARY.with(document(1, "'title':'no creator'"), SharedIdentity.COPY), CaseVersion.V1_1, BASE);
        CaseResponse list = provider.get("/CFDocuments", Map.of());
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.headers()).containsEntry("X-Total-Count", "3");
        assertThat(provider.get("/CFDocuments/" + id(1), Map.of()).status()).isEqualTo(500);
        assertThat(provider.listUnservable()).containsExactly(id(1));
        assertThat(PROVIDER.listUnservable()).isEmpty();
    }

    @Test
    void aProviderOfOneVersionHasNothingOfTheOther() {
        CaseProvider first = CaseProvider.of(LIBRARY, CaseVersion.V1_0, BASE);
        assertThat(first.get("/ims/case/v1p0/CFDocuments", Map.of()).status()).isEqualTo(200);
        assertThat(first.get("/ims/case/v1p1/CFDocuments", Map.of()).status()).isEqualTo(404);
        assertThat(PROVIDER.get("/ims/case/v1p0/CFDocuments", Map.of()).status())
                .isEqualTo(404);
        assertThat(first.get("/CFDocuments", Map.of("fields", "frameworkType")).body())
                .as("a field that 1.0 does not know asks for all fields")
                .contains("\"title\"");
        assertThat(PROVIDER.get("/CFDocuments", Map.of("fields", "frameworkType"))
                        .body())
                .doesNotContain("\"title\":");
    }

    /** Five documents by two: first, previous, next and last lead to where the pages begin. */
    @Test
    void pagesFollowEachOther() {
        CaseLibrary library = CaseLibrary.empty();
        for (int i = 1; i <= 5; i++) {
            library = library.with(document(i, "'creator':'c','title':'t" + i + "'"), SharedIdentity.COPY);
        }
        CaseProvider provider = CaseProvider.of(library, CaseVersion.V1_1, BASE);
        Map<Integer, String> expected = Map.of(
                0, "first 0, next 2, last 4",
                1, "first 0, prev 0, next 3, last 4",
                2, "first 0, prev 0, next 4, last 4",
                4, "first 0, prev 2, last 4");
        expected.forEach((offset, links) -> {
            CaseResponse page = provider.get("/CFDocuments", Map.of("limit", "2", "offset", String.valueOf(offset)));
            assertThat(String.valueOf(page.headers().get("Link"))
                            .replaceAll("<[^>]*offset=(\\d+)>; rel=\"(\\w+)\"", "$2 $1"))
                    .as("from " + offset)
                    .isEqualTo(links);
            assertThat(page.headers()).containsEntry("X-Total-Count", "5");
            assertThat(page.body()).contains("\"title\":\"t" + (offset + 1) + "\"");
        });
    }

    @Test
    void fieldsAreChosen() {
        CaseResponse chosen = PROVIDER.get("/CFDocuments", Map.of("fields", "title,identifier", "limit", "1"));
        assertThat(chosen.body())
                .isEqualTo("{\"CFDocuments\":[{\"identifier\":\"" + id(0xa) + "\",\"title\":\"Mathematics\"}]}");
        assertThat(PROVIDER.get("/CFDocuments", Map.of("fields", "title,nonsense"))
                        .body())
                .isEqualTo(PROVIDER.get("/CFDocuments", Map.of()).body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "limit;x",
                "limit;-1",
                "offset;x",
                "filter;title",
                "filter;title='a' AND b='c' OR d='e'",
                "fields;title,,",
                "orderBy;up"
            })
    void aWrongParameterIsNamed(String name, String value) {
        CaseResponse response = PROVIDER.get("/CFDocuments", Map.of(name, value));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("\"" + name + "\"", "invalid_selection_field");
    }

    @Test
    void nothingFoundIsNotAnEmptyList() {
        assertThat(PROVIDER.get("/CFDocuments", Map.of("filter", "title='none'"))
                        .status())
                .isEqualTo(404);
        assertThat(PROVIDER.get("/CFItemAssociations/" + id(0xa1), Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void whatTheStandardDoesNotAllowIsAnInternalError() {
        CasePackage poor = CaseReader.withDefaults()
                .read("{\"CFDocument\":{\"identifier\":\"" + id(0xd) + "\"}}")
                .content();
        CaseProvider provider =
                CaseProvider.of(CaseLibrary.empty().with(poor, SharedIdentity.COPY), CaseVersion.V1_1, BASE);
        assertThat(provider.get("/CFPackages/" + id(0xd), Map.of()).status()).isEqualTo(500);
        assertThat(provider.get("/CFDocuments/" + id(0xd), Map.of()).body()).contains("/uri is missing");
    }

    @Test
    void dev23AnItemOfAnotherPackageIsCopiedOrMovedAndReported() {
        CasePackage old = content(0xa, "Old", "Adopted", "s");
        CasePackage derived = CaseReader.withDefaults()
                .read(("{'CFDocument':{'identifier':'" + id(0xe) + "'},'CFItems':[" + start(0xa0)
                                + ",'fullStatement':'new words'}]}")
                        .replace('\'', '"'))
                .content();
        CaseLibrary first = CaseLibrary.empty().with(old, SharedIdentity.COPY);
        CaseLibrary copied = first.with(derived, SharedIdentity.COPY);
        CaseLibrary moved = first.with(derived, SharedIdentity.MOVE);
        assertThat(first.notes()).isEmpty();
        assertThat(copied.notes()).extracting(Note::rule).containsExactly(CaseRule.SHARED_IDENTITY);
        assertThat(copied.notes().get(0).toString()).startsWith("CASE-DEV-23 KEPT once");
        assertThat(copied.findItem(id(0xa0)).map(CaseItem::fullStatement)).contains("S");
        assertThat(moved.findItem(id(0xa0)).map(CaseItem::fullStatement)).contains("new words");
        assertThat(moved.packages()).containsExactly(old, derived);
        assertThatThrownBy(() -> moved.with(old, SharedIdentity.COPY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }
}

package org.iltlib.exchange.casenetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.StandardId;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/** Each deviation on a small document: what is made of it, what is reported, and that no value is lost from the count. */
class CaseRuleTest {
    private static final String D = "00000000-0000-4000-8000-00000000000d";
    private static final String I = "00000000-0000-4000-8000-000000000001";
    private static final String J = "00000000-0000-4000-8000-000000000002";
    private static final String A = "00000000-0000-4000-8000-00000000000a";
    private static final String B = "00000000-0000-4000-8000-00000000000b";
    private static final String DOC = "'CFDocument':{'identifier':'" + D + "','title':'T'}";

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static CaseImport read(String json) {
        CaseImport read = CaseReader.withDefaults().read(quoted(json));
        assertThat(read.report().account().total())
                .as("every value is accounted for")
                .isEqualTo(values(CanonicalJson.read(quoted(json))));
        CaseImport again = CaseReader.withDefaults().read(CaseWriter.asRead().write(read.content()));
        assertThat(again.content()).as("reading what was written").isEqualTo(read.content());
        return read;
    }

    /** Counted by another reader than ours. */
    private static long values(Node node) {
        if (node instanceof Node.Items items && !items.values().isEmpty()) {
            return items.values().stream().mapToLong(CaseRuleTest::values).sum();
        }
        if (node instanceof Node.Fields fields && !fields.values().isEmpty()) {
            return fields.values().values().stream()
                    .mapToLong(CaseRuleTest::values)
                    .sum();
        }
        return 1;
    }

    private static CaseImport item(String members) {
        return read("{" + DOC + ",'CFItems':[{'fullStatement':'S'," + members + "}]}");
    }

    private static CaseImport withId(String members) {
        return item("'identifier':'" + I + "'," + members);
    }

    private static CaseItem only(CaseImport read) {
        assertThat(read.content().items()).hasSize(1);
        return read.content().items().get(0);
    }

    private static String statement(String id) {
        return "{'identifier':'" + id + "','fullStatement':'S'}";
    }

    private static String edge(String id, String type, String from, String to) {
        return "{'identifier':'" + id + "','associationType':'" + type + "','originNodeURI':{'title':'t','identifier':'"
                + from + "','uri':'u'},'destinationNodeURI':{'title':'t','identifier':'" + to + "','uri':'u'}}";
    }

    private static CaseImport graph(String items, String... edges) {
        return read("{" + DOC + ",'CFItems':[" + items + "],'CFAssociations':[" + String.join(",", edges) + "]}");
    }

    private static void noted(CaseImport read, CaseRule rule, Disposition disposition, String place) {
        assertThat(read.report().notes()).anySatisfy(note -> {
            assertThat(note.rule()).isEqualTo(rule);
            assertThat(note.disposition()).isEqualTo(disposition);
            assertThat(note.places()).contains(place);
        });
    }

    @Test
    void thereAreThirtyFiveDeviationsEachWithItsNumber() {
        List<String> ids = Arrays.stream(CaseRule.values()).map(CaseRule::id).toList();
        for (int i = 1; i <= 35; i++) {
            assertThat(ids).contains("CASE-DEV-%02d".formatted(i));
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(CaseRule.find(id)).isPresent());
    }

    @Test
    void dev01TheRootMayBeWrapped() {
        CaseImport read = read("{'CFPackage':{" + DOC + ",'ours':7},'beside':8}");
        noted(read, CaseRule.ROOT_WRAPPED, Disposition.NORMALISED, "/CFPackage");
        assertThat(read.content().others().values().keySet()).containsExactly("ours", "beside");
    }

    @Test
    void dev02ListsMayBeWrapped() {
        CaseImport read = read("{" + DOC + ",'CFItemSet':{'CFItems':[" + statement(I)
                + "]},'CFAssociationSet':{'CFAssociations':[" + edge(A, "isChildOf", I, D) + "]}}");
        noted(read, CaseRule.LIST_WRAPPED, Disposition.NORMALISED, "/CFItemSet");
        noted(read, CaseRule.LIST_WRAPPED, Disposition.NORMALISED, "/CFAssociationSet");
        assertThat(read.content().associations()).hasSize(1);
        assertThat(only(read).identifier()).isEqualTo(I);
    }

    @Test
    void dev03AListOfDocumentsMayBeBare() {
        CaseReader reader = CaseReader.withDefaults();
        CaseAnswer bare = reader.readDocuments(quoted("[{'sourcedId':'" + D + "','title':'T'}]"));
        CaseAnswer wrapped = reader.readDocuments(quoted("{'CFDocuments':[{'identifier':'" + D + "','title':'T'}]}"));
        assertThat(bare.objects()).isEqualTo(wrapped.objects()).hasSize(1);
        assertThat(bare.report().count(CaseRule.BARE_DOCUMENT_LIST)).isOne();
        assertThat(wrapped.report().count(CaseRule.BARE_DOCUMENT_LIST)).isZero();
    }

    @Test
    void dev04ASingleObjectMayBeWrapped() {
        CaseReader reader = CaseReader.withDefaults();
        CaseAnswer flat = reader.readObject(quoted("{'identifier':'" + D + "','title':'T'}"), CaseShape.DOCUMENT);
        CaseAnswer wrapped =
                reader.readObject(quoted("{'CFDocument':{'sourcedId':'" + D + "','title':'T'}}"), CaseShape.DOCUMENT);
        assertThat(wrapped.objects()).isEqualTo(flat.objects());
        assertThat(wrapped.report().count(CaseRule.OBJECT_WRAPPED)).isOne();
        assertThat(reader.readObject(quoted("{'CFItem':" + statement(I) + "}"), CaseShape.ITEM)
                        .objects())
                .containsExactly(only(read("{" + DOC + ",'CFItems':[" + statement(I) + "]}"))
                        .members());
    }

    @Test
    void dev05DefinitionsMayBeAnEmptyList() {
        CaseImport read = read("{" + DOC + ",'CFDefinitions':[]}");
        noted(read, CaseRule.DEFINITIONS_AS_LIST, Disposition.REJECTED, "/CFDefinitions");
        assertThat(read.content().definitions()).isEmpty();
    }

    @Test
    void dev06NullIsAsIfAbsent() {
        CaseImport read = withId("'notes':null,'subject':null,'ours':null");
        noted(read, CaseRule.EXPLICIT_NULL, Disposition.REJECTED, "/CFItems/0/notes");
        assertThat(read.report().count(CaseRule.EXPLICIT_NULL)).isEqualTo(3);
        assertThat(only(read)).isEqualTo(only(read("{" + DOC + ",'CFItems':[" + statement(I) + "]}")));
        assertThat(read("{" + DOC + ",'CFItems':null}").content().items()).isEmpty();
    }

    @Test
    void dev07SourcedIdIsTheIdentifier() {
        CaseImport read = item("'sourcedId':'" + I + "'");
        noted(read, CaseRule.SOURCED_ID, Disposition.NORMALISED, "/CFItems/0/sourcedId");
        assertThat(only(read).identifier()).isEqualTo(I);
        assertThat(read.content().findItem(I)).isPresent();
    }

    @Test
    void dev07ASourcedIdBesideTheIdentifierIsKept() {
        CaseImport read = item("'sourcedId':'x','identifier':'" + I + "'");
        assertThat(only(read).identifier()).isEqualTo(I);
        assertThat(only(read).unknown()).containsEntry("sourcedId", new Node.Text("x"));
    }

    @Test
    void dev08CapitalsArePutRight() {
        CaseImport read = withId("'HumanCodingScheme':'1.A'");
        noted(read, CaseRule.CAPITALS, Disposition.NORMALISED, "/CFItems/0/HumanCodingScheme");
        assertThat(only(read).humanCodingScheme()).contains("1.A");
    }

    @Test
    void dev09TheOldDialectOfOpenSaltIsRead() {
        CaseImport read = withId(
                "'educationalLevel':['06'],'CFItemAssociationURI':'http://x/y','CFDocumentURI':'http://x/" + D + "'");
        assertThat(read.report().count(CaseRule.OLD_OPENSALT)).isEqualTo(3);
        assertThat(only(read).educationLevel()).containsExactly("06");
        assertThat(only(read).documentUri().map(CaseLink::identifier)).contains(D);
        assertThat(only(read).documentUri().map(CaseLink::uri)).contains("http://x/" + D);
        assertThat(only(read).unknown()).containsKey("CFItemAssociationURI");
    }

    @Test
    void dev10OwnersWithinThePackageAreKept() {
        String link = "{'title':'t','identifier':'" + D + "','uri':'http://x/" + D + "'}";
        CaseImport read = read("{'CFDocument':{'identifier':'" + D + "','CFPackageURI':" + link
                + "},'CFItems':[{'identifier':'" + I + "','CFDocumentURI':" + link + "}]}");
        noted(read, CaseRule.OWNER_WITHIN_PACKAGE, Disposition.KEPT, "/CFDocument/CFPackageURI");
        noted(read, CaseRule.OWNER_WITHIN_PACKAGE, Disposition.KEPT, "/CFItems/0/CFDocumentURI");
        assertThat(read.content().document().packageUri().map(CaseLink::uri)).contains("http://x/" + D);
    }

    @Test
    void dev11LicenceMayBeSpeltTheBritishWay() {
        CaseImport read = withId("'licenceURI':{'title':'L','identifier':'" + J + "','uri':'u'}");
        noted(read, CaseRule.LICENCE_SPELLING, Disposition.NORMALISED, "/CFItems/0/licenceURI");
        assertThat(only(read).licenseUri().map(CaseLink::title)).contains("L");
    }

    @Test
    void dev12ATextMayStandForAList() {
        CaseImport read = withId("'subject':'Maths','educationLevel':'KG'");
        noted(read, CaseRule.TEXT_FOR_LIST, Disposition.NORMALISED, "/CFItems/0/subject");
        assertThat(only(read).subject()).containsExactly("Maths");
        assertThat(only(read).educationLevel()).containsExactly("KG");
    }

    @Test
    void dev13TheLinkToKeywordsMayBeAList() {
        CaseImport read = withId("'conceptKeywordsURI':[{'title':'k','identifier':'" + J + "','uri':'u'}]");
        noted(read, CaseRule.KEYWORDS_URI_AS_LIST, Disposition.NORMALISED, "/CFItems/0/conceptKeywordsURI");
        assertThat(only(read).conceptKeywordsUri().map(CaseLink::identifier)).contains(J);
        assertThat(withId("'conceptKeywordsURI':[{'uri':'u'},{'uri':'v'}]")
                        .report()
                        .count(CaseRule.UNEXPECTED_VALUE))
                .isOne();
    }

    @Test
    void dev14AnEndMayBeAPlainAddress() {
        CaseImport read = graph(
                statement(I),
                "{'identifier':'" + A + "','associationType':'isChildOf','originNodeURI':'http://x/" + I
                        + "','destinationNodeURI':'http://x/" + D + "'}");
        noted(read, CaseRule.END_AS_TEXT, Disposition.NORMALISED, "/CFAssociations/0/originNodeURI");
        assertThat(read.content().associations().get(0).origin().map(CaseLink::identifier))
                .contains(I);
        assertThat(read.report().count(CaseRule.DANGLING_END)).isZero();
    }

    @Test
    void dev15ASequenceNumberMayBeATextOrAFractionOrMissing() {
        for (String number : List.of("'3'", "3.0", "'3.0'", "0.3e1", "30e-1")) {
            CaseImport read = graph(
                    statement(I),
                    edge(A, "isChildOf", I, D)
                            .replace("'associationType'", "'sequenceNumber':" + number + ",'associationType'"));
            assertThat(read.content().associations().get(0).sequenceNumber()).contains(3);
            noted(read, CaseRule.SEQUENCE_NUMBER, Disposition.NORMALISED, "/CFAssociations/0/sequenceNumber");
        }
        for (String number : List.of("3.5", "'3.2'", "1e12")) {
            CaseImport read = graph(
                    statement(I),
                    edge(A, "isChildOf", I, D)
                            .replace("'associationType'", "'sequenceNumber':" + number + ",'associationType'"));
            noted(read, CaseRule.UNEXPECTED_VALUE, Disposition.KEPT, "/CFAssociations/0/sequenceNumber");
            assertThat(CaseWriter.asRead().write(read.content()))
                    .as("nothing of it is lost")
                    .contains(number.equals("1e12") ? "1000000000000" : number.replace('\'', '"'));
        }
        noted(
                graph(statement(I), edge(A, "isChildOf", I, D)),
                CaseRule.NO_SEQUENCE_NUMBER,
                Disposition.KEPT,
                "/CFAssociations/0");
    }

    @Test
    void dev16ADayMayHaveATime() {
        CaseImport read = withId("'statusStartDate':'2020-01-02T00:00:00Z'");
        noted(read, CaseRule.DATE_WITH_TIME, Disposition.NORMALISED, "/CFItems/0/statusStartDate");
        assertThat(only(read).statusStartDate()).contains("2020-01-02");
        for (String words : List.of("2020-01-01 until revoked by the board", "2020-01-01T", "2020-02-30T00:00:00Z")) {
            CaseImport kept = withId("'statusStartDate':'" + words + "'");
            noted(kept, CaseRule.UNEXPECTED_VALUE, Disposition.KEPT, "/CFItems/0/statusStartDate");
            assertThat(only(kept).statusStartDate()).contains(words);
        }
    }

    @Test
    void aDayOrMomentOrWordThatCannotBeIsKeptAndNoted() {
        for (String member : List.of(
                "'statusEndDate':'abcd-ef-gh'",
                "'statusEndDate':'2021-02-29'",
                "'lastChangeDateTime':'fooZ'",
                "'lastChangeDateTime':'2020-99-99T99:99:99Z'",
                "'lastChangeDateTime':'2020-99-99T99:99:99'",
                "'lastChangeDateTime':'+12020-01-01T00:00:00Z'",
                "'lastChangeDateTime':'2020-01-01T00:00:00+01:00:30'",
                "'lastChangeDateTime':'2020-01-01T00:00:00.Z'")) {
            CaseImport read = withId(member);
            assertThat(read.report().count(CaseRule.UNEXPECTED_VALUE))
                    .as(member)
                    .isOne();
            assertThat(CaseWriter.strict()
                            .check(read.content())
                            .outcomes()
                            .get(CaseExportReport.Outcome.INVALID)
                            .places())
                    .as(member)
                    .anySatisfy(place -> assertThat(place).containsPattern("is not a (day|moment)"));
        }
        for (String right : List.of(
                "'statusEndDate':'2024-02-29'",
                "'lastChangeDateTime':'2020-01-01T23:59:60Z'",
                "'lastChangeDateTime':'2020-01-01T00:00:00.123456789123-11:30'")) {
            assertThat(withId(right).report().count(CaseRule.UNEXPECTED_VALUE))
                    .as(right)
                    .isZero();
        }
        CaseImport words = read("{'CFDocument':{'identifier':'" + D + "','title':'T','caseVersion':'1.0'},"
                + "'CFAssociations':[{'identifier':'" + A + "','associationType':'precedes','sequenceNumber':1,"
                + "'originNodeURI':{'title':'t','identifier':'x','uri':'u','targetType':'case'}}]}");
        assertThat(words.report().places(CaseRule.UNEXPECTED_VALUE))
                .containsExactly("/CFDocument/caseVersion", "/CFAssociations/0/originNodeURI/targetType");
    }

    @Test
    void dev17AMomentWithoutOffsetIsUtc() {
        CaseImport read = withId("'lastChangeDateTime':'2017-05-25T18:05:33'");
        noted(read, CaseRule.NO_OFFSET, Disposition.NORMALISED, "/CFItems/0/lastChangeDateTime");
        assertThat(only(read).lastChangeDateTime()).contains("2017-05-25T18:05:33Z");
    }

    @Test
    void dev18AScoreMayBeWholeOrNot() {
        CaseImport read = read("{" + DOC + ",'CFRubrics':[{'identifier':'" + I + "','CFRubricCriteria':[{'weight':1.5,"
                + "'CFRubricCriterionLevels':[{'score':4.0},{'score':3},{'score':'2'}]}]}]}");
        assertThat(read.report().count(CaseRule.NUMBER_FORM)).isEqualTo(2);
        assertThat(read.report().places(CaseRule.NUMBER_FORM))
                .contains("/CFRubrics/0/CFRubricCriteria/0/CFRubricCriterionLevels/0/score");
        assertThat(read.content().rubrics().get(0).criteria().get(0).levels())
                .extracting(level -> level.score().orElseThrow().toPlainString())
                .containsExactly("4", "3", "2");
    }

    @Test
    void dev19UpperCaseUuidsBecomeLowerCaseAndOtherVersionsAreKept() {
        String upper = "ABCDEF00-0000-4000-8000-000000000001";
        CaseImport read = graph(statement(upper), edge(A, "isChildOf", upper, D));
        noted(read, CaseRule.UPPER_CASE_UUID, Disposition.NORMALISED, "/CFItems/0/identifier");
        assertThat(only(read).identifier()).isEqualTo("abcdef00-0000-4000-8000-000000000001");
        assertThat(read.report().count(CaseRule.DANGLING_END)).isZero();
        noted(
                item("'identifier':'00000000-0000-7000-8000-000000000001'"),
                CaseRule.UNUSUAL_UUID,
                Disposition.KEPT,
                "/CFItems/0/identifier");
    }

    @Test
    void dev20ThePackageMayHaveAnotherIdentifierThanTheDocument() {
        CaseImport read = read("{'CFDocument':{'identifier':'" + D + "','CFPackageURI':{'title':'t','identifier':'" + J
                + "','uri':'http://x/pkg/" + J + "'}}}");
        noted(read, CaseRule.PACKAGE_NOT_DOCUMENT, Disposition.KEPT, "/CFDocument/CFPackageURI");
        assertThat(read.content().document().packageUri().map(CaseLink::uri)).contains("http://x/pkg/" + J);
    }

    @Test
    void dev21TheIdentifierCountsNotTheAddress() {
        CaseImport read = withId("'uri':'http://x/" + J + "'");
        noted(read, CaseRule.ADDRESS_OF_ANOTHER, Disposition.KEPT, "/CFItems/0/uri");
        assertThat(only(read).uri()).isEqualTo("http://x/" + J);
        assertThat(read.content().findItem(I)).isPresent();
        assertThat(read.content().findItem(J)).isEmpty();
    }

    @Test
    void dev22AnAddressMayLackASlash() {
        CaseImport read = withId("'uri':'http://x/CFItems" + I + "'");
        noted(read, CaseRule.NO_SLASH, Disposition.KEPT, "/CFItems/0/uri");
        assertThat(only(read).uri()).isEqualTo("http://x/CFItems" + I);
        assertThat(Repairs.link("http://x/CFItems" + I).identifier()).isEqualTo(I);
    }

    @Test
    void dev24TopItemsMayLackAnEdgeToTheDocument() {
        CaseImport read = graph(statement(I) + "," + statement(J), edge(A, "isChildOf", I, D));
        noted(read, CaseRule.NO_EDGE_TO_DOCUMENT, Disposition.KEPT, "/CFItems/1");
        assertThat(read.report().count(CaseRule.NO_EDGE_TO_DOCUMENT)).isOne();
        assertThat(read.content().toFramework(EntryId.of("f")).listRoots()).hasSize(2);
    }

    @Test
    void dev25SeveralParentsAreKeptAndTheFirstCounts() {
        String k = "00000000-0000-4000-8000-000000000003";
        CaseImport read = graph(
                statement(I) + "," + statement(J) + "," + statement(k),
                edge(A, "isChildOf", k, I),
                edge(B, "isChildOf", k, J));
        noted(read, CaseRule.SEVERAL_PARENTS, Disposition.KEPT, "/CFAssociations/1");
        assertThat(read.content().graph().parents(2)).containsExactly(0, 1);
        assertThat(read.content()
                        .toFramework(EntryId.of("f"))
                        .getStandard(StandardId.of(k))
                        .parent())
                .contains(StandardId.of(I));
        assertThatThrownBy(() -> CaseReader.withDefaults()
                        .refusing(CaseRule.SEVERAL_PARENTS)
                        .read(CaseWriter.asRead().write(read.content())))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("CASE-DEV-25");
    }

    @Test
    void dev25CirclesAreKeptAndReported() {
        CaseImport read =
                graph(statement(I) + "," + statement(J), edge(A, "isChildOf", I, J), edge(B, "isChildOf", J, I));
        assertThat(read.report().places(CaseRule.CIRCLE)).containsExactly("/CFItems/0", "/CFItems/1");
        assertThat(read.content().associations()).hasSize(2);
    }

    @Test
    void dev25OrphansAreKeptAndReported() {
        CaseImport read = graph(statement(I), edge(A, "isChildOf", I, J));
        noted(read, CaseRule.ORPHAN, Disposition.KEPT, "/CFItems/0");
        assertThat(read.content().associations()).hasSize(1);
    }

    @Test
    void dev26EndsOutsideThePackageAreKept() {
        CaseImport read = graph(statement(I), edge(A, "exactMatchOf", I, J), edge(B, "isRelatedTo", "http://x", I));
        noted(read, CaseRule.DANGLING_END, Disposition.KEPT, "/CFAssociations/0");
        noted(read, CaseRule.DANGLING_END, Disposition.KEPT, "/CFAssociations/1");
        assertThat(read.content().toFramework(EntryId.of("f")).associations()).hasSize(2);
    }

    @Test
    void dev27PlaceholderTitlesAreKept() {
        CaseImport read =
                graph(statement(I), edge(A, "isChildOf", I, D).replaceFirst("'title':'t'", "'title':'Origin'"));
        noted(read, CaseRule.PLACEHOLDER_TITLE, Disposition.KEPT, "/CFAssociations/0/originNodeURI/title");
        assertThat(read.content().associations().get(0).origin().map(CaseLink::title))
                .contains("Origin");
    }

    @Test
    void dev28TypesOfAssociationsAreRecognised() {
        for (String type : List.of("child", "is_child_of", "Is Child Of", "ischildof")) {
            CaseImport read = graph(statement(I) + "," + statement(J), edge(A, type, I, J));
            noted(read, CaseRule.ASSOCIATION_TYPE, Disposition.NORMALISED, "/CFAssociations/0/associationType");
            assertThat(read.content().associations().get(0).associationType()).isEqualTo("isChildOf");
            assertThat(read.content().graph().parents(0)).containsExactly(1);
        }
    }

    @Test
    void dev29AnEmptyStatementIsKeptAndTheLabelStandsIn() {
        CaseImport read = read("{" + DOC + ",'CFItems':[{'identifier':'" + I
                + "','fullStatement':' ','alternativeLabel':'Tens'},{'identifier':'" + J + "'}]}");
        noted(read, CaseRule.EMPTY_STATEMENT, Disposition.KEPT, "/CFItems/0/fullStatement");
        assertThat(read.report().count(CaseRule.EMPTY_STATEMENT)).isEqualTo(2);
        assertThat(read.content().toFramework(EntryId.of("f")).items().get(0).statement())
                .isEqualTo("Tens");
    }

    @Test
    void dev30MarkupIsKept() {
        for (String statement : List.of("**Tens**", "a <em>b</em>", "\\\\(x^2\\\\)", "costs $5")) {
            CaseImport read =
                    read("{" + DOC + ",'CFItems':[{'identifier':'" + I + "','fullStatement':'" + statement + "'}]}");
            noted(read, CaseRule.MARKUP, Disposition.KEPT, "/CFItems/0/fullStatement");
            assertThat(only(read).fullStatement()).isEqualTo(statement.replace("\\\\", "\\"));
        }
    }

    @Test
    void dev31CodesMayStandTwiceAndTypesBeMissing() {
        String code = ",'humanCodingScheme':'1.A'}";
        CaseImport read = read("{" + DOC + ",'CFItems':[" + statement(I).replace("}", code) + ","
                + statement(J).replace("}", code) + "," + statement(A) + "]}");
        noted(read, CaseRule.CODE_TWICE, Disposition.KEPT, "/CFItems/1/humanCodingScheme");
        noted(read, CaseRule.NO_CODE, Disposition.KEPT, "/CFItems/2");
        assertThat(read.report().count(CaseRule.NO_TYPE)).isEqualTo(3);
        assertThat(read.content().toFramework(EntryId.of("f")).listByCode("1.A"))
                .hasSize(2);
    }

    @Test
    void dev32GradeBandsAndKindergartenAreGrades() {
        CaseImport read = withId("'educationLevel':['09','10','11','12']");
        noted(read, CaseRule.GRADE_BAND, Disposition.KEPT, "/CFItems/0/educationLevel");
        assertThat(read.content().toFramework(EntryId.of("f")).items().get(0).grades())
                .containsExactly(GradeLevel.of(9), GradeLevel.of(10), GradeLevel.of(11), GradeLevel.of(12));
        assertThat(withId("'educationLevel':['KG']")
                        .content()
                        .toFramework(EntryId.of("f"))
                        .items()
                        .get(0)
                        .grades())
                .containsExactly(GradeLevel.KINDERGARTEN);
        assertThat(withId("'educationLevel':['09,10']")
                        .content()
                        .toFramework(EntryId.of("f"))
                        .items()
                        .get(0)
                        .grades())
                .containsExactly(GradeLevel.of(9), GradeLevel.of(10));
    }

    @Test
    void dev33ATypeMayBeGivenInWordsOnly() {
        CaseImport read = withId("'CFItemType':'Cluster'");
        noted(read, CaseRule.TYPE_WITHOUT_LINK, Disposition.KEPT, "/CFItems/0/CFItemType");
        assertThat(only(read).itemType()).contains("Cluster");
        assertThat(read.report().count(CaseRule.NO_TYPE)).isZero();
    }

    @Test
    void dev34AStatusInPlaceOfAPackageIsNamed() {
        String status = "{'imsx_codeMajor':'failure','imsx_severity':'error','imsx_codeMinor':{'imsx_codeMinorField':["
                + "{'imsx_codeMinorFieldName':'sourcedId','imsx_codeMinorFieldValue':'forbidden'}]}}";
        assertThatThrownBy(() -> read(status))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.status"))
                .hasMessageContaining("CASE-DEV-34")
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> CaseReader.withDefaults().readDocuments(quoted(status)))
                .hasMessageContaining("forbidden");
    }

    @Test
    void dev35AStubIsRefused() {
        assertThatThrownBy(() -> read("{'status':'not_found'}"))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.notAPackage"))
                .hasMessageContaining("CASE-DEV-35");
    }

    @Test
    void aReportCountsExactlyAndNamesAFewPlaces() {
        String items = String.join(
                ",",
                Stream.iterate(1, i -> i + 1)
                        .limit(25)
                        .map(i -> "{'sourcedId':'00000000-0000-4000-8000-0000000001%02d'}".formatted(i))
                        .toList());
        CaseImportReport report = CaseReader.withDefaults()
                .withLimits(CaseLimits.builder().maxExamples(3).build())
                .read(quoted("{" + DOC + ",'CFItems':[" + items + "]}"))
                .report();
        assertThat(report.count(CaseRule.SOURCED_ID)).isEqualTo(25);
        assertThat(report.places(CaseRule.SOURCED_ID)).hasSize(3);
        assertThat(report.account().of(Disposition.NORMALISED)).isEqualTo(25);
        assertThat(report.toString()).contains("CASE-DEV-07 NORMALISED 25 times, first at /CFItems/0/sourcedId");
    }

    @Test
    void whatIsSetAsideIsCountedAsSetAside() {
        CaseImport read = read("{" + DOC + ",'CFItems':[" + statement(I) + "," + statement(I) + "]}");
        noted(read, CaseRule.IDENTITY_TWICE, Disposition.QUARANTINED, "/CFItems/1");
        assertThat(read.report().account().of(Disposition.QUARANTINED)).isEqualTo(2);
        assertThat(CaseMember.find("identifier")).contains(CaseMember.IDENTIFIER);
    }
}

package org.iltlib.exchange.casenetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/** Texts of odd shape: wrappers within wrappers, names in other capitals, what is no JSON, and where it all stands. */
class CaseOddTextTest {
    private static final String D = "00000000-0000-4000-8000-00000000000d";
    private static final String I = "00000000-0000-4000-8000-000000000001";
    private static final String J = "00000000-0000-4000-8000-000000000002";
    private static final String A = "00000000-0000-4000-8000-00000000000a";
    private static final String DOC = "'CFDocument':{'identifier':'" + D + "','title':'T'}";

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static CaseImport read(String json) {
        CaseImport read = CaseReader.withDefaults().read(quoted(json));
        for (CaseWriter writer :
                List.of(CaseWriter.asRead(), CaseWriter.strict().allowingLoss())) {
            if (writer.check(read.content()).outcomes().isEmpty()) {
                assertThat(CaseReader.withDefaults()
                                .read(writer.write(read.content()))
                                .content())
                        .isEqualTo(read.content());
            }
        }
        assertThat(CaseReader.withDefaults()
                        .read(CaseWriter.asRead().write(read.content()))
                        .content())
                .as("reading what was written")
                .isEqualTo(read.content());
        return read;
    }

    private static String item(String id) {
        return "{'identifier':'" + id + "','fullStatement':'S'}";
    }

    private static String edge(String id, String from, String to) {
        return "{'identifier':'" + id
                + "','associationType':'isChildOf','sequenceNumber':1,'originNodeURI':{'title':'t',"
                + "'identifier':'" + from + "','uri':'u'},'destinationNodeURI':{'title':'t','identifier':'" + to
                + "','uri':'u'}}";
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String json, String code) {
        return assertThatThrownBy(() -> CaseReader.withDefaults().read(quoted(json)))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void whatStandsInARenamedMemberIsPutRightToo() {
        String upper = "ABCDEF00-0000-4000-8000-000000000001";
        String lower = upper.toLowerCase(java.util.Locale.ROOT);
        CaseImport read = read("{" + DOC + ",'CFItems':[" + item(lower) + "],'CFAssociations':[{'identifier':'" + A
                + "','associationType':'isChildOf','sequenceNumber':1,'OriginNodeURI':{'title':'t','sourcedId':'"
                + upper
                + "','uri':'u','x':null},'destinationNodeURI':{'title':'t','identifier':'" + D + "','uri':'u'}}]}");
        assertThat(read.content().associations().get(0).origin().map(CaseLink::identifier))
                .contains(lower);
        assertThat(read.report().count(CaseRule.DANGLING_END)).isZero();
        assertThat(read.report().count(CaseRule.NO_EDGE_TO_DOCUMENT)).isZero();
        assertThat(read.report().places(CaseRule.UPPER_CASE_UUID))
                .containsExactly("/CFAssociations/0/OriginNodeURI/sourcedId");
        assertThat(read.report().places(CaseRule.EXPLICIT_NULL)).containsExactly("/CFAssociations/0/OriginNodeURI/x");
        assertThat(read.report().account().of(Disposition.NORMALISED)).isEqualTo(3);
        assertThat(read.report().account().total()).isEqualTo(14);
    }

    @Test
    void whatStandsInAListOfOneOrARenamedListIsPutRightToo() {
        String upper = "ABCDEF00-0000-4000-8000-000000000001";
        CaseImport read = read("{" + DOC + ",'CFItems':[{'identifier':'" + I + "','fullStatement':'S',"
                + "'conceptKeywordsURI':[{'title':'t','identifier':'" + upper + "','uri':'u'}]}],"
                + "'CFDefinitions':{'cfItemTypes':[{'sourcedId':'" + upper + "','description':null,'title':'T'}]}}");
        assertThat(read.report().places(CaseRule.UPPER_CASE_UUID))
                .containsExactly(
                        "/CFItems/0/conceptKeywordsURI/0/identifier", "/CFDefinitions/cfItemTypes/0/sourcedId");
        assertThat(read.content()
                        .definitions()
                        .orElseThrow()
                        .itemTypes()
                        .get(0)
                        .members()
                        .values())
                .containsEntry("identifier", new Node.Text(upper.toLowerCase(java.util.Locale.ROOT)))
                .doesNotContainKeys("description", "sourcedId");
        assertThat(read.content().items().get(0).members().find("conceptKeywordsURI"))
                .isPresent();
        assertThat(read.report().account().total()).isEqualTo(10);
    }

    @Test
    void anotherUnicodeThanUtf8IsRefused() {
        String text = quoted("{" + DOC + ",'CFItems':[" + item(I) + "," + item(J) + "]}");
        for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE")) {
            byte[] bytes = text.getBytes(Charset.forName(name));
            assertThatThrownBy(() -> CaseReader.withDefaults().read(new ByteArrayInputStream(bytes)))
                    .as(name)
                    .isInstanceOfSatisfying(
                            ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.syntax"))
                    .hasMessageContaining("not in UTF-8");
        }
        byte[] short1 = "{".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CaseReader.withDefaults().read(new ByteArrayInputStream(short1)))
                .isInstanceOf(ExchangeException.class);
    }

    @Test
    void aMemberThatWasNullMayNotComeAgain() {
        String start = "{" + DOC + ",'CFItems':[{'identifier':'" + I + "','fullStatement':'S'";
        refused(start + ",'notes':null".repeat(200) + "}]}", "case.duplicate");
        refused(start + ",'notes':null,'notes':'x'}]}", "case.duplicate");
        assertThat(read("{" + DOC + ",'CFItems':[{'identifier':null,'sourcedId':'" + I + "','fullStatement':'S'}]}")
                        .content()
                        .items())
                .extracting(CaseItem::identifier)
                .containsExactly(I);
    }

    @Test
    void anAnswerHoldsAllThatStandsInIt() {
        CaseReader reader = CaseReader.withDefaults();
        String document = "{'identifier':'" + D + "','title':'T'}";
        CaseAnswer answer = reader.readDocuments(quoted("{'CFDocuments':[" + document + "],'total':7}"));
        assertThat(answer.objects()).hasSize(1);
        assertThat(answer.others()).isEqualTo(new Node.Fields(java.util.Map.of("total", Node.Numeral.of(7L))));
        assertThatThrownBy(() -> reader.readDocuments(
                        quoted("{'CFDocuments':[" + document + "],'CFDocuments':[" + document + "]}")))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.duplicate"));
        for (String more : List.of("[" + document + "] x", "[" + document + "] []", "{'CFDocuments':[]} 1")) {
            assertThatThrownBy(() -> reader.readDocuments(quoted(more)))
                    .as(more)
                    .isInstanceOfSatisfying(
                            ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.syntax"));
        }
        assertThatThrownBy(() -> reader.readObject(quoted(item(I)) + "{}", CaseShape.ITEM))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.syntax"));
        assertThatThrownBy(() -> reader.readObject(quoted("{'identifier':'x','notes':'\\ud800'}"), CaseShape.ITEM))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.syntax"));
        assertThatThrownBy(() -> reader.readObject(quoted("{'identifier':'x','y':1e99999999999}"), CaseShape.ITEM))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.limit"));
        assertThat(reader.readObject(quoted("{'CFItem':" + item(I).replace("}", ",'x':1}") + "}"), CaseShape.ITEM)
                        .report()
                        .places(CaseRule.UNKNOWN_MEMBER))
                .containsExactly("/CFItem/x");
    }

    @Test
    void wrappersMayHoldMoreAndInOtherCapitals() {
        assertThat(read("{" + DOC + ",'CFItemSet':{'cfItems':[" + item(I) + "]}}")
                        .content()
                        .items())
                .hasSize(1);
        CaseImport both = read("{" + DOC + ",'CFItemSet':{'identifier':'a','CFItems':[" + item(I)
                + "]},'CFAssociationSet':{'identifier':'b','CFAssociations':null}}");
        assertThat(both.content().others().values().keySet()).containsExactly("CFItemSet", "CFAssociationSet");
        assertThat(both.report().account().total()).isEqualTo(7);
        assertThat(both.report().places(CaseRule.EXPLICIT_NULL)).containsExactly("/CFAssociationSet/CFAssociations");
        CaseImport beside = read("{'status':'ok','CFPackage':{" + DOC + ",'status':'x'},'more':1}");
        assertThat(beside.content().others().values())
                .containsEntry("status", new Node.Text("x"))
                .containsEntry("status (beside CFPackage)", new Node.Text("ok"))
                .containsEntry("more", Node.Numeral.of(1L));
        refused("{" + DOC + ",'CFItems':[],'CFItems':[]}", "case.duplicate");
        refused("{" + DOC + ",'CFItems':[],'cfItems':[]}", "case.duplicate");
        refused("{" + DOC + ",'CFItemSet':{'CFItems':[],'CFItems':[]}}", "case.duplicate");
        refused("{" + DOC + ",'x':1,'x':2}", "case.duplicate");
    }

    @Test
    void pointersLeadIntoTheTextThatWasRead() {
        CaseImport read = read("{'CFPackage':{" + DOC + ",'CFItems':[{'fullStatement':'no id'}," + item(I) + ","
                + item(J).replace("}", ",'a/b~c':1}") + "," + item(J) + "],'CFAssociations':[{'x':1},"
                + edge(A, J, J) + "],'a/b~c':1}}");
        assertThat(read.report().places(CaseRule.CIRCLE)).containsExactly("/CFPackage/CFItems/2");
        assertThat(read.report().places(CaseRule.NO_EDGE_TO_DOCUMENT)).containsExactly("/CFPackage/CFItems/1");
        assertThat(read.report().places(CaseRule.UNKNOWN_MEMBER))
                .containsExactly("/CFPackage/CFItems/2/a~1b~0c", "/CFPackage/CFAssociations/0/x", "/CFPackage/a~1b~0c");
        CaseImport two = read("{" + DOC + ",'CFItemSet':{'CFItems':[{'x':1}," + item(I) + "]},'CFItems':[5," + item(J)
                + "],'CFAssociations':[1,2," + edge(A, "elsewhere", I) + "]}");
        assertThat(two.report().places(CaseRule.NO_EDGE_TO_DOCUMENT))
                .containsExactly("/CFItemSet/CFItems/1", "/CFItems/1");
        assertThat(two.report().places(CaseRule.DANGLING_END)).containsExactly("/CFAssociations/2");
    }

    @Test
    void whatIsNoJsonBetweenObjectsIsRefused() {
        for (String between : List.of(" ", "", "\u0001,", ",\u0001", "\f,", ",,")) {
            for (String before : List.of("", "5,", item(A) + ",")) {
                refused("{" + DOC + ",'CFItems':[" + before + item(I) + between + item(J) + "]}", "case.syntax");
            }
        }
        refused("{" + DOC + ",'CFItems':[" + item(I) + "\u0001]}", "case.syntax");
        refused("{" + DOC + ",'CFItems':[" + item(I) + "}", "case.syntax");
    }
}

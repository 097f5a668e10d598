package org.iltlib.exchange.casenetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.iltlib.exchange.SharedFolder;
import org.iltlib.exchange.casenetwork.CaseExportReport.Outcome;
import org.iltlib.exchange.casenetwork.model.CaseLink;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

class CaseWriterTest {
    private static final String D = "00000000-0000-4000-8000-00000000000d";
    private static final String I = "00000000-0000-4000-8000-000000000001";
    private static final String A = "00000000-0000-4000-8000-00000000000a";
    private static final String L = "00000000-0000-4000-8000-00000000000f";
    private static final String WHEN = "'lastChangeDateTime':'2026-08-01T00:00:00Z'";

    private static String link(String title, String id, String uri) {
        return "{'title':'" + title + "','identifier':'" + id + "','uri':'" + uri + "'}";
    }

    /** A package in which everything is that some writers lose, and everything that only version 1.1 has. */
    private static CasePackage full() {
        String json = "{'CFDocument':{'identifier':'" + D + "','uri':'https://elsewhere/doc','creator':'c','title':'T',"
                + WHEN + ",'caseVersion':'1.1','frameworkType':'f','CFPackageURI':"
                + link("The package", L, "https://elsewhere/p?x=1") + "},"
                + "'CFItems':[{'identifier':'" + I + "','uri':'urn:item:1','fullStatement':'S'," + WHEN
                + ",'subject':['Maths'],'CFDocumentURI':" + link("The document", D, "https://elsewhere/d2")
                + ",'licenseURI':" + link("Free", L, "https://elsewhere/licence") + ",'ours':{'a':[1,null]}}],"
                + "'CFAssociations':[{'identifier':'" + A + "','uri':'urn:a','associationType':'isTranslationOf',"
                + WHEN
                + ",'notes':'n','originNodeURI':" + link("One", I, "urn:x") + ",'destinationNodeURI':"
                + link("Two", "not a uuid", "urn:y").replace("}", ",'targetType':'ext:book'}") + "}],"
                + "'CFRubrics':[{'identifier':'" + L + "','uri':'urn:r'," + WHEN
                + ",'CFRubricCriteria':[{'identifier':'"
                + L + "','uri':'urn:c'," + WHEN + ",'CFItemURI':" + link("Real title", I, "urn:denormalised")
                + ",'weight':0.5,'CFRubricCriterionLevels':[{'identifier':'" + L + "','uri':'urn:l'," + WHEN
                + ",'score':4}]}]}],'extensions':{'x':1},'beside':true}";
        return CaseReader.withDefaults().read(json.replace('\'', '"')).content();
    }

    private static CasePackage again(CaseWriter writer, CasePackage content) {
        return CaseReader.withDefaults().read(writer.write(content)).content();
    }

    @Test
    void lossAAddressesOfItemsAndLinksStayAsTheyAre() {
        CasePackage again = again(CaseWriter.strict(), full());
        assertThat(again.items().get(0).uri()).isEqualTo("urn:item:1");
        assertThat(again.associations().get(0).origin().map(CaseLink::uri)).contains("urn:x");
        assertThat(again.document().uri()).isEqualTo("https://elsewhere/doc");
    }

    @Test
    void lossBTheDocumentOfAnItemStays() {
        assertThat(again(CaseWriter.strict(), full())
                        .items()
                        .get(0)
                        .documentUri()
                        .map(CaseLink::uri))
                .contains("https://elsewhere/d2");
    }

    @Test
    void lossCWholeScoresStayWhole() {
        assertThat(CaseWriter.strict().write(full())).contains("\"score\":4}").contains("\"weight\":0.5");
    }

    @Test
    void lossDThePackageOfTheDocumentStays() {
        assertThat(again(CaseWriter.strict(), full()).document().packageUri().map(CaseLink::identifier))
                .contains(L);
    }

    @Test
    void lossETitlesOfLinksStay() {
        CasePackage again = again(CaseWriter.strict(), full());
        assertThat(again.associations().get(0).origin().map(CaseLink::title)).contains("One");
        assertThat(again.items().get(0).licenseUri().map(CaseLink::title)).contains("Free");
    }

    @Test
    void lossFTheAddressOfACriterionsItemStays() {
        assertThat(again(CaseWriter.strict(), full())
                        .rubrics()
                        .get(0)
                        .criteria()
                        .get(0)
                        .itemUri()
                        .map(CaseLink::uri))
                .contains("urn:denormalised");
    }

    @Test
    void lossGTheAddressOfThePackageIsNotBuiltAnew() {
        assertThat(again(CaseWriter.strict(), full()).document().packageUri().map(CaseLink::uri))
                .contains("https://elsewhere/p?x=1");
    }

    @Test
    void strictly11NothingAtAllIsLost() {
        CasePackage full = full();
        assertThat(again(CaseWriter.strict(), full)).isEqualTo(full);
        assertThat(again(CaseWriter.asRead(), full)).isEqualTo(full);
        CaseExportReport report = CaseWriter.strict().check(full);
        assertThat(report.count(Outcome.MOVED)).isEqualTo(4);
        assertThat(report.problems(Outcome.MOVED))
                .contains("/CFItems/0/ours goes under extensions", "/beside goes under extensions");
        assertThat(report.count(Outcome.LEFT_OUT)).isZero();
    }

    @Test
    void strictly10WhatCannotBeSaidIsReportedNeverDroppedSilently() {
        assertThatThrownBy(() -> CaseWriter.strict(CaseVersion.V1_0).write(full()))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        e -> assertThat(e.problems())
                                .contains(
                                        "/CFDocument/caseVersion is not a member in CASE 1.0",
                                        "/CFDocument/frameworkType is not a member in CASE 1.0",
                                        "/CFItems/0/subject is not a member in CASE 1.0",
                                        "/CFItems/0/ours is not a member in CASE 1.0",
                                        "/CFAssociations/0 has a type that CASE 1.0 does not have",
                                        "/extensions is not a member in CASE 1.0",
                                        "/beside is not a member in CASE 1.0"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaseExportReport report =
                CaseWriter.strict(CaseVersion.V1_0).allowingLoss().write(full(), out);
        assertThat(report.count(Outcome.LEFT_OUT)).isEqualTo(9);
        CasePackage again = CaseReader.withDefaults()
                .read(new ByteArrayInputStream(out.toByteArray()))
                .content();
        assertThat(again.associations()).isEmpty();
        assertThat(CaseWriter.strict(CaseVersion.V1_0).check(again).isClean()).isTrue();
    }

    @Test
    void everyRequiredMemberIsRequired() {
        for (CaseMember member : CaseShape.ITEM.required()) {
            Node.Fields item = full().items().get(0).members();
            Strictness strictness = new Strictness(CaseVersion.V1_1);
            strictness.object(CaseShape.ITEM, item.without(member.memberName()), "/i");
            assertThat(strictness.report().problems(Outcome.INVALID))
                    .containsExactly("/i/" + member.memberName() + " is missing");
        }
    }

    @Test
    void wrongFormsAreFound() {
        String json = "{'CFDocument':{'identifier':'" + D + "','uri':' ','creator':1,'title':'T',"
                + "'lastChangeDateTime':'yesterday','caseVersion':'2.0','statusStartDate':'2026-13-01','subject':[1],"
                + "'licenseURI':5,'subjectURI':[7]},'CFAssociations':[{'identifier':'" + A
                + "','uri':'u','associationType':'loves','sequenceNumber':99999999999,'originNodeURI':{'targetType':'x'}}]}";
        CasePackage content =
                CaseReader.withDefaults().read(json.replace('\'', '"')).content();
        assertThat(CaseWriter.strict().check(content).problems(Outcome.INVALID))
                .contains(
                        "/CFDocument/uri is not an address",
                        "/CFDocument/creator is not a text",
                        "/CFDocument/lastChangeDateTime is not a moment with its offset",
                        "/CFDocument/caseVersion is not 1.1",
                        "/CFDocument/statusStartDate is not a day",
                        "/CFDocument/subject is not a list of texts",
                        "/CFDocument/subjectURI/0 is not an object",
                        "/CFAssociations/0/associationType is not a type of associations",
                        "/CFAssociations/0/sequenceNumber is not a whole number of 32 bits",
                        "/CFAssociations/0/originNodeURI/targetType is neither CASE nor ext: and a name",
                        "/CFAssociations/0/destinationNodeURI is missing");
    }

    /** Held against 1EdTech's own JSON Schema, which is read in place. */
    @Test
    void whatIsWrittenStrictlyIsValidByTheOfficialSchema() throws Exception {
        OfficialSchema schema = OfficialSchema.read(
                SharedFolder.path("curriculum/case-spec-reference/case-v1p1-cfpackage.official.schema.json"));
        assertThat(schema.problems(CanonicalJson.read(CaseWriter.strict().write(full()))))
                .isEmpty();
        Path file = SharedFolder.path("curriculum/case/ccss-math-2010.json");
        CasePackage ccss = CaseReader.withDefaults().read(file).content();
        Set<String> found = Set.copyOf(CaseWriter.strict().check(ccss).problems(Outcome.INVALID));
        assertThat(found).isEmpty();
        Node written = CanonicalJson.read(CaseWriter.strict().write(ccss));
        assertThat(schema.problems(written)).isEmpty();
        assertThat(CaseReader.withDefaults()
                        .read(CaseWriter.strict().write(ccss))
                        .content())
                .isEqualTo(ccss);
        assertThat(schema.problems(((Node.Fields) written).without("CFDocument")))
                .as("the schema does find something")
                .containsExactly("/CFDocument: missing");
    }

    /** The shapes here and in the published schema name the same members. */
    @Test
    void theShapesAreThoseOfTheOfficialSchema() throws Exception {
        Node.Fields schema = (Node.Fields) CanonicalJson.read(Files.readString(
                SharedFolder.path("curriculum/case-spec-reference/case-v1p1-cfpackage.official.schema.json")));
        Node.Fields definitions = (Node.Fields) schema.find("$defs").orElseThrow();
        for (CaseShape shape : CaseShape.values()) {
            String name = shape.typeName().replaceFirst("CF(Document|Item|Association)$", "CFPckg$1");
            Node.Fields one = shape == CaseShape.PACKAGE
                    ? schema
                    : (Node.Fields) definitions.find(name).orElseThrow();
            Node.Fields properties = (Node.Fields) one.find("properties").orElseThrow();
            for (CaseMember member : CaseMember.values()) {
                assertThat(shape.has(member, CaseVersion.V1_1))
                        .as(shape + " " + member)
                        .isEqualTo(properties.values().containsKey(member.memberName()));
            }
            Set<String> required = one.find("required").stream()
                    .flatMap(node -> ((Node.Items) node).values().stream())
                    .map(node -> ((Node.Text) node).value())
                    .collect(java.util.stream.Collectors.toSet());
            assertThat(Set.copyOf(CaseMember.names(shape.required().toArray(CaseMember[]::new))))
                    .as(shape.toString())
                    .isEqualTo(required);
        }
    }

    @Test
    void aPackedFileIsReadAsItself() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            CaseWriter.asRead().write(full(), packed);
        }
        assertThat(CaseReader.withDefaults()
                        .read(new ByteArrayInputStream(out.toByteArray()))
                        .content())
                .isEqualTo(full());
    }

    @Test
    void theFixturesSurviveWritingStrictlyWhereTheyAreSound() throws Exception {
        int strict = 0;
        try (Stream<Path> paths = Files.walk(SharedFolder.path("curriculum/case"))) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                CasePackage first = CaseReader.withDefaults().read(path).content();
                if (CaseWriter.strict().check(first).count(Outcome.INVALID) == 0) {
                    assertThat(again(CaseWriter.strict(), first))
                            .as(path.toString())
                            .isEqualTo(first);
                    strict++;
                }
            }
        }
        assertThat(strict).isPositive();
    }

    @Test
    void theSamePackageIsAlwaysTheSameText() {
        String text = CaseWriter.asRead().write(full());
        String shuffled = new String(
                CanonicalJson.write(CanonicalJson.read(text)).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(CaseWriter.asRead()
                        .write(CaseReader.withDefaults().read(shuffled).content()))
                .isEqualTo(text);
    }
}

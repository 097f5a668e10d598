package org.iltlib.exchange.casenetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.exchange.SharedFolder;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasePackageTest {
    private static final String DOC = "{'CFDocument':{'identifier':'d','title':'T'},";

    private static CaseImport read(String json) {
        return CaseReader.withDefaults().read(json.replace('\'', '"'));
    }

    @Test
    void everySharedPackageSurvivesReadWriteRead() throws Exception {
        try (Stream<Path> paths = Files.walk(SharedFolder.path("curriculum/case"))) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                CasePackage first = CaseReader.withDefaults().read(path).content();
                CaseImport second =
                        CaseReader.withDefaults().read(CaseWriter.asRead().write(first));
                assertThat(second.content()).as(path.toString()).isEqualTo(first);
                assertThat(first.toFramework(EntryId.of("f")).items()).hasSameSizeAs(first.items());
            }
        }
    }

    @Test
    void theCommonCoreIsReadAtRealSize() {
        CaseImport read = CaseReader.withDefaults().read(SharedFolder.path("curriculum/case/ccss-math-2010.json"));
        StandardsFramework math = read.content().toFramework(EntryId.of("ccss"));
        assertThat(math.items()).hasSize(746);
        assertThat(math.listRoots()).hasSize(3);
        assertThat(math.items().stream().filter(one -> one.code().isPresent())).hasSize(664);
        assertThat(math.items().stream().filter(one -> one.appliesTo(GradeLevel.KINDERGARTEN)))
                .hasSize(50)
                .filteredOn(one -> one.grades().size() == 1)
                .hasSize(49);
        assertThat(read.quarantined()).isEmpty();
        assertThat(read.report().count(CaseRule.MARKUP)).isEqualTo(103);
        assertThat(read.report().count(CaseRule.GRADE_BAND)).isGreaterThanOrEqualTo(274 + 49);
        assertThat(read.report().count(CaseRule.NO_TYPE)).isEqualTo(3);
        assertThat(read.report().count(CaseRule.NO_CODE)).isEqualTo(746 - 664);
        assertThat(read.report().count(CaseRule.CODE_TWICE)).isZero();
        assertThat(read.content().graph().roots()).hasSize(3);
        assertThat(read.content().graph().itemsOnCircles()).isEmpty();
    }

    @Test
    void linksToOtherFrameworksAreKept() {
        CaseImport read =
                CaseReader.withDefaults().read(SharedFolder.path("curriculum/case/opensalt-sample-framework.json"));
        assertThat(read.content().items()).hasSize(16);
        assertThat(read.content().associations()).hasSize(39);
        assertThat(read.report().count(CaseRule.DANGLING_END)).isEqualTo(21);
        assertThat(read.report().count(CaseRule.SEQUENCE_NUMBER)).isEqualTo(2);
        assertThat(read.report().count(CaseRule.NO_SEQUENCE_NUMBER)).isEqualTo(37);
        assertThat(read.report().count(CaseRule.NO_OFFSET)).isPositive();
    }

    @Test
    void unknownMembersAndDefinitionsComeBack() {
        String json = """
                {"CFDocument":{"identifier":"d"},"CFItems":[],"CFAssociations":[],\
                "CFDefinitions":{"CFItemTypes":[{"title":"X"}]},"ours":7}""";
        assertThat(CaseWriter.asRead().write(read(json).content())).isEqualTo(json);
    }

    @Test
    void aSecondItemWithTheSameIdIsSetAside() {
        CaseImport read = read(DOC + "'CFItems':[{'identifier':'i'},{'identifier':'i'},{'x':1},3]}");
        assertThat(read.content().items()).hasSize(1);
        assertThat(read.quarantined())
                .hasSize(3)
                .extracting(CaseImport.Quarantined::value)
                .contains(Node.Numeral.of(3));
        assertThat(read.quarantined())
                .extracting(CaseImport.Quarantined::pointer)
                .containsExactly("/CFItems/1", "/CFItems/2", "/CFItems/3");
    }

    @Test
    void aCircleOfItemsIsRefusedByName() {
        String edge =
                "{'identifier':'%s','associationType':'isChildOf','originNodeURI':{'identifier':'%s'},'destinationNodeURI':{'identifier':'%s'}}";
        CasePackage circle = read(DOC + "'CFItems':[{'identifier':'i'},{'identifier':'j'}],'CFAssociations':["
                        + edge.formatted("a", "i", "j") + "," + edge.formatted("b", "j", "i") + "]}")
                .content();
        assertThatThrownBy(() -> circle.toFramework(EntryId.of("f")))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("i > j > i");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[];case.notAPackage",
                "{'status':'not_found'};case.notAPackage",
                "{'imsx_codeMajor':'failure'};case.status",
                "{'CFDocument':{'title':'a','title':'b'}};case.duplicate",
                "{'CFDocument':{},'CFItems':[{'identifier':'i'},]};case.syntax",
                "{'a':1,'a':2};case.duplicate",
                "{;case.syntax",
                "{'CFDocument':{},'CFItems':3};case.shape",
                "{'CFDocument':{}} 1;case.syntax"
            })
    void whatIsNoPackageEndsInAClearError(String json, String code) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void hostileTextsEndInAClearError(@TempDir Path folder) {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(ExchangeException.class);
        assertThatThrownBy(() -> read("{'a':'" + "x".repeat(2_000_000) + "'}")).isInstanceOf(ExchangeException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(ExchangeException.class);
        assertThatThrownBy(() -> CaseReader.withDefaults()
                        .withMaxBytes(10)
                        .read("{\"CFDocument\":{" + " ".repeat(50_000) + "}}"))
                .isInstanceOf(ExchangeException.class);
        assertThatThrownBy(() -> CaseReader.withDefaults().read(folder.resolve("none")))
                .isInstanceOf(ExchangeException.class);
    }

    @Test
    void aFrameworkIsWrittenStrictlyAndReadBack(@TempDir Path folder) {
        Standard root = Standard.builder()
                .id(StandardId.of("00000000-0000-4000-8000-000000000001"))
                .statement("Number")
                .build();
        Standard leaf = Standard.builder()
                .id(StandardId.of("00000000-0000-4000-8000-000000000002"))
                .code("1.N")
                .statement("Tens")
                .addGrades(GradeLevel.KINDERGARTEN, GradeLevel.of(1))
                .subject("mathematics")
                .parent(root.id())
                .build();
        StandardsFramework math = StandardsFramework.builder()
                .id(EntryId.of("framework/math"))
                .title("Math")
                .version("1")
                .addItems(root, leaf)
                .build();
        Path file = folder.resolve("math.json");
        CaseWriter.strict().write(CasePackage.of(math, "https://example.org", "ilt", Instant.EPOCH), file);
        assertThat(CaseReader.withDefaults().read(file).content().toFramework(math.id()))
                .isEqualTo(math);
    }

    @Test
    void theStrictWriterNamesEveryMissingMember() {
        assertThatThrownBy(() -> CaseWriter.strict()
                        .write(read(DOC + "'CFItems':[{'identifier':'i'}]}").content()))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        e -> assertThat(e.problems())
                                .containsAll(List.of(
                                        "/CFItems/0/uri is missing",
                                        "/CFDocument/identifier is not a UUID of version 1 to 5 in lower case")));
    }

    @Test
    void aPackageIsBuiltPieceByPiece() {
        CasePackage read = CaseReader.withDefaults()
                .read(SharedFolder.path("curriculum/case/opensalt-sample-framework.json"))
                .content();
        CasePackageBuilder builder = CasePackage.builder(read.document());
        read.items().forEach(builder::add);
        read.associations().forEach(builder::add);
        read.others().values().forEach(builder::add);
        assertThat(builder.build()).isEqualTo(read).hasSameHashCodeAs(read).hasToString(read.toString());
        assertThatThrownBy(() -> builder.add(read.items().get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is here already");
        assertThatThrownBy(() -> builder.add(read.associations().get(0))).isInstanceOf(IllegalArgumentException.class);
        String id = read.items().get(3).identifier();
        assertThat(read.findItem(id)).contains(read.items().get(3));
        assertThat(read.listAssociations(id))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.members().toString()).contains(id));
        assertThat(read.listAssociations("none")).isEmpty();
    }

    @Test
    void oneOddAssociationDoesNotRefuseTheFramework() {
        CasePackage content = read(DOC
                        + "'CFItems':[{'identifier':'i','fullStatement':'S','educationLevel':['TK','9-12',3]},"
                        + "{'identifier':'j','fullStatement':'S','educationLevel':['HS','TK']}],'CFAssociations':["
                        + "{'identifier':'a','associationType':'hasPrerequisite','originNodeURI':{'identifier':'i'},"
                        + "'destinationNodeURI':{'identifier':'j'}},"
                        + "{'identifier':'b','associationType':'precedes','originNodeURI':{'identifier':'i'}},"
                        + "{'identifier':'c','associationType':'precedes','originNodeURI':{'identifier':'i'},"
                        + "'destinationNodeURI':{'identifier':'j'}}]}")
                .content();
        CaseFramework read = content.readFramework(EntryId.of("f"));
        assertThat(read.framework().associations()).extracting(Association::id).containsExactly("c");
        assertThat(read.framework().items().get(0).grades())
                .extracting(GradeLevel::number)
                .containsExactlyInAnyOrder(3, 9, 10, 11, 12);
        assertThat(read.framework().items().get(1).grades()).hasSize(4);
        assertThat(read.remarks()).hasSize(3);
        assertThat(read.remarks().get(0))
                .startsWith("association a (0 in the package) is left out: ")
                .contains("hasPrerequisite");
        assertThat(read.remarks().get(1)).startsWith("association b (1 in the package) is left out: ");
        assertThat(read.remarks().get(2))
                .isEqualTo("educationLevel \"TK\" is no grade that is understood; it is on 2 items");
        assertThat(content.toFramework(EntryId.of("f"))).isEqualTo(read.framework());
    }

    @Test
    void gradesAreReadAsPublishersWriteThem() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("3", "[grade 3]"),
                Map.entry("03", "[grade 3]"),
                Map.entry("Grade 3", "[grade 3]"),
                Map.entry("3rd", "[grade 3]"),
                Map.entry("11th grade", "[grade 11]"),
                Map.entry("KG", "[kindergarten]"),
                Map.entry("Pre-K", "[prekindergarten]"),
                Map.entry("K-2", "[kindergarten, grade 1, grade 2]"),
                Map.entry("Grades 11 to 12", "[grade 11, grade 12]"));
        expected.forEach((words, grades) ->
                assertThat(GradeWords.read(words).orElseThrow()).as(words).hasToString(grades));
        for (String words : List.of("TK", "13", "0", "5-3", "grade", "MS", "", "3 4")) {
            assertThat(GradeWords.read(words)).as(words).isEmpty();
        }
    }

    @Test
    void whatIsMadeOfAFrameworkIsAsTheStandardWantsItWhateverItsIds() {
        String upper = "ABCDEF00-0000-4000-8000-000000000001";
        StandardsFramework.Builder framework =
                StandardsFramework.builder().id(EntryId.of("same")).title("T");
        for (String id : List.of(upper, "same", "00000000-0000-7000-8000-000000000001")) {
            framework.addItems(
                    Standard.builder().id(StandardId.of(id)).statement("S").build());
        }
        CasePackage made = CasePackage.of(
                framework.build(), "https://x.org", "c", java.time.Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(CaseWriter.strict().check(made).outcomes()).isEmpty();
        assertThat(made.items().get(0).identifier()).isEqualTo(upper.toLowerCase(java.util.Locale.ROOT));
        assertThat(made.findItem(made.document().identifier())).isEmpty();
        assertThat(made.graph().itemsOnCircles()).isEmpty();
        assertThat(made.toFramework(EntryId.of("f")).items())
                .allSatisfy(one -> assertThat(one.parent()).isEmpty());
    }

    @Test
    void whatIsBeyondALimitIsRefusedWithItsPlace() {
        CaseReader reader = CaseReader.withDefaults()
                .withLimits(CaseLimits.builder().maxObjects(2).maxOtherValues(3).build());
        assertThatThrownBy(() ->
                        reader.read((DOC + "'CFItems':[{'identifier':'i'},{'identifier':'j'},{'identifier':'k'}]}")
                                .replace('\'', '"')))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.limit"))
                .hasMessageContaining("/CFItems/2");
        assertThatThrownBy(() -> reader.read((DOC + "'x':[1,2,3,4]}").replace('\'', '"')))
                .hasMessageContaining("maxOtherValues");
        assertThatThrownBy(() -> read(DOC + "'CFItems':[{'identifier':'i','x':1e99999999}]}"))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.limit"))
                .hasMessageContaining("/CFItems/0")
                .hasMessageContaining("Expected at most 1000 digits and a size of 10^-9999 to 10^9999.");
        assertThatThrownBy(() -> read(DOC + "'CFItems':[{'identifier':'i','fullStatement':'\\ud800'}]}"))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("/CFItems/0");
        assertThatThrownBy(() -> read(DOC + "'CFItems':[{'identifier':'i','notes':'a','notes':'b'}]}"))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("\"notes\"")
                .hasMessageContaining("/CFItems/0");
    }

    @Test
    void aByteOrderMarkIsNoTrouble() {
        assertThat(read("\ufeff" + DOC + "'CFItems':[{'identifier':'i'}]}")
                        .content()
                        .items())
                .hasSize(1);
    }

    /** The very first text that was kept, if it had no characters, had nowhere to go. */
    @Test
    void anEmptyTextMayComeFirst() {
        assertThat(read("{'CFDocument':{'title':''}}").content().document().title())
                .isEmpty();
    }
}

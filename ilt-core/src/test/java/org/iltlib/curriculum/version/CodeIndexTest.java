package org.iltlib.curriculum.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.exchange.SharedFolder;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeIndexTest {
    private static Standard standard(String id, String code) {
        return Standard.builder()
                .id(StandardId.of(id))
                .code(code)
                .statement("Know " + id)
                .build();
    }

    private static final StandardsFramework MATH = StandardsFramework.builder()
            .id(EntryId.of("math"))
            .title("Mathematics")
            .addItems(
                    standard("a", "A-REI.B.4"),
                    standard("b", "A-REI.B.4.a"),
                    standard("c", "7.RP.A.2"),
                    standard("d", "twice"),
                    standard("e", "TWICE"),
                    standard("f", "f-if.1"),
                    standard("g", "F-IF.1"))
            .build();
    private static final CodeIndex INDEX = CodeIndex.of(MATH, CodePolicy.COMMON_CORE);

    @ParameterizedTest
    @CsvSource({
        "HSA-REI.B.4, A-REI.B.4",
        "HSA.REI.B.4, A-REI.B.4",
        "A.REI.B.4, A-REI.B.4",
        "CCSS.MATH.CONTENT.HSA-REI.B.4A, A-REI.B.4.A",
        "7.rp.a.2, 7.RP.A.2",
        "KG.CC.A.1, K.CC.A.1",
        "3.MD.C.7d, 3.MD.C.7.D"
    })
    void spellingsOfOneCodeBecomeOne(String written, String expected) {
        assertThat(CodePolicy.COMMON_CORE.normalise(written)).isEqualTo(expected);
        assertThat(CodePolicy.COMMON_CORE.normalise(expected)).isEqualTo(expected);
    }

    @Test
    void aCodeIsFoundAsWrittenInAnotherSpellingOrByAnAlias() {
        assertThat(INDEX.find("A-REI.B.4"))
                .isEqualTo(new CodeMatch.Found(MATH.getStandard(StandardId.of("a")), CodeMatch.How.AS_WRITTEN));
        assertThat(INDEX.find("HSA-REI.B.4a"))
                .isEqualTo(new CodeMatch.Found(MATH.getStandard(StandardId.of("b")), CodeMatch.How.OTHER_SPELLING));
        CodeIndex named = INDEX.withAliases(Map.of("ratios", List.of(StandardId.of("c"))));
        assertThat(named.find("Ratios"))
                .isEqualTo(new CodeMatch.Found(MATH.getStandard(StandardId.of("c")), CodeMatch.How.ALIAS));
        assertThat(named.find("ratios").find()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDEX.withAliases(Map.of("x", List.of(StandardId.of("z")))))
                .withMessageContaining("not in \"Mathematics\"");
    }

    @Test
    void whatCouldBeSeveralIsNeverGuessed() {
        assertThat(INDEX.find("Twice"))
                .isEqualTo(new CodeMatch.Ambiguous(
                        List.of(MATH.getStandard(StandardId.of("d")), MATH.getStandard(StandardId.of("e")))));
        assertThat(INDEX.find("F-IF.1").find().orElseThrow().id()).isEqualTo(StandardId.of("g"));
        assertThat(INDEX.find("HSF-IF.1")).isInstanceOf(CodeMatch.Ambiguous.class);
        assertThat(INDEX.withAliases(Map.of("x", List.of(StandardId.of("a"), StandardId.of("b"))))
                        .find("x"))
                .isInstanceOf(CodeMatch.Ambiguous.class);
        assertThat(INDEX.find("HSA-REI.B.5")).isEqualTo(new CodeMatch.Unknown(List.of("A-REI.B.4")));
        assertThat(INDEX.find("HSA-REI.B.5").find()).isEmpty();
        assertThat(INDEX.find("x".repeat(100_000))).isEqualTo(new CodeMatch.Unknown(List.of()));
    }

    /** The figures stand in the fixtures' description: 317 codes as written, all 480 in one spelling. */
    @Test
    void allCodesOfTheCoherenceMapAreFoundInOneSpellingAnd317AsWritten() throws IOException {
        StandardsFramework core = CaseReader.withDefaults()
                .read(SharedFolder.path("curriculum/case/ccss-math-2010.json"))
                .content()
                .toFramework(EntryId.of("ccss"));
        List<String> codes;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(SharedFolder.path("curriculum/coherence-map/standards.csv"))) {
            codes = rows.stream().map(row -> row.getField("code")).toList();
        }
        assertThat(codes).hasSize(480).doesNotHaveDuplicates();

        CodeIndex exact = CodeIndex.of(core, CodePolicy.EXACT);
        CodeIndex spelled = CodeIndex.of(core, CodePolicy.COMMON_CORE);
        assertThat(codes)
                .filteredOn(code -> exact.find(code).find().isPresent())
                .hasSize(317);
        assertThat(codes)
                .allSatisfy(code -> assertThat(spelled.find(code).find()).isPresent());
    }

    @Test
    void aPolicyIsDataThatADistrictMayLoadAndABrokenOneIsRefused() {
        String written = CanonicalJson.write(CodePolicy.FORM.write(CodePolicy.COMMON_CORE));

        assertThat(CodePolicy.FORM.read(CanonicalJson.read(written))).isEqualTo(CodePolicy.COMMON_CORE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodePolicy.Rewriting("(", ""))
                .withMessageContaining("regular expression");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodePolicy.Rewriting("a", "$1"))
                .withMessageContaining("groups up to $0");
        assertThatIllegalArgumentException().isThrownBy(() -> new CodePolicy.Rewriting("a", "b$"));
        assertThat(CodePolicy.EXACT.normalise(" 7.rp ")).isEqualTo("7.rp");
    }
}

package org.iltlib.analytics.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void wordsAreRunsOfLettersInLowerCase() {
        assertThat(Prose.of("Round 3.5 to the Nearest **ten**: \\frac{3}{4}x").words())
                .containsExactly("round", "to", "the", "nearest", "ten", "frac", "x");
    }

    @Test
    void codesOfStandardsAreNoWords() {
        Prose prose = Prose.of("A task for HSA-APR.D.6, 6.NS.C.7.c and (K.G.A.1).");
        assertThat(prose.codes()).containsExactly("A-APR.D.6", "6.NS.C.7.C", "K.G.A.1");
        assertThat(prose.words()).containsExactly("a", "task", "for", "and");
    }

    @Test
    void threeSpellingsOfAHighSchoolCodeAreOne() {
        assertThat(Prose.codeKey("HSG-SRT.B.4"))
                .isEqualTo(Prose.codeKey("G-SRT.B.4"))
                .isEqualTo(Prose.codeKey("hsg.srt.b.4"));
        assertThat(Prose.codeKey("3.NF.A.3.a")).isEqualTo(Prose.codeKey("3.NF.A.3a"));
    }

    @Test
    void compoundsNumbersAndLongRunsAreNoCodes() {
        Prose prose = Prose.of("A two-by-two table, step-by-step, 1.2.3, Grade-5-Mathematics " + "A.1.".repeat(50_000));
        assertThat(prose.codes()).isEmpty();
        assertThat(prose.words()).contains("two", "by", "table", "step", "grade", "mathematics");
    }

    @Test
    void sentencesEndAtStopsBeforeBlanksAndAtLines() {
        assertThat(Prose.sentences("Add 2.5 and 1. Is it 3.5?\nYes"))
                .containsExactly("Add 2.5 and 1", " Is it 3.5", "", "Yes");
    }
}

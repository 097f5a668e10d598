package org.iltlib.analytics.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.iltlib.base.EntryId;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.junit.jupiter.api.Test;

/** From one framework to another: two publishers' copies of the same standards, with other ids and other spellings. */
class CrosswalkTest {

    /** The 480 standards of the Coherence Map in the Common Core package of 664 coded items; codes play no part. */
    @Test
    void aStandardFindsItselfInAnotherPublishersPackage() {
        StandardsFramework other = CaseReader.withDefaults()
                .read(CoherenceMap.path("case/ccss-math-2010.json"))
                .content()
                .toFramework(EntryId.of("ccss"));
        TextIndex index = TextIndex.of(other, IndexDesign.withDefaults());
        assertThat(index.size()).isEqualTo(664);
        int asked = 0;
        int first = 0;
        for (Standard standard : CoherenceMap.framework().items()) {
            if (standard.code().isPresent()) {
                Suggestions answer = index.suggest(SuggestionQuery.of(standard));
                int rank = rank(answer, other, standard.label());
                asked++;
                first += rank == 1 ? 1 : 0;
            }
        }
        assertThat(asked).isEqualTo(480);
        assertThat(first).isEqualTo(480);
    }

    private static int rank(Suggestions answer, StandardsFramework other, String label) {
        for (Suggestion one : answer.listed()) {
            String code = other.getStandard(one.standard()).code().orElse("");
            if (Prose.codeKey(code).equals(Prose.codeKey(label))) {
                return one.rank();
            }
        }
        return Integer.MAX_VALUE;
    }
}

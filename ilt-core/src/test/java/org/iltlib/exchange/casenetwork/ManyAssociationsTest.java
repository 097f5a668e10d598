package org.iltlib.exchange.casenetwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.exchange.casenetwork.CaseImport.Quarantined;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseObject;
import org.junit.jupiter.api.Test;

/** Associations are looked up many at a time; that must not show. Expected values by construction. */
class ManyAssociationsTest {
    private static final int COUNT = 1500;

    private static String id(int number) {
        return String.format("%08d-0000-4000-8000-000000000000", number);
    }

    /** Every seventh has the identifier of the one five before; at each {@code odd}-th is one with a sequence as text. */
    private static String text(int odd) {
        StringBuilder text = new StringBuilder("{\"CFDocument\":{\"identifier\":\"d\",\"title\":\"T\"},\"CFItems\":[");
        text.append("{\"identifier\":\"").append(id(0)).append("\",\"fullStatement\":\"S\"}],\"CFAssociations\":[");
        for (int i = 0; i < COUNT; i++) {
            String quote = odd > 0 && i % odd == 0 ? "\"" : "";
            text.append(i == 0 ? "" : ",").append("{\"identifier\":\"");
            text.append(id(1000 + (isTwice(i) ? i - 5 : i)))
                    .append("\",\"associationType\":\"precedes\",\"sequenceNumber\":");
            text.append(quote).append(i).append(quote);
            text.append(",\"originNodeURI\":{\"title\":\"a\",\"identifier\":\"").append(id(0));
            text.append("\",\"uri\":\"https://x.org/").append(id(0));
            text.append("\"},\"destinationNodeURI\":{\"title\":\"b\",\"identifier\":\"")
                    .append(id(9000 + i))
                    .append("\",\"uri\":\"https://x.org/")
                    .append(id(9000 + i))
                    .append("\"}}");
        }
        return text.append("]}").toString();
    }

    private static boolean isTwice(int place) {
        return place > 0 && place % 7 == 0;
    }

    @Test
    void thoseWhoseIdentifierIsTakenAreSetAsideWhereverTheyStand() {
        List<String> twice = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            if (isTwice(i)) {
                twice.add("/CFAssociations/" + i);
            } else {
                kept.add(i);
            }
        }
        for (int odd : new int[] {0, 1, 2, 11, 300}) {
            CaseImport read = CaseReader.withDefaults().read(text(odd));
            assertThat(read.quarantined())
                    .as("every %s is odd", odd)
                    .extracting(Quarantined::pointer)
                    .isEqualTo(twice);
            assertThat(read.quarantined()).extracting(Quarantined::rule).containsOnly(CaseRule.IDENTITY_TWICE);
            assertThat(read.content().associations())
                    .extracting(one -> one.sequenceNumber().orElseThrow())
                    .isEqualTo(kept);
            assertThat(read.content().associations())
                    .allSatisfy(one -> assertThat(read.content().findAssociation(one.identifier()))
                            .contains(one));
            assertThat(read.content().listAssociations(id(9000 + 6)))
                    .extracting(CaseObject::identifier)
                    .containsExactly(id(1006));
            assertThat(read.report().account().of(Disposition.QUARANTINED)).isEqualTo(9L * twice.size());
            assertThat(read.report().account().total()).isEqualTo(9L * COUNT + 4);
            assertThat(read.report().count(CaseRule.DANGLING_END)).isEqualTo(kept.size());
        }
    }

    @Test
    void aRowThatIsSetAsideIsStillWhole() {
        Quarantined first =
                CaseReader.withDefaults().read(text(0)).quarantined().get(0);
        CaseImport asOdd = CaseReader.withDefaults().read(text(7));
        assertThat(asOdd.quarantined().get(0)).isEqualTo(first);
        assertThat(first.value().toString()).contains(id(1002)).contains(id(9007));
    }
}

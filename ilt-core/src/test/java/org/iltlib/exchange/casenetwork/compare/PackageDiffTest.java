package org.iltlib.exchange.casenetwork.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.exchange.casenetwork.compare.ObjectChange.Kind;
import org.junit.jupiter.api.Test;

class PackageDiffTest {
    private static final String EDGE = "{'identifier':'e','associationType':'isChildOf','sequenceNumber':1}";

    private static CasePackage content(String document, String items, String edges, String more) {
        String json = "{'CFDocument':{'identifier':'d'" + document + "},'CFItems':[" + items + "],'CFAssociations':["
                + edges + "]" + more + "}";
        return CaseReader.withDefaults().read(json.replace('\'', '"')).content();
    }

    private static String item(String id, String more) {
        return "{'identifier':'" + id + "','fullStatement':'S'" + more + "}";
    }

    private static CasePackage items(String... ids) {
        StringBuilder all = new StringBuilder();
        for (String id : ids) {
            all.append(all.isEmpty() ? "" : ",").append(item(id, ""));
        }
        return content("", all.toString(), "", "");
    }

    @Test
    void everyMemberThatChangedIsTold() {
        CasePackage before = content(
                ",'title':'T'",
                item("a", ",'notes':'n','CFItemType':'Standard'") + "," + item("b", "") + "," + item("c", ""),
                EDGE,
                ",'CFRubrics':[]");
        CasePackage after = content(
                ",'title':'T','version':'2'",
                item(
                                "a",
                                ",'notes':'m','CFItemType':'Domain','statusEndDate':'2026-01-01','listEnumeration':'1',"
                                        + "'abbreviatedStatement':'s','x':1")
                        + "," + item("c", "") + "," + item("z", ""),
                EDGE.replace("1}", "2}"),
                "");
        PackageDiff diff = PackageDiff.between(before, after);
        assertThat(diff.document()).containsExactly("version");
        assertThat(diff.items()).extracting(ObjectChange::identifier).containsExactly("a", "b", "z");
        assertThat(diff.items()).extracting(ObjectChange::kind).containsExactly(Kind.CHANGED, Kind.WENT, Kind.CAME);
        assertThat(diff.items().get(0).members())
                .containsExactly(
                        "CFItemType", "abbreviatedStatement", "listEnumeration", "notes", "statusEndDate", "x");
        assertThat(diff.associations()).extracting(ObjectChange::members).hasToString("[[sequenceNumber]]");
        assertThat(diff.others()).containsExactly("CFRubrics");
        assertThat(diff.reordered()).isEmpty();
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff)
                .hasToString("document: 1 members; items: 1 came, 1 went, 1 changed, 0 reordered;"
                        + " associations: 0 came, 0 went, 1 changed; others: 1 members");
        assertThat(PackageDiff.between(before, before).isEmpty()).isTrue();
    }

    @Test
    void theOrderOfSiblingsIsTold() {
        assertThat(PackageDiff.between(items("a", "b", "c", "d"), items("d", "x", "a", "b", "c"))
                        .reordered())
                .containsExactly("d");
        assertThat(PackageDiff.between(items("a", "b"), items("b", "a")).reordered())
                .hasSize(1);
        assertThat(PackageDiff.between(items("a", "b", "c"), items("c", "b", "a"))
                        .reordered())
                .hasSize(2);
        assertThat(PackageDiff.between(items("a", "b", "c"), items("c")).reordered())
                .isEmpty();
        assertThat(PackageDiff.between(items(), items("a")).reordered()).isEmpty();
    }

    @Test
    void theOrderOfAssociationsDoesNotCount() {
        String other = EDGE.replace("'e'", "'f'");
        assertThat(PackageDiff.between(content("", "", EDGE + "," + other, ""), content("", "", other + "," + EDGE, ""))
                        .isEmpty())
                .isTrue();
    }
}

package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private static final String RULE = "at least 3 votes, and never all alike";
    private static final Measured<Map<String, Integer>> SMALL =
            Measured.suppressed(SuppressionReason.SMALL_GROUP, RULE);
    private static final Measured<Map<String, Integer>> PROTECTS =
            Measured.suppressed(SuppressionReason.PROTECTS_ANOTHER, RULE);

    /** Member after member: y or n. */
    private static Disclosure of(String votes) {
        Map<PersonId, String> said = new TreeMap<>();
        for (int i = 0; i < votes.length(); i++) {
            said.put(person(i), votes.charAt(i) == 'y' ? "yes" : "no");
        }
        return Disclosure.of(said, 3);
    }

    private static Set<PersonId> members(int from, int to) {
        Set<PersonId> members = new TreeSet<>();
        for (int i = from; i < to; i++) {
            members.add(person(i));
        }
        return members;
    }

    @Test
    void aResultThatTellsNoVoteIsShown() {
        assertThat(of("yyynn").whole().cells()).containsEntry("all", Measured.of(Map.of("yes", 3, "no", 2)));
        assertThat(Disclosure.of(Members.votes(2, 1, 1), CONTEXT).whole().cells())
                .containsEntry("all", Measured.of(Map.of("yes", 2, "no", 1, "abstain", 1)));
    }

    @Test
    void aUnanimousResultTellsEveryVoteAndIsWithheld() {
        assertThat(of("yyyyy").whole().cells()).containsEntry("all", PROTECTS);
        assertThat(of("yn").whole().cells()).containsEntry("all", SMALL);
    }

    @Test
    void aGroupTooSmallIsWithheldAndWithItTheOneItCouldBeTakenFrom() {
        Disclosure vote = of("ynyynynnyy").whole().next();
        Map<String, Measured<Map<String, Integer>>> cells = vote.by(
                        Map.of("parents", members(0, 2), "students", members(2, 5), "teachers", members(5, 10)))
                .cells();
        assertThat(cells)
                .containsEntry("parents", SMALL)
                .containsEntry("students", PROTECTS)
                .containsEntry("teachers", Measured.of(Map.of("yes", 3, "no", 2)));
        // Had the whole not been shown, nothing could be taken from it.
        assertThat(of("ynyynynnyy")
                        .by(Map.of("parents", members(0, 2), "students", members(2, 5)))
                        .cells())
                .containsEntry("students", Measured.of(Map.of("yes", 2, "no", 1)));
    }

    @Test
    void whereOneGroupIsOfOneMindTheWholeBreakdownIsWithheld() {
        Disclosure vote = of("yyyynyn").whole().next();
        assertThat(vote.by(Map.of("parents", members(0, 3), "teachers", members(3, 7)))
                        .cells())
                .containsEntry("parents", PROTECTS)
                .containsEntry("teachers", PROTECTS);
        // The rest that nobody asked for is a group as well.
        assertThat(of("nnyyyyy")
                        .whole()
                        .next()
                        .by(Map.of("some", members(0, 4)))
                        .cells())
                .containsEntry("some", PROTECTS);
    }

    @Test
    void twoResultsThatDifferByOneVoterAreNotBothShown() {
        Disclosure vote = of("yynn").whole().next();
        Disclosure late = vote.withLate(person(4), "yes");
        assertThat(late.whole().cells()).containsEntry("all", PROTECTS);
        Disclosure more = late.withLate(person(5), "no").withLate(person(6), "yes");
        assertThat(more.whole().cells()).containsEntry("all", Measured.of(Map.of("yes", 4, "no", 3)));
        assertThatThrownBy(() -> more.withLate(person(5), "yes")).hasMessageContaining("p-005 has voted already");
    }

    @Test
    void oneVoteAloneIsNoSecretAndNamesAreNotPrinted() {
        assertThatThrownBy(() -> Disclosure.of(Map.of(), 1)).hasMessageContaining("Expected at least 2");
        assertThat(of("yyn").whole().next()).hasToString("3 votes; results shown: 1");
    }

    @Test
    void positionsAreTheSameInWordsAsAmongTheCounts() {
        assertThat(Position.stance(Position.Stand.STAND_ASIDE).inWords()).isEqualTo("stand aside");
        assertThat(Position.fingers(4).inWords()).isEqualTo("4");
        assertThat(Position.grade(2).inWords()).isEqualTo("2");
        assertThat(Position.dots(Map.of("a", 1)).inWords()).contains("a=1");
    }
}

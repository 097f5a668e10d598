package org.iltlib.analytics.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Subject;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;
import org.junit.jupiter.api.Test;

class MatchEquityTest {
    private static final OrgUnitId NORTH = OrgUnitId.of("north");
    private static final OrgUnitId SOUTH = OrgUnitId.of("south");

    /** Fisher's lady tasting tea, three of four right (The Design of Experiments, 1935): 34 of 70 divisions. */
    @Test
    void theTeaThatTheLadyTastedHasAChanceOfThirtyFourInSeventy() {
        assertThat(MatchEquity.fisher(3, 4, 4, 8)).isCloseTo(34.0 / 70, Offset.offset(1e-15));
        assertThat(MatchEquity.fisher(4, 4, 4, 8)).isCloseTo(2.0 / 70, Offset.offset(1e-15));
        assertThat(MatchEquity.fisher(2, 4, 4, 8)).isEqualTo(1);
    }

    /** By brute force: every way to choose who of nine is inside, the good ones being the first. */
    @Test
    void theExactTestCountsEveryDivision() {
        for (int good = 0; good <= 9; good++) {
            for (int inside = 0; inside <= 9; inside++) {
                int[] ways = new int[10];
                for (int bits = 0; bits < 512; bits++) {
                    if (Integer.bitCount(bits) == inside) {
                        ways[Integer.bitCount(bits & ((1 << good) - 1))]++;
                    }
                }
                for (int seen = 0; seen <= 9; seen++) {
                    if (ways[seen] > 0) {
                        int likely = 0;
                        int all = 0;
                        for (int way : ways) {
                            likely += way <= ways[seen] ? way : 0;
                            all += way;
                        }
                        assertThat(MatchEquity.fisher(seen, inside, good, 9))
                                .isCloseTo((double) likely / all, Offset.offset(1e-15));
                    }
                }
            }
        }
    }

    @Test
    void fiveGoodMatchesInOneSchoolAndNoneInTheOtherAreUneven() {
        List<MentorProfile> mentors = new ArrayList<>();
        List<MenteeProfile> mentees = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            mentors.add(MentorProfile.builder()
                    .person(PersonId.of("m" + i))
                    .yearsOfExperience(9)
                    .site(NORTH)
                    .addSubjects(Subject.READING)
                    .capacity(2)
                    .build());
            mentees.add(mentee("n" + i, NORTH));
            mentees.add(mentee("s" + i, SOUTH));
        }
        mentees.add(MenteeProfile.builder().person(PersonId.of("x")).build());
        MentorMatches matches = MentorMatching.withDefaults().of(mentors, mentees);
        MatchEquity equity = MatchEquity.withDefaults();
        MatchEquityResult result =
                equity.of(matches, mentees, Set.of(SOUTH)).value().orElseThrow();
        assertThat(result.focus().value()).isZero();
        assertThat(result.others().value()).isEqualTo(1);
        assertThat(result.p()).isCloseTo(2.0 / 252, Offset.offset(1e-15));
        assertThat(result.isUneven(0.05)).isTrue();
        assertThat(result.isUneven(0.001)).isFalse();
        assertThat(result.explanation().toString())
                .contains("0 % of new teachers in these schools and 100 % in the others")
                .contains("p = 0.0079");
        assertThat(new MatchEquity(40)
                        .of(matches, mentees, Set.of(SOUTH))
                        .value()
                        .orElseThrow()
                        .p())
                .isEqualTo(1);
        assertThat(equity.of(matches, mentees, Set.of()).isReported()).isFalse();
        assertThat(equity.of(matches, mentees, Set.of(NORTH, SOUTH)).isReported())
                .isFalse();
        assertThatThrownBy(() -> new MatchEquity(0)).hasMessageContaining("goodPoints is 0.0");
    }

    private static MenteeProfile mentee(String id, OrgUnitId site) {
        return MenteeProfile.builder()
                .person(PersonId.of(id))
                .site(site)
                .addGrades(GradeLevel.of(3))
                .addSubjects(Subject.READING)
                .build();
    }
}

package org.iltlib.learning.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.choice.Rational;
import org.iltlib.decision.Cost;
import org.iltlib.learning.ActivityType;
import org.iltlib.learning.AdultPurpose;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

    @Test
    void twoWhoVisitEachOtherAreReciprocalAndHoursAreThoseOfAll() {
        PeerLearningReport report = PeerLearningReport.of(
                List.of(
                        visit("a", 40, 1, 2, 3),
                        visit("b", 50, 2, 1),
                        visit("c", 50, 2, 1),
                        visit("outside", 30, 4, 99),
                        group("d", 60, 3, 4, 5)),
                everybody(6));
        assertThat(report.visitPairs()).isEqualTo(2);
        assertThat(report.reciprocalPairs()).isEqualTo(1);
        assertThat(report.reciprocalShare().value()).contains(Fraction.HALF);
        assertThat(report.took()).isEqualTo(5);
        assertThat(report.share().value()).contains(Fraction.of(5, 6));
        assertThat(report.personMinutes()).isEqualTo(3 * 40 + 2 * 50 + 2 * 50 + 30 + 3 * 60);
        assertThat(report.personHours()).isEqualTo(Rational.of(53, 6));
        assertThat(report.personMinutesBy()).containsEntry(ActivityType.STUDY_GROUP, 180L);
    }

    /** Minutes 140, 140, 100, 90 and 60 of 530: two have 280, which is half and more. */
    @Test
    void theSpreadIsTheFewestPeopleWithHalfOfTheMinutes() {
        PeerLearningReport report = PeerLearningReport.of(
                List.of(
                        visit("a", 40, 1, 2, 3),
                        visit("b", 50, 2, 1),
                        visit("c", 50, 2, 1),
                        visit("outside", 30, 4, 99),
                        group("d", 60, 3, 4, 5)),
                everybody(6));
        assertThat(report.halfBy()).isEqualTo(2);
        assertThat(PeerLearningReport.of(List.of(group("d", 60, 1, 2, 3, 4)), everybody(4))
                        .halfBy())
                .isEqualTo(2);
        PeerLearningReport nothing = PeerLearningReport.of(List.of(), Set.of());
        assertThat(nothing.halfBy()).isZero();
        assertThat(nothing.share().isReported()).isFalse();
        assertThat(nothing.reciprocalShare().isReported()).isFalse();
    }

    @Test
    void aVisitNeedsAHostAndAnotherPersonAndServesGrowth() {
        assertThat(visit("a", 40, 1, 2).allows(AdultPurpose.EVALUATION)).isFalse();
        assertThatThrownBy(() -> visit("a", 40, 1)).hasMessageContaining("two people in all");
        assertThatThrownBy(() -> visit("a", 40, 1, 1)).hasMessageContaining("others has the host \"p-1\"");
        assertThatThrownBy(() -> group("a", 40, 1)).hasMessageContaining("two people in all");
        assertThatThrownBy(() ->
                        event("a", ActivityType.PEER_OBSERVATION, 40, 1, 2).build())
                .hasMessageContaining("host is missing");
        assertThatThrownBy(() -> event("a", ActivityType.WORKSHOP, 40, 1, 2).build())
                .hasMessageContaining("type is WORKSHOP")
                .hasMessageContaining("Maybe a LearningSession");
        assertThatThrownBy(() -> group("a", 0, 1, 2)).hasMessageContaining("minutes are 0");
    }

    @Test
    void aPracticeKeepsItsSourceThroughEveryAdaptation() {
        PracticeLineage lineage = PracticeLineage.of(
                List.of(
                        adapted("c", 3, "b"),
                        original("a", 1),
                        adapted("b", 2, "a"),
                        adapted("d", 1, "b"),
                        original("x", 9)),
                List.of(reuse("r1", "a", 4), reuse("r2", "c", 4), reuse("r3", "b", 5), reuse("r4", "a", 1)));
        assertThat(lineage.ancestors(EntryId.of("c"))).containsExactly(EntryId.of("b"), EntryId.of("a"));
        assertThat(lineage.descendants(EntryId.of("a")))
                .containsExactly(EntryId.of("b"), EntryId.of("c"), EntryId.of("d"));
        assertThat(lineage.credits(EntryId.of("c"))).containsExactly(person(1), person(2), person(3));
        assertThat(lineage.credits(EntryId.of("d"))).as("each once").containsExactly(person(1), person(2));
        assertThat(lineage.reuseCount(EntryId.of("a")))
                .as("2 and 3 adapted, 4 and 5 used; the author does not count")
                .isEqualTo(4);
        assertThat(lineage.reuseCount(EntryId.of("x"))).isZero();
        assertThat(lineage.outcomes(EntryId.of("a"))).containsOnly(Map.entry(ReuseOutcome.HELPED, 2));
        assertThat(lineage.outcomes(EntryId.of("x"))).isEmpty();
    }

    @Test
    void aPracticeThatDescendsFromItselfOrFromAnUnknownOneIsRefused() {
        assertThatThrownBy(() -> PracticeLineage.of(
                        List.of(adapted("a", 1, "c"), adapted("b", 2, "a"), adapted("c", 3, "b")), List.of()))
                .hasMessageContaining("descends from itself");
        assertThatThrownBy(() -> PracticeLineage.of(List.of(adapted("a", 1, "nothing")), List.of()))
                .hasMessageContaining("no practice \"nothing\" among [a]");
        assertThatThrownBy(() -> PracticeLineage.of(List.of(original("a", 1)), List.of(reuse("r", "b", 2))))
                .hasMessageContaining("no practice \"b\"");
        assertThatThrownBy(() -> adapted("a", 1, "a")).hasMessageContaining("adapted from itself");
        assertThatThrownBy(() -> share("a", 1).adaptedFrom(EntryId.of("b")).build())
                .hasMessageContaining("Expected both or none");
    }

    @Test
    void planningIsFollowedIntoClassesAndTheQuestionNobodyAskedIsNamed() {
        PlanningSession ticket = planning("p1")
                .product("a ticket")
                .addQuestions(PlcQuestion.HOW_WE_KNOW)
                .build();
        PlanningSession lesson = planning("p2")
                .product("a lesson")
                .addQuestions(PlcQuestion.HOW_WE_KNOW, PlcQuestion.IF_ALREADY)
                .build();
        PlanningSession open = planning("p3").product("a test").build();
        PlanningSession talk =
                planning("p4").addQuestions(PlcQuestion.WHAT_TO_LEARN).build();
        PlanningReport report = PlanningReport.of(
                List.of(open, ticket, lesson, talk), List.of(followUp("p1", 3), followUp("p1", 0), followUp("p2", 0)));
        assertThat(report.followThrough().value()).contains(Fraction.of(1, 3));
        assertThat(report.open()).containsExactly(EntryId.of("p3"));
        assertThat(report.questions()).hasSize(4).containsEntry(PlcQuestion.HOW_WE_KNOW, 2);
        assertThat(report.unasked()).containsExactly(PlcQuestion.IF_NOT_YET);
        assertThat(report.minutes()).isEqualTo(180);
        assertThat(PlanningReport.of(List.of(talk), List.of()).followThrough().isReported())
                .isFalse();
        assertThatThrownBy(() -> PlanningReport.of(List.of(talk), List.of(followUp("p1", 1))))
                .hasMessageContaining("is of \"p1\", which is not among the sessions");
        assertThatThrownBy(() -> followUp("p1", -1)).hasMessageContaining("classes is -1");
    }

    @Test
    void aPartnerWithoutVettingDataLimitsOrAPlanToGoOnAloneHasConcerns() {
        ExternalPartner bare = partner().build();
        assertThat(bare.concerns(DAY)).hasSize(5);
        ExternalPartner whole = partner()
                .addCosts(new Cost(new BigDecimal("18000"), "USD", "twelve days"))
                .vetting(new Vetting(DAY.minusYears(1), "the district", List.of("references")))
                .dataLimits(new DataLimits(List.of("class means"), false, DAY.plusDays(1)))
                .transfer(new CapacityTransfer("the coach", "leads", DAY.plusDays(30)))
                .addEvidence(EntryId.of("winter"))
                .addServes(EntryId.of("need"), EntryId.of("winter"))
                .build();
        assertThat(whole.concerns(DAY)).isEmpty();
        assertThat(whole.basedOn()).containsExactly(EntryId.of("need"), EntryId.of("winter"));
        assertThat(whole.concerns(DAY.plusDays(2)))
                .containsExactly(
                        "The partner was looked into on " + DAY.minusYears(1) + ", over a year ago.",
                        "The data should be destroyed since " + DAY.plusDays(1) + ". Maybe ask for the certificate.");
        assertThat(whole.concerns(DAY.plusDays(61)))
                .contains("The contract ended on " + DAY.plusDays(60) + ". Expected a decision on renewal.");
        assertThat(partner()
                        .transfer(new CapacityTransfer("the coach", "leads", DAY.plusDays(61)))
                        .build()
                        .concerns(DAY))
                .anySatisfy(concern -> assertThat(concern).contains("after the contract ends"));
        assertThatThrownBy(() -> new DataLimits(List.of(), true, DAY)).hasMessageContaining("identifiable is true");
    }

    @Test
    void aRenewalWithoutAnyEffectIsRefusedAndAnEndIsNot() {
        PartnerRenewal.Builder builder = PartnerRenewal.builder();
        builder.id(EntryId.of("renewal"));
        builder.partner(EntryId.of("partner"));
        builder.on(DAY);
        builder.reason("It was liked.");
        builder.course(PartnerRenewal.Course.ENDED);
        assertThat(builder.build().basedOn()).containsExactly(EntryId.of("partner"));
        builder.course(PartnerRenewal.Course.RENEWED);
        assertThatThrownBy(builder::build).hasMessageContaining("course is RENEWED and effect is empty");
        builder.addEffect(EntryId.of("winter"));
        assertThat(builder.build().effect()).hasSize(1);
    }

    private static ExternalPartner.Builder partner() {
        ExternalPartner.Builder builder = ExternalPartner.builder();
        builder.id(EntryId.of("partner"));
        builder.organisation("a university");
        builder.engagement("lesson study");
        builder.term(Term.of(DAY.minusDays(60), DAY.plusDays(60)));
        return builder;
    }

    private static PlanningSession.Builder planning(String id) {
        PlanningSession.Builder builder = PlanningSession.builder();
        builder.id(EntryId.of(id));
        builder.on(DAY);
        builder.minutes(45);
        builder.addPresent(person(1), person(2));
        return builder;
    }

    private static PlanningFollowUp followUp(String session, int classes) {
        return PlanningFollowUp.builder()
                .id(EntryId.of("follow/" + session + "/" + classes))
                .session(EntryId.of(session))
                .on(DAY)
                .classes(classes)
                .says("seen")
                .build();
    }

    private static PracticeShare original(String id, int author) {
        return share(id, author).build();
    }

    private static PracticeShare adapted(String id, int author, String from) {
        return share(id, author)
                .adaptedFrom(EntryId.of(from))
                .adaptation("shorter")
                .build();
    }

    private static PracticeShare.Builder share(String id, int author) {
        PracticeShare.Builder builder = PracticeShare.builder();
        builder.id(EntryId.of(id));
        builder.title("practice " + id);
        builder.author(person(author));
        builder.context("grade 5");
        return builder;
    }

    private static PracticeReuse reuse(String id, String practice, int by) {
        return PracticeReuse.builder()
                .id(EntryId.of(id))
                .practice(EntryId.of(practice))
                .person(person(by))
                .on(DAY)
                .outcome(ReuseOutcome.HELPED)
                .build();
    }

    private static PeerLearning visit(String id, int minutes, int host, int... others) {
        return event(id, ActivityType.PEER_OBSERVATION, minutes, others)
                .host(Optional.of(person(host)))
                .build();
    }

    private static PeerLearning group(String id, int minutes, int... people) {
        return event(id, ActivityType.STUDY_GROUP, minutes, people).build();
    }

    private static PeerLearning.Builder event(String id, ActivityType type, int minutes, int... people) {
        PeerLearning.Builder builder = PeerLearning.builder();
        builder.id(EntryId.of(id));
        builder.type(type);
        builder.on(DAY);
        builder.minutes(minutes);
        IntStream.of(people).forEach(one -> builder.addOthers(person(one)));
        return builder;
    }

    private static Set<PersonId> everybody(int count) {
        return new TreeSet<>(
                IntStream.rangeClosed(1, count).mapToObj(PeersTest::person).toList());
    }

    private static PersonId person(int number) {
        return PersonId.of("p-" + number);
    }
}

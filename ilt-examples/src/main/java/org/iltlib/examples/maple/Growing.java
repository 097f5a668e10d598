package org.iltlib.examples.maple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.analytics.matching.MentorMatches;
import org.iltlib.analytics.matching.MentorMatching;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.PersonId;
import org.iltlib.base.Subject;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.learning.InductionClock;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;
import org.iltlib.learning.catalogue.Dosage;
import org.iltlib.learning.catalogue.LearningSession;
import org.iltlib.learning.evaluation.EvaluationLevel;
import org.iltlib.learning.evaluation.LearningEvaluation;
import org.iltlib.learning.evaluation.LevelEvidence;

/** Chapter 8: fourteen hours on fractions for nine teachers, and mentors for the six who are new. */
record Growing(Story story, Stars stars) {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 14);
    private static final int TEACHERS = 9;
    private static final int NEW = 6;
    private static final int CANDIDATES = 11;

    void tell() {
        story.chapter("Teachers learn");
        sessions();
        evaluation();
        mentors();
        induction();
    }

    /** Three workshops and four coaching meetings, two hours each. */
    private void sessions() {
        Set<PersonId> teachers = new HashSet<>(
                IntStream.rangeClosed(21, 20 + TEACHERS).mapToObj(Grove::person).toList());
        List<LearningSession> sessions = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            LearningSession.Builder session = LearningSession.builder();
            sessions.add(session.id(EntryId.of("session-" + (i + 1)))
                    .learning(EntryId.of(i < 3 ? "workshop" : "coaching"))
                    .on(FIRST.plusWeeks(i))
                    .minutes(120)
                    .enrolled(teachers)
                    .attended(teachers)
                    .build());
        }
        Dosage dosage = Dosage.of(sessions);
        stars.check("teachers", TEACHERS, dosage.people());
        stars.check("contact hours", "14", dosage.contactHours().toString());
        stars.check("on more than three days: sustained", true, dosage.isSustained());
    }

    private void evaluation() {
        LearningEvaluation.Builder evaluation = LearningEvaluation.builder();
        LearningEvaluation known = evaluation
                .id(EntryId.of("evaluation"))
                .learning(EntryId.of("workshop"))
                .on(LocalDate.of(2026, 12, 16))
                .addEvidence(
                        evidence(EvaluationLevel.REACTION, "8 of 9 call it useful."),
                        evidence(EvaluationLevel.LEARNING, "7 of 9 moved up a level on the fraction task."),
                        evidence(EvaluationLevel.ORGANISATION, "Every teacher had the planned time."),
                        evidence(EvaluationLevel.STUDENT_OUTCOMES, "The exit tickets of December are in."))
                .build();
        stars.check("the evaluation", "Incomplete(level 4)", known.state().toString());
        story.why(known.explanation());
    }

    private static LevelEvidence evidence(EvaluationLevel level, String says) {
        return new LevelEvidence(level, List.of(EntryId.of("evidence-" + level.number())), says);
    }

    /** Two of the candidates evaluate the new teachers, one has taught for two years only. */
    private void mentors() {
        List<MenteeProfile> mentees = new ArrayList<>();
        Set<PersonId> evaluated = new HashSet<>();
        for (int i = 0; i < NEW; i++) {
            PersonId person = Grove.person(41 + i);
            evaluated.add(person);
            MenteeProfile.Builder mentee = MenteeProfile.builder();
            mentees.add(mentee.person(person)
                    .site(Grove.SCHOOL)
                    .addGrades(GradeLevel.of(i + 1))
                    .addSubjects(i % 2 == 0 ? Subject.MATHEMATICS : Subject.READING)
                    .build());
        }
        List<MentorProfile> candidates = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            MentorProfile.Builder mentor = MentorProfile.builder();
            candidates.add(mentor.person(Grove.person(51 + i))
                    .site(Grove.SCHOOL)
                    .addGrades(GradeLevel.of(i % 8 + 1))
                    .addSubjects(i % 3 == 0 ? Subject.READING : Subject.MATHEMATICS)
                    .yearsOfExperience(i == 2 ? 2 : 4 + i)
                    .evaluates(i < 2 ? evaluated : Set.of())
                    .build());
        }
        MentorMatching matching = MentorMatching.withDefaults();
        long eligible = candidates.stream()
                .filter(mentor -> mentees.stream()
                        .anyMatch(mentee ->
                                matching.obstacles(mentor, mentee.person()).isEmpty()))
                .count();
        stars.check("candidates", CANDIDATES, candidates.size());
        stars.check("who may be a mentor", 8L, eligible);
        MentorMatches matches = matching.of(candidates, mentees);
        stars.check("matched", NEW, matches.pairs().size());
        stars.check("unmatched", 0, matches.unmatched().size());
        stars.check(
                "pairs that say why",
                (long) NEW,
                matches.pairs().stream()
                        .filter(pair -> !pair.reasons().isEmpty())
                        .count());
        matches.pairs().forEach(pair -> story.item("%s", pair.explanation().claim()));
    }

    /** One was matched on the 33rd day. */
    private void induction() {
        LocalDate start = LocalDate.of(2026, 8, 17);
        List<String> breaches = InductionClock.withDefaults()
                .breaches(
                        start,
                        new InductionClock.Progress(
                                Optional.of(start.plusDays(33)), Optional.of(start.plusDays(50)), 60L * 20),
                        LocalDate.of(2026, 12, 1));
        stars.check("breaches of the induction clock", 1, breaches.size());
        breaches.forEach(breach -> story.item("%s", breach));
        stars.check(
                "it is the mentor on day 33", true, breaches.stream().allMatch(breach -> breach.contains("day 33")));
    }
}

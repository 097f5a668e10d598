package org.iltlib.examples.year;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.iltlib.analytics.chart.PairDiagram;
import org.iltlib.analytics.matching.MentorMatch;
import org.iltlib.analytics.matching.MentorMatches;
import org.iltlib.analytics.matching.MentorMatching;
import org.iltlib.analytics.report.Section;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Need;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;
import org.iltlib.learning.Mentorship;

/** Chapter 6, second half: teachers in their first three years are paired with experienced ones, at best cost. */
final class Mentoring {
    private final Study study;
    private final Story story;
    private final Memory memory;

    Mentoring(Study study, Story story, Memory memory) {
        this.study = study;
        this.story = story;
        this.memory = memory;
    }

    /**
     * What came of it.
     *
     * @param study whose teachers they are
     * @param matches the pairs, and who has no mentor
     */
    record Result(Study study, MentorMatches matches) {
        /** The section with the pairs drawn and explained. */
        Section addTo(Section section) {
            if (matches.pairs().isEmpty() && matches.unmatched().isEmpty()) {
                return section.withParagraph(
                        "No teacher of the school is in the first three years; nobody needs a mentor.");
            }
            PairDiagram diagram =
                    PairDiagram.titled("Mentors and new teachers").withHeads("Mentor", "First three years");
            for (MentorMatch pair : matches.pairs()) {
                diagram = diagram.with(
                        words(pair.mentor()), words(pair.mentee()), Proposing.text("%.0f points", pair.points()));
            }
            for (MentorMatches.Unmatched mentee : matches.unmatched()) {
                diagram = diagram.withUnpaired(words(mentee.mentee()));
            }
            Section longer = section.withFigure(
                    diagram,
                    "The pairing with the most points in all: subject 40, grade 20, school 20, shared planning 10.");
            for (MentorMatch pair : matches.pairs()) {
                longer = longer.withWhy(pair.explanation());
            }
            return longer;
        }

        private String words(PersonId person) {
            return study.teachers().stream()
                    .filter(teacher -> teacher.person().equals(person))
                    .findFirst()
                    .map(teacher -> YearPage.capital(teacher.words()))
                    .orElse(person.value());
        }
    }

    Result tell(Need need) {
        List<Teacher> fresh = Findings.newTeachers(study);
        List<MentorProfile> mentors = study.teachers().stream()
                .filter(teacher -> teacher.years().isPresent() && !fresh.contains(teacher))
                .map(this::mentor)
                .toList();
        MentorMatches matches = MentorMatching.withDefaults()
                .of(mentors, fresh.stream().map(this::mentee).toList());
        if (fresh.isEmpty()) {
            story.say("No teacher of the school is in the first three years, as far as the study knows.");
        } else {
            story.say(
                    "%d teacher%s in the first three years, %d who may be mentors; the pairing has the most points in all:",
                    fresh.size(), fresh.size() == 1 ? "" : "s", mentors.size());
        }
        matches.pairs().forEach(pair -> story.why(pair.explanation()));
        matches.unmatched().forEach(mentee -> story.why(mentee.reason()));
        LocalDate day = LocalDate.of(study.year().start(), Month.OCTOBER, 12);
        memory.write(
                day,
                Forming.PRINCIPAL,
                matches.pairs().stream()
                        .map(pair -> Mentorship.builder()
                                .id(EntryId.of("mentorship/" + pair.mentee()))
                                .mentor(pair.mentor())
                                .mentee(pair.mentee())
                                .term(Term.of(day, study.year().next().lastDay()))
                                .addAllReasons(pair.reasons())
                                .addBasedOn(need.id())
                                .build())
                        .toList());
        return new Result(study, matches);
    }

    private MentorProfile mentor(Teacher teacher) {
        return MentorProfile.builder()
                .person(teacher.person())
                .site(study.school())
                .addGrades(teacher.grade())
                .addSubjects(Study.READING, Study.MATHEMATICS)
                .yearsOfExperience(teacher.years().map(Double::intValue).orElse(0))
                .addPlanningPeriods(teacher.grade().toString())
                .build();
    }

    private MenteeProfile mentee(Teacher teacher) {
        return MenteeProfile.builder()
                .person(teacher.person())
                .site(study.school())
                .addGrades(teacher.grade())
                .addSubjects(Study.READING, Study.MATHEMATICS)
                .addPlanningPeriods(teacher.grade().toString())
                .build();
    }
}

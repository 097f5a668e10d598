package org.iltlib.learning.practice;

import java.util.List;
import org.iltlib.base.EntryId;

/**
 * Profiles to start from, in our own words. They carry no tier of evidence: what a school makes of them is its own
 * practice, and a tier belongs to the studies of that. Take a copy, change the words to what your classes need.
 */
public final class PracticeProfiles {
    private PracticeProfiles() {}

    /** Technology that lets students do what they could not do without it. */
    public static final PracticeProfile TECHNOLOGY_INTEGRATION = profile(
            "technology integration",
            PracticeComponent.of(
                    "purpose",
                    "Purpose",
                    "The tool is chosen for what students shall learn, and the lesson says why.",
                    "The tool fits the lesson, which would go the same way without it.",
                    "The tool decides what the lesson is about."),
            PracticeComponent.of(
                    "making",
                    "Who works with it",
                    "Students make, test or explain something with it.",
                    "Students answer and practise with it.",
                    "The teacher shows, students watch."),
            PracticeComponent.of(
                    "together",
                    "Working together",
                    "Students use it to build on one another's work.",
                    "Students use it side by side and compare afterwards.",
                    "Each student is alone with a screen."),
            PracticeComponent.of(
                    "access",
                    "Access",
                    "Every student can use it, with what each needs for it, in school and for homework.",
                    "Every student can use it in school.",
                    "Some students cannot use it."),
            PracticeComponent.of(
                    "feedback",
                    "Feedback",
                    "What it shows changes the next step on the same day.",
                    "What it shows is looked at within the week.",
                    "What it shows is not looked at."));

    /** Teaching that meets students where they are and keeps the goal the same. */
    public static final PracticeProfile DIFFERENTIATED_INSTRUCTION = profile(
            "differentiated instruction",
            PracticeComponent.of(
                    "goal",
                    "One goal",
                    "All students work towards the same standard of their grade, by different ways.",
                    "All students meet the standard of their grade, some of them later.",
                    "Some students work on an easier goal for good."),
            PracticeComponent.of(
                    "knowing",
                    "Knowing where students are",
                    "A short check within the last days says who needs what.",
                    "A check of this unit says who needs what.",
                    "Last year's level or a label says who needs what."),
            PracticeComponent.of(
                    "grouping",
                    "Grouping",
                    "Groups form for a task and change as soon as the need does.",
                    "Groups change from unit to unit.",
                    "Groups stay the same all year."),
            PracticeComponent.of(
                    "tasks",
                    "Tasks",
                    "Every task asks students to think; help differs, the demand does not.",
                    "Tasks differ in demand for part of the lesson.",
                    "Some students only copy or drill."),
            PracticeComponent.of(
                    "showing",
                    "Ways to show it",
                    "Students choose among ways to show the same understanding, judged alike.",
                    "The teacher offers two ways to show it.",
                    "There is one way, whoever it shuts out."));

    /** Teaching that builds on who students are and where they come from. */
    public static final PracticeProfile CULTURALLY_RESPONSIVE_TEACHING = profile(
            "culturally responsive teaching",
            PracticeComponent.of(
                    "expectations",
                    "High expectations",
                    "Every student is asked hard questions and helped until they are answered.",
                    "Every student is asked hard questions.",
                    "Hard questions go to a few."),
            PracticeComponent.of(
                    "knowledge",
                    "What students bring",
                    "Lessons start from what students and families know and use it to reach the goal.",
                    "Lessons mention what students know.",
                    "What students know from home has no place."),
            PracticeComponent.of(
                    "materials",
                    "Materials",
                    "Students meet people like themselves and unlike, in roles of every kind, and ask who tells.",
                    "Students meet people like themselves now and then.",
                    "Some students never meet themselves, or only as a stereotype."),
            PracticeComponent.of(
                    "voice",
                    "Voice",
                    "All students speak, in ways that they know from home as well as from school.",
                    "Most students speak in a week.",
                    "The same few speak."),
            PracticeComponent.of(
                    "families",
                    "Families",
                    "Families shape what is learned and hear what comes of it, in their language.",
                    "Families are told what is learned, in their language.",
                    "Families hear of trouble only."));

    /** All of them. */
    public static List<PracticeProfile> all() {
        return List.of(TECHNOLOGY_INTEGRATION, DIFFERENTIATED_INSTRUCTION, CULTURALLY_RESPONSIVE_TEACHING);
    }

    private static PracticeProfile profile(String name, PracticeComponent... components) {
        return PracticeProfile.builder()
                .id(EntryId.of("practice/" + name.replace(' ', '-')))
                .name(name)
                .addComponents(components)
                .build();
    }
}

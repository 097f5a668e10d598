package org.iltlib.exchange.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The 21 data files of OneRoster CSV 1.2, in the order of the manifest (alphabetical, case ignored), each with its
 * columns. Source: 1EdTech OneRoster 1.2 CSV binding, version 1.2.1 of 22 August 2023.
 */
public enum OneRosterFile {
    /** School years, terms and grading periods. */
    ACADEMIC_SESSIONS(
            "academicSessions",
            "title! type!:enum.session startDate!:date endDate!:date parentSourcedId:ref.academicSessions schoolYear!:year"),
    /** Categories of line items. */
    CATEGORIES("categories", "title! weight:int"),
    /** Classes, also called sections. */
    CLASSES(
            "classes",
            "title! grades[] courseSourcedId!:ref.courses classCode classType!:enum.class location"
                    + " schoolSourcedId!:ref.orgs termSourcedIds[]!:ref.academicSessions subjects[] subjectCodes[] periods[]"),
    /** Which class uses which resource. */
    CLASS_RESOURCES("classResources", "title classSourcedId!:ref.classes resourceSourcedId!:ref.resources"),
    /** Which course uses which resource. */
    COURSE_RESOURCES("courseResources", "title courseSourcedId!:ref.courses resourceSourcedId!:ref.resources"),
    /** Courses. */
    COURSES(
            "courses",
            "schoolYearSourcedId:ref.academicSessions title! courseCode grades[] orgSourcedId!:ref.orgs subjects[]"
                    + " subjectCodes[]"),
    /** Demographics; the id is the user's. */
    DEMOGRAPHICS(
            "demographics",
            "birthDate:date sex:enum.sex americanIndianOrAlaskaNative:bool asian:bool blackOrAfricanAmerican:bool"
                    + " nativeHawaiianOrOtherPacificIslander:bool white:bool demographicRaceTwoOrMoreRaces:bool"
                    + " hispanicOrLatinoEthnicity:bool countryOfBirthCode stateOfBirthAbbreviation cityOfBirth"
                    + " publicSchoolResidenceStatus"),
    /** Who is in which class. */
    ENROLLMENTS(
            "enrollments",
            "classSourcedId!:ref.classes schoolSourcedId!:ref.orgs userSourcedId!:ref.users role!:enum.enrollment"
                    + " primary:bool beginDate:date endDate:date"),
    /** Learning objectives of line items. */
    LINE_ITEM_LEARNING_OBJECTIVE_IDS(
            "lineItemLearningObjectiveIds",
            "lineItemSourcedId!:ref.lineItems source!:enum.source learningObjectiveId!"),
    /** Line items of a grade book. */
    LINE_ITEMS(
            "lineItems",
            "title! description assignDate!:date dueDate!:date classSourcedId!:ref.classes"
                    + " categorySourcedId!:ref.categories academicSessionSourcedId!:ref.academicSessions"
                    + " resultValueMin:float resultValueMax:float schoolSourcedId!:ref.orgs"),
    /** Score scales of line items. */
    LINE_ITEM_SCORE_SCALES(
            "lineItemScoreScales", "title lineItemSourcedId!:ref.lineItems scoreScaleSourcedId!:ref.scoreScales"),
    /** Districts, schools, departments. */
    ORGS("orgs", "name! type!:enum.org identifier parentSourcedId:ref.orgs"),
    /** Resources. */
    RESOURCES(
            "resources",
            "vendorResourceId! title roles[]:enum.resource importance:enum.importance vendorId applicationId"),
    /** Learning objectives of results. */
    RESULT_LEARNING_OBJECTIVE_IDS(
            "resultLearningObjectiveIds",
            "resultSourcedId!:ref.results source!:enum.source learningObjectiveId! score:float textScore"),
    /** Results of line items. */
    RESULTS(
            "results",
            "lineItemSourcedId!:ref.lineItems studentSourcedId!:ref.users scoreStatus!:enum.score score:float"
                    + " scoreDate!:date comment textScore classSourcedId:ref.classes inProgress:bool incomplete:bool"
                    + " late:bool missing:bool"),
    /** Score scales of results. */
    RESULT_SCORE_SCALES("resultScoreScales", "title resultSourcedId!:ref.results scoreScaleSourcedId!:ref.scoreScales"),
    /** Who has which role in which org. */
    ROLES(
            "roles",
            "userSourcedId!:ref.users roleType!:enum.roleType role!:enum.role beginDate:date endDate:date"
                    + " orgSourcedId!:ref.orgs userProfileSourcedId:ref.userProfiles"),
    /** Score scales. */
    SCORE_SCALES(
            "scoreScales",
            "title! type! orgSourcedId!:ref.orgs courseSourcedId!:ref.courses classSourcedId!:ref.classes"
                    + " scoreScaleValue[]!"),
    /** Accounts of users elsewhere. */
    USER_PROFILES(
            "userProfiles",
            "userSourcedId!:ref.users profileType! vendorId! applicationId description credentialType! username! password"),
    /** Which user uses which resource. */
    USER_RESOURCES(
            "userResources",
            "userSourcedId!:ref.users orgSourcedId:ref.orgs classSourcedId:ref.classes resourceSourcedId!:ref.resources"),
    /** People. */
    USERS(
            "users",
            "enabledUser!:bool username! userIds[] givenName! familyName! middleName identifier email sms phone"
                    + " agentSourcedIds[]:ref.users grades[] password userMasterIdentifier preferredGivenName"
                    + " preferredMiddleName preferredFamilyName primaryOrgSourcedId:ref.orgs pronouns");

    private final String stem;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<ColumnRule> rules;

    OneRosterFile(String stem, String columns) {
        this.stem = stem;
        this.rules = ColumnRule.parse("sourcedId!:guid status:enum.status dateLastModified:instant " + columns);
    }

    /** The name without ending: {@code academicSessions}. */
    public String stem() {
        return stem;
    }

    /** The name of the file: {@code academicSessions.csv}. */
    public String fileName() {
        return stem + ".csv";
    }

    /** The names of the columns, in order. */
    public List<String> columns() {
        return rules.stream().map(ColumnRule::name).toList();
    }

    /** The file with that name without ending, compared exactly. */
    public static Optional<OneRosterFile> findByStem(String stem) {
        return Arrays.stream(values()).filter(file -> file.stem.equals(stem)).findFirst();
    }

    List<ColumnRule> rules() {
        return rules;
    }

    /** The columns of version 1.1, where they differ. */
    List<ColumnRule> rules11() {
        String start = "sourcedId!:guid status:enum.status dateLastModified:instant ";
        return switch (this) {
            case USERS ->
                ColumnRule.parse(
                        start
                                + "enabledUser!:bool orgSourcedIds[]!:ref.orgs role!:enum.role11 username! userIds[] givenName!"
                                + " familyName! middleName identifier email sms phone agentSourcedIds[]:ref.users grades[] password");
            case LINE_ITEMS ->
                ColumnRule.parse(start
                        + "title! description assignDate!:date dueDate!:date classSourcedId!:ref.classes"
                        + " categorySourcedId!:ref.categories gradingPeriodSourcedId!:ref.academicSessions"
                        + " resultValueMin!:float resultValueMax!:float");
            case RESULTS ->
                ColumnRule.parse(start
                        + "lineItemSourcedId!:ref.lineItems studentSourcedId!:ref.users scoreStatus!:enum.score"
                        + " score!:float scoreDate!:date comment");
            default -> rules;
        };
    }
}

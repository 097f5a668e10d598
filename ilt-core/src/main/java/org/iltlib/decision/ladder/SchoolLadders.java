package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.ladder.Ladder.Step;
import org.iltlib.decision.protocol.AtMost;
import org.iltlib.decision.protocol.BlockRule;
import org.iltlib.decision.protocol.Consensus;
import org.iltlib.decision.protocol.GeneralConsent;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.protocol.Thumbs;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Parity;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.people.StakeholderGroup;

/**
 * The rules by which schools decide, as ladders. They follow excerpts of public documents as read in November 2026, some of
 * them contracts that have run out or bylaws without a date: hold them against the current text before relying on them.
 * What an excerpt leaves open is this library's own and is said at each; change it with {@link Ladder#toBuilder()}.
 *
 * <p>Who must sit on a team is told by {@link org.iltlib.team.PolicyPacks}, not here.
 */
public final class SchoolLadders {
    private static final LocalDate READ = LocalDate.of(2026, 11, 1);
    private static final String EXCERPT = "; excerpt, check the current text";
    private static final String ROUNDS = "; rounds and days: ILT";

    /** The body that ratifies in Springfield. */
    public static final String FACULTY = "faculty";

    /** The body that votes on a waiver of the contract. */
    public static final String MEMBERS = "association members";

    private static final AtMost FEWER_THAN_HALF = AtMost.fewerThan(Fraction.HALF);

    private static final DecisionProtocol ALL_AGREE = new Consensus(0);
    private static final DecisionProtocol ALL_THUMBS =
            Thumbs.of(Thumbs.Reading.FINGERS, Protocols.FIST_TO_FIVE_CLASSIC);

    /**
     * Springfield, Ohio, the team's action plan: the team agrees and the faculty approves; what it does not approve the
     * team studies or alters. Read so: an altered text may come again at once, the same text only after a study is
     * recorded. The faculty's threshold, more than half of the votes cast, is this library's own.
     */
    public static final Ladder SPRINGFIELD_ACTION_PLAN = named(
                    "Springfield, action plan", springfield("; threshold of the faculty and number of rounds: ILT"))
            .addSteps(rounds("consensus", ALL_AGREE, 3))
            .addSteps(Step.of("faculty approval", Protocols.MAJORITY).toBuilder()
                    .body(FACULTY)
                    .ratifies(true)
                    .build())
            .build();

    /** Springfield, Ohio, pilots: by consensus, else things stay as they are. */
    public static final Ladder SPRINGFIELD_PILOT = named("Springfield, pilot", springfield("; number of rounds: ILT"))
            .addSteps(rounds("consensus", ALL_AGREE, 3))
            .build();

    /**
     * Springfield, Ohio, a waiver of the contract: the team agrees, then 65 percent of the members in a secret ballot, so
     * that who abstains or stays away counts against it. "Of the members" is read as of all who may vote, not of the
     * votes cast.
     */
    public static final Ladder SPRINGFIELD_WAIVER = named(
                    "Springfield, waiver of the contract", springfield("; number of rounds: ILT"))
            .addSteps(rounds("consensus", ALL_AGREE, 3))
            .addSteps(Step.of("waiver", Majority.of(percent(65, Threshold.Base.ENTITLED))).toBuilder()
                    .body(MEMBERS)
                    .secretBallot(true)
                    .ratifies(true)
                    .build())
            .build();

    /** Saint Paul, Minnesota: thumbs up or down, the majority decides, a tie goes to the next meeting (3 times: ours). */
    public static final Ladder SAINT_PAUL = named(
                    "Saint Paul leadership team",
                    "Saint Paul Public Schools, leadership team norms" + EXCERPT + "; number of ties: ILT")
            .addSteps(Step.of("thumbs", Thumbs.of(Thumbs.Reading.VOTES, Protocols.MAJORITY)).toBuilder()
                    .tieGoesToNextMeeting(true)
                    .build())
            .build();

    /**
     * New York City: consensus first; without it on the plan the district leadership team helps, then the superintendent
     * facilitates, then the superintendent decides. Written dissent within 10 school days. Who must sit on the team, and
     * as many parents as staff, is {@link org.iltlib.team.PolicyPacks#NEW_YORK_CITY}. That the decision waits for the days
     * of dissent to pass is this library's reading; so are rounds and days.
     */
    public static final Ladder NEW_YORK_CITY = named(
                    "New York City school leadership team (A-655)",
                    "New York City Public Schools, Chancellor's Regulation A-655" + EXCERPT + ROUNDS)
            .addSteps(rounds("consensus", ALL_AGREE, 3))
            .addSteps(helped("consensus, district team helping", "district leadership team"))
            .addSteps(helped("consensus, superintendent facilitating", "superintendent"))
            .authority("superintendent")
            .dissentSchoolDays(10)
            .build();

    /** PS 115, New York City: bylaws change by consensus at two consecutive meetings; alternates may sit for members. */
    public static final Ladder PS_115_BYLAWS = named(
                    "PS 115 bylaws", "PS 115 school leadership team, bylaws" + EXCERPT + "; number of rounds: ILT")
            .addSteps(Step.of("consensus, twice", ALL_AGREE).toBuilder()
                    .inARow(2)
                    .maxRounds(4)
                    .addAllowed(Substitution.Kind.ALTERNATE)
                    .build())
            .build();

    /**
     * A contract clause on school leadership teams: consensus, which is unanimity or a majority decision that all will
     * support, dissenters included; else a majority; else the instructional superintendent after consulting the
     * association. Read so: fewer than half stand aside and nobody blocks; a majority of noes has decided too, so only a
     * tie goes on.
     */
    public static final Ladder CONTRACT_CLAUSE = named(
                    "Leadership team contract clause",
                    "School leadership team clause of a teachers' contract, from a law library" + EXCERPT
                            + "; number of rounds: ILT")
            .addSteps(rounds("consensus", new Consensus(FEWER_THAN_HALF, BlockRule.withReason(), Optional.empty()), 2))
            .addSteps(Step.of("majority", Protocols.MAJORITY).toBuilder()
                    .rejectionEnds(true)
                    .build())
            .authority("instructional superintendent")
            .addMustConsult("association")
            .build();

    private static final Parity STAFF_AND_PARENTS = Parity.of(
            Parity.Side.of(
                    "staff", StakeholderGroup.TEACHER, StakeholderGroup.ADMINISTRATOR, StakeholderGroup.CLASSIFIED),
            Parity.Side.of("parents", StakeholderGroup.PARENT, StakeholderGroup.COMMUNITY, StakeholderGroup.STUDENT));

    /**
     * California school site council: one vote each, only those present, nobody in the place of another. That more than
     * half of the votes cast decide is this library's own.
     */
    public static final Ladder CALIFORNIA_COUNCIL = named("California school site council", california())
            .addSteps(Step.of("vote", Protocols.MAJORITY).toBuilder()
                    .rejectionEnds(true)
                    .build())
            .build();

    /**
     * California school site council, where its bylaws have the two sides meet in equal numbers: a meeting at which staff
     * and parents (with community members, and students at secondary schools) are not as many has no quorum. The code asks
     * for parity of membership; to ask for it at the meeting is stricter.
     */
    public static final Ladder CALIFORNIA_COUNCIL_IN_PARITY = CALIFORNIA_COUNCIL.toBuilder()
            .name("California school site council, in parity")
            .steps(List.of(CALIFORNIA_COUNCIL.steps().get(0).toBuilder()
                    .quorum(Quorum.builder().addParity(STAFF_AND_PARENTS).build())
                    .build()))
            .build();

    /** California school site council, to suspend or expel a member: two thirds of all members, the one concerned counted. */
    public static final Ladder CALIFORNIA_EXPULSION = named(
                    "California school site council, suspension or expulsion", california())
            .addSteps(
                    Step.of("vote", Majority.of(Threshold.of(Minimum.TWO_THIRDS, Threshold.Base.ENTITLED))).toBuilder()
                            .recusalPolicy(Recusal.Policy.EXCLUDED_FROM_VOTE)
                            .rejectionEnds(true)
                            .build())
            .build();

    /** Boxwood: consensus, else the majority. The number of rounds is this library's own. */
    public static final Ladder BOXWOOD = named(
                    "Boxwood", "Boxwood public school, leadership team norms" + EXCERPT + "; number of rounds: ILT")
            .addSteps(rounds("consensus", ALL_AGREE, 2))
            .addSteps(Step.of("majority", Protocols.MAJORITY))
            .build();

    /**
     * Consensus with a silent window, known from cohousing as the N Street pattern: posted for two weeks, silence
     * consents. Who blocks meets with representatives every two weeks, six times in three months at most, to write another
     * text; else 75 percent of the votes cast decide. No quorum.
     */
    public static final Ladder N_STREET = named(
                    "N Street consensus",
                    "Cohousing mailing list, N Street Cohousing's consensus process" + EXCERPT
                            + "; weeks as five school days: ILT")
            .addSteps(withoutQuorum(Step.of("posted", new GeneralConsent()).toBuilder()
                    .schoolDays(10)
                    .silenceConsents(true)))
            .addSteps(withoutQuorum(Step.of("another text", ALL_AGREE).toBuilder()
                    .schoolDays(60)
                    .meetsEverySchoolDays(10)
                    .maxRounds(6)))
            .addSteps(withoutQuorum(Step.of("vote", Majority.of(percent(75, Threshold.Base.CAST))).toBuilder()))
            .build();

    /** Two consecutive meetings: the same text must have a majority twice, with no change between. A rule of one's own. */
    public static final Ladder TWO_CONSECUTIVE_MEETINGS = Ladder.builder()
            .name("two consecutive meetings")
            .addSteps(Step.of("majority, twice", Protocols.MAJORITY).toBuilder()
                    .inARow(2)
                    .maxRounds(4)
                    .build())
            .build();

    /** Modified consensus: two rounds, at most one standing aside, then two thirds of the votes cast. A rule of one's own. */
    public static final Ladder MODIFIED_CONSENSUS = Ladder.builder()
            .name("modified consensus")
            .addSteps(rounds("consensus", Protocols.CONSENSUS, 2), Step.of("two thirds", Protocols.TWO_THIRDS))
            .build();

    private SchoolLadders() {}

    /** All shipped ladders, in the order of the constants; {@link #communityPartnershipsAcademy} is made to measure. */
    public static List<Ladder> listAll() {
        return List.of(
                SPRINGFIELD_ACTION_PLAN,
                SPRINGFIELD_PILOT,
                SPRINGFIELD_WAIVER,
                SAINT_PAUL,
                NEW_YORK_CITY,
                PS_115_BYLAWS,
                CONTRACT_CLAUSE,
                CALIFORNIA_COUNCIL,
                CALIFORNIA_COUNCIL_IN_PARITY,
                CALIFORNIA_EXPULSION,
                BOXWOOD,
                N_STREET,
                TWO_CONSECUTIVE_MEETINGS,
                MODIFIED_CONSENSUS);
    }

    /**
     * The council of a Community Partnerships Academy: consensus by thumbs; after the agreed time 80 percent of the votes
     * cast; two at least of each constituency must be there; "no decision" is no outcome, which is read so: after the
     * agreed time the vote is due until it has said yes or no.
     *
     * @param constituencies the groups on the council, which the excerpt does not name
     * @param agreedSchoolDays the agreed time
     */
    public static Ladder communityPartnershipsAcademy(Set<StakeholderGroup> constituencies, int agreedSchoolDays) {
        Checks.notEmpty(constituencies, "constituencies");
        TreeMap<String, Integer> two = new TreeMap<>();
        new TreeSet<>(constituencies).forEach(group -> two.put(group.value(), 2));
        Quorum quorum = Quorum.builder().putAllPerGroup(two).build();
        return named(
                        "Community Partnerships Academy council",
                        "Community Partnerships Academy, governance council" + EXCERPT + "; number of rounds: ILT")
                .addSteps(Step.of("thumbs", ALL_THUMBS).toBuilder()
                        .quorum(quorum)
                        .schoolDays(agreedSchoolDays)
                        .maxRounds(agreedSchoolDays)
                        .build())
                .addSteps(Step.of("80 percent", Majority.of(percent(80, Threshold.Base.CAST))).toBuilder()
                        .quorum(quorum)
                        .mustDecide(true)
                        .build())
                .build();
    }

    private static Ladder.Builder named(String name, String source) {
        return Ladder.builder().name(name).source(source).checkedOn(READ);
    }

    private static String springfield(String ours) {
        return "Springfield, Ohio, contract with the education association 2019-21, article 25" + EXCERPT + ours;
    }

    private static String california() {
        return "California Education Code 65000-65001 and model bylaws of school site councils" + EXCERPT
                + "; ordinary threshold: ILT";
    }

    private static Step rounds(String name, DecisionProtocol protocol, int rounds) {
        return Step.of(name, protocol).toBuilder().maxRounds(rounds).build();
    }

    private static Step helped(String name, String helper) {
        return Step.of(name, ALL_AGREE).toBuilder()
                .helper(helper)
                .maxRounds(2)
                .schoolDays(10)
                .build();
    }

    private static Step withoutQuorum(Step.Builder step) {
        return step.quorum(Quorum.builder()
                        .minimum(Minimum.atLeast(Fraction.of(0, 1)))
                        .build())
                .build();
    }

    private static Threshold percent(int percent, Threshold.Base base) {
        return Threshold.of(Minimum.atLeast(Fraction.percent(percent)), base);
    }
}

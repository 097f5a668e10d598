package org.iltlib.decision.ladder;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** The written forms of ladders and where they stand, given how protocols are written. */
final class LadderForms {

    static Form<Ladder> ladder(Form<DecisionProtocol> protocols) {
        return Form.<Ladder, Ladder.Builder>built(Ladder::builder, Ladder.Builder::build)
                .field("name", Forms.TEXT, Ladder::name, Ladder.Builder::name)
                .maybe("source", Forms.TEXT, Ladder::source, Ladder.Builder::source)
                .maybe("checkedOn", Forms.DATE, Ladder::checkedOn, Ladder.Builder::checkedOn)
                .list("steps", step(protocols), Ladder::steps, Ladder.Builder::addAllSteps)
                .maybe("authority", Forms.TEXT, Ladder::authority, Ladder.Builder::authority)
                .set("mustConsult", Forms.TEXT, Ladder::mustConsult, Ladder.Builder::addAllMustConsult)
                .field("dissentSchoolDays", Forms.INTEGER, Ladder::dissentSchoolDays, Ladder.Builder::dissentSchoolDays)
                .maybe(
                        "reconsiderSchoolDays",
                        Forms.INTEGER,
                        ladder -> number(ladder.reconsiderSchoolDays()),
                        Ladder.Builder::reconsiderSchoolDays)
                .field("maxReturns", Forms.INTEGER, Ladder::maxReturns, Ladder.Builder::maxReturns)
                .field(
                        "remindSchoolDaysBefore",
                        Forms.INTEGER,
                        Ladder::remindSchoolDaysBefore,
                        Ladder.Builder::remindSchoolDaysBefore);
    }

    private static Form<Ladder.Step> step(Form<DecisionProtocol> protocols) {
        return Form.<Ladder.Step, Ladder.Step.Builder>built(Ladder.Step::builder, Ladder.Step.Builder::build)
                .field("name", Forms.TEXT, Ladder.Step::name, Ladder.Step.Builder::name)
                .field("protocol", protocols, Ladder.Step::protocol, Ladder.Step.Builder::protocol)
                .field("body", Forms.TEXT, Ladder.Step::body, Ladder.Step.Builder::body)
                .maybe("helper", Forms.TEXT, Ladder.Step::helper, Ladder.Step.Builder::helper)
                .field("quorum", Quorum.FORM, Ladder.Step::quorum, Ladder.Step.Builder::quorum)
                .field(
                        "recusalPolicy",
                        Forms.enumOf(Recusal.Policy.class),
                        Ladder.Step::recusalPolicy,
                        Ladder.Step.Builder::recusalPolicy)
                .list(
                        "allowed",
                        Forms.enumOf(Substitution.Kind.class),
                        step -> List.copyOf(step.allowed()),
                        Ladder.Step.Builder::addAllAllowed)
                .list("ties", TiePolicy.form(), Ladder.Step::ties, Ladder.Step.Builder::addAllTies)
                .field("secretBallot", Forms.FLAG, Ladder.Step::secretBallot, Ladder.Step.Builder::secretBallot)
                .field("maxRounds", Forms.INTEGER, Ladder.Step::maxRounds, Ladder.Step.Builder::maxRounds)
                .maybe("schoolDays", Forms.INTEGER, step -> number(step.schoolDays()), Ladder.Step.Builder::schoolDays)
                .maybe(
                        "meetsEverySchoolDays",
                        Forms.INTEGER,
                        step -> number(step.meetsEverySchoolDays()),
                        Ladder.Step.Builder::meetsEverySchoolDays)
                .field(
                        "silenceConsents",
                        Forms.FLAG,
                        Ladder.Step::silenceConsents,
                        Ladder.Step.Builder::silenceConsents)
                .field("mustDecide", Forms.FLAG, Ladder.Step::mustDecide, Ladder.Step.Builder::mustDecide)
                .field("inARow", Forms.INTEGER, Ladder.Step::inARow, Ladder.Step.Builder::inARow)
                .field("rejectionEnds", Forms.FLAG, Ladder.Step::rejectionEnds, Ladder.Step.Builder::rejectionEnds)
                .field(
                        "tieGoesToNextMeeting",
                        Forms.FLAG,
                        Ladder.Step::tieGoesToNextMeeting,
                        Ladder.Step.Builder::tieGoesToNextMeeting)
                .field("maxTies", Forms.INTEGER, Ladder.Step::maxTies, Ladder.Step.Builder::maxTies)
                .field("polls", Forms.FLAG, Ladder.Step::polls, Ladder.Step.Builder::polls)
                .field("ratifies", Forms.FLAG, Ladder.Step::ratifies, Ladder.Step.Builder::ratifies);
    }

    static Form<LadderState> state(Form<DecisionProtocol> protocols) {
        return Form.<LadderState, LadderState.Builder>built(LadderState::builder, LadderState.Builder::build)
                .field("outcome", Outcome.FORM, LadderState::outcome, LadderState.Builder::outcome)
                .maybe("step", step(protocols), LadderState::step, LadderState.Builder::step)
                .field("roundsHeld", Forms.INTEGER, LadderState::roundsHeld, LadderState.Builder::roundsHeld)
                .maybe("deadline", Forms.DATE, LadderState::deadline, LadderState.Builder::deadline)
                .field("overdue", Forms.FLAG, LadderState::overdue, LadderState.Builder::overdue)
                .field("studyOwed", Forms.FLAG, LadderState::studyOwed, LadderState.Builder::studyOwed)
                .maybe("authority", Forms.TEXT, LadderState::authority, LadderState.Builder::authority)
                .maybe("ruling", Ruling.FORM, LadderState::ruling, LadderState.Builder::ruling)
                .maybe("dissentUntil", Forms.DATE, LadderState::dissentUntil, LadderState.Builder::dissentUntil)
                .maybe("effectiveOn", Forms.DATE, LadderState::effectiveOn, LadderState.Builder::effectiveOn)
                .list(
                        "dissent",
                        LadderEvent.WrittenDissent.FORM,
                        LadderState::dissent,
                        LadderState.Builder::addAllDissent)
                .maybe(
                        "reconsiderUntil",
                        Forms.DATE,
                        LadderState::reconsiderUntil,
                        LadderState.Builder::reconsiderUntil)
                .list("trail", LadderState.Leg.FORM, LadderState::trail, LadderState.Builder::addAllTrail)
                .list("reminders", Reminder.FORM, LadderState::reminders, LadderState.Builder::addAllReminders);
    }

    private static Optional<Integer> number(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private LadderForms() {}
}

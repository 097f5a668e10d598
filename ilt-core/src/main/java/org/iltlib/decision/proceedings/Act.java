package org.iltlib.decision.proceedings;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What can happen in the room: five families, on {@linkplain Procedure the procedure}, {@linkplain Attendance who is
 * there}, {@linkplain Voting the ballots}, {@linkplain Concern what stands against it} and {@linkplain Counsel what others say}. A closed list, so that a log
 * means the same to everybody who replays it. Each is immutable.
 */
public sealed interface Act permits Procedure, Attendance, Voting, Concern, Counsel {
    /** The written form, tagged {@code act}. */
    static Form<Act> form() {
        return Forms.<Act>family("act")
                .when("opened", Procedure.Opened.class, Procedure.Opened.FORM)
                .when("stepBegun", Procedure.StepBegun.class, Procedure.StepBegun.FORM)
                .when("roundBegun", Procedure.RoundBegun.class, Procedure.RoundBegun.FORM)
                .when("amended", Procedure.Amended.class, Procedure.Amended.FORM)
                .when("tightened", Procedure.Tightened.class, Procedure.Tightened.FORM)
                .when("seedCommitted", Procedure.SeedCommitted.class, Procedure.SeedCommitted.FORM)
                .when("seedsRevealed", Procedure.SeedsRevealed.class, Procedure.SeedsRevealed.FORM)
                .when("closed", Procedure.Closed.class, Procedure.Closed.FORM)
                .when("reconsidered", Procedure.Reconsidered.class, Procedure.Reconsidered.FORM)
                .when("came", Attendance.Came.class, Attendance.Came.FORM)
                .when("went", Attendance.Went.class, Attendance.Went.FORM)
                .when("recused", Attendance.Recused.class, Attendance.Recused.FORM)
                .when("recusalChallenged", Attendance.RecusalChallenged.class, Attendance.RecusalChallenged.FORM)
                .when("recusalRuled", Attendance.RecusalRuled.class, Attendance.RecusalRuled.FORM)
                .when("substituted", Attendance.Substituted.class, Attendance.Substituted.FORM)
                .when("cast", Voting.Cast.class, Voting.Cast.FORM)
                .when("changed", Voting.Changed.class, Voting.Changed.FORM)
                .when("sealed", Voting.Sealed.class, Voting.Sealed.FORM)
                .when("resealed", Voting.Resealed.class, Voting.Resealed.FORM)
                .when("takenBack", Voting.TakenBack.class, Voting.TakenBack.FORM)
                .when("raised", Concern.Raised.class, Concern.Raised.FORM)
                .when("tested", Concern.Tested.class, Concern.Tested.FORM)
                .when("integrated", Concern.Integrated.class, Concern.Integrated.FORM)
                .when("withdrawn", Concern.Withdrawn.class, Concern.Withdrawn.FORM)
                .when("overridden", Concern.Overridden.class, Concern.Overridden.FORM)
                .when("stoodAside", Concern.StoodAside.class, Concern.StoodAside.FORM)
                .when("adviceAsked", Counsel.AdviceAsked.class, Counsel.AdviceAsked.FORM)
                .when("adviceGiven", Counsel.AdviceGiven.class, Counsel.AdviceGiven.FORM)
                .when("adviceUsed", Counsel.AdviceUsed.class, Counsel.AdviceUsed.FORM)
                .when("blockConfirmed", Counsel.BlockConfirmed.class, Counsel.BlockConfirmed.FORM);
    }
}

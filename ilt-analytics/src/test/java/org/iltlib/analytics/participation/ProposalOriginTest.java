package org.iltlib.analytics.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.Option;
import org.iltlib.decision.Proposal;
import org.iltlib.form.CanonicalJson;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

/** Two administrators, a coach and seven teachers; four proposals, of which one is adopted and one refused. */
class ProposalOriginTest {
    private static final String DECISION = """
            {
              "id": "decision-NUMBER",
              "proposal": "proposal-NUMBER",
              "chosen": {"id": "OPTION", "text": "as said", "statusQuo": QUO},
              "outcome": {
                "status": "STATUS",
                "protocol": "majority",
                "round": 1,
                "revision": 1,
                "counts": {"NO": 1, "YES": 2},
                "explanation": {"claim": "Counted."}
              },
              "snapshot": {"takenOn": "2026-10-13", "values": []},
              "decidedOn": "2026-10-13",
              "reviewOn": "2027-01-19",
              "owner": "p-00"
            }
            """;

    private static PersonId person(int number) {
        return PersonId.of("p-%02d".formatted(number));
    }

    private static Map<PersonId, String> roles() {
        Map<PersonId, String> roles = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            roles.put(person(i), i < 2 ? "administrator" : i == 2 ? "coach" : "teacher");
        }
        return roles;
    }

    private static Proposal proposal(int number, int by) {
        return Proposal.builder()
                .id(EntryId.of("proposal-" + number))
                .proposedBy(person(by))
                .question("How?")
                .text("So.")
                .addOptions(Option.of("new", "as said"), Option.statusQuo("as now"))
                .proposed("new")
                .addAffected(StakeholderGroup.TEACHER)
                .build();
    }

    private static Decision decision(int number, boolean adopted) {
        return Decision.FORM.read(CanonicalJson.read(DECISION.replace("NUMBER", Integer.toString(number))
                .replace("OPTION", adopted ? "new" : "status-quo")
                .replace("QUO", Boolean.toString(!adopted))
                .replace("STATUS", adopted ? "ADOPTED" : "REJECTED")));
    }

    private static final ProposalOrigin ORIGIN = ProposalOrigin.of(
            List.of(proposal(1, 0), proposal(2, 5), proposal(3, 6), proposal(4, 77)),
            List.of(decision(1, true), decision(2, false)),
            roles());

    /** By hand: one of three by two of ten seats, adopted; two of three by seven of ten, none adopted; a guest's left out. */
    @Test
    void originAndAdoptionAreReadFromTheRecord() {
        assertThat(ORIGIN.proposals())
                .containsExactly(
                        new ProposalOrigin.Put("administrator", true),
                        new ProposalOrigin.Put("teacher", false),
                        new ProposalOrigin.Put("teacher", false));
        assertThat(ORIGIN.origins(1).get("teacher")).isEqualTo(Measured.of(ChanceShare.binomial(2, 3, 7, 10)));
        assertThat(ORIGIN.adoptions(1).get("teacher")).isEqualTo(Measured.of(ChanceShare.hypergeometric(0, 2, 1, 3)));
        assertThat(ORIGIN.adoptions(1).get("coach")).isInstanceOf(Measured.Missing.class);
    }

    @Test
    void aRoleOfOneIsAPersonAndIsWithheld() {
        assertThat(ORIGIN.origins(2).get("coach")).isInstanceOf(Measured.Suppressed.class);
        assertThat(ORIGIN.origins(2).get("administrator")).isInstanceOf(Measured.Suppressed.class);
        assertThat(ORIGIN.adoptions(2).get("teacher").isReported()).isTrue();
    }
}

package org.iltlib.decision.proceedings;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Acts on what stands against a proposal: objections through their life, and standing aside. */
public sealed interface Concern extends Act {

    /**
     * An objection is raised by the one who moves it; refused where the protocol hears none, and in an anonymous vote.
     *
     * @param objection an id for it, unique in the proceedings
     * @param reason the objection in the objector's own words
     */
    record Raised(String objection, String reason) implements Concern {
        static final Form<Raised> FORM =
                Form.of("objection", Forms.TEXT, Raised::objection, "reason", Forms.TEXT, Raised::reason, Raised::new);

        /** Checks id and words. */
        public Raised {
            Checks.id(objection, "objection");
            Checks.text(reason, "reason");
        }
    }

    /**
     * An objection is tested. Not where a rule for blocks, or general consent, has it judged by numbers.
     *
     * @param objection its id
     * @param rule by which rule: {@code harms the aim, and says how}
     * @param valid whether it passed
     */
    record Tested(String objection, String rule, boolean valid) implements Concern {
        static final Form<Tested> FORM = Form.of(
                "objection",
                Forms.TEXT,
                Tested::objection,
                "rule",
                Forms.TEXT,
                Tested::rule,
                "valid",
                Forms.FLAG,
                Tested::valid,
                Tested::new);

        /** Checks id and words. */
        public Tested {
            Checks.id(objection, "objection");
            Checks.text(rule, "rule");
        }
    }

    /**
     * A valid objection is worked into the text.
     *
     * @param objection its id
     * @param revision the revision that holds it; the text as it stands
     * @param how what was done: amended, the term shortened, a measure added
     */
    record Integrated(String objection, int revision, String how) implements Concern {
        static final Form<Integrated> FORM = Form.of(
                "objection",
                Forms.TEXT,
                Integrated::objection,
                "revision",
                Forms.INTEGER,
                Integrated::revision,
                "how",
                Forms.TEXT,
                Integrated::how,
                Integrated::new);

        /** Checks id and words. */
        public Integrated {
            Checks.id(objection, "objection");
            Checks.text(how, "how");
        }
    }

    /**
     * An objection is withdrawn by the one who raised it.
     *
     * @param objection its id
     */
    record Withdrawn(String objection) implements Concern {
        static final Form<Withdrawn> FORM = Form.of("objection", Forms.TEXT, Withdrawn::objection, Withdrawn::new);

        /** Checks the id. */
        public Withdrawn {
            Checks.id(objection, "objection");
        }
    }

    /**
     * A valid objection is overridden by a rule of the body. Not where a rule for blocks, or general consent, has it
     * judged by numbers.
     *
     * @param objection its id
     * @param rule by which rule: {@code 90 % of those who do not block}
     */
    record Overridden(String objection, String rule) implements Concern {
        static final Form<Overridden> FORM = Form.of(
                "objection", Forms.TEXT, Overridden::objection, "rule", Forms.TEXT, Overridden::rule, Overridden::new);

        /** Checks id and words. */
        public Overridden {
            Checks.id(objection, "objection");
            Checks.text(rule, "rule");
        }
    }

    /**
     * The one who moves it stands aside: does not agree, and stops nobody. Said aloud; how they vote is their ballot.
     *
     * @param reason in their own words
     * @param released whether they need not help to carry it out
     */
    record StoodAside(String reason, boolean released) implements Concern {
        static final Form<StoodAside> FORM = Form.of(
                "reason",
                Forms.TEXT,
                StoodAside::reason,
                "released",
                Forms.FLAG,
                StoodAside::released,
                StoodAside::new);

        /** Checks the words. */
        public StoodAside {
            Checks.text(reason, "reason");
        }
    }
}

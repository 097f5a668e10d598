package org.iltlib.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Who does what about one matter, by RACI, DACI or RAPID, and what is wrong with it. A person may have several roles.
 *
 * <pre>{@code
 * RoleChart chart = RoleChart.of(RoleChart.Scheme.DACI).with("approver", principal).with("driver", coach);
 * chart.findings();                // empty: the chart is sound
 * }</pre>
 *
 * @param scheme which letters
 * @param holders who has a role, by its name in lower case; roles that nobody has may be left out
 */
public record RoleChart(Scheme scheme, Map<String, Set<PersonId>> holders) {
    /** The written form. */
    public static final Form<RoleChart> FORM = Form.of(
            "scheme",
            Forms.enumOf(Scheme.class),
            RoleChart::scheme,
            "holders",
            Forms.mapOf(Forms.setOf(PersonId.FORM)),
            RoleChart::holders,
            RoleChart::new);

    /** A set of roles. */
    public enum Scheme {
        /** Responsible, accountable, consulted, informed. */
        RACI("accountable", "responsible", List.of("responsible", "accountable", "consulted", "informed")),
        /** Driver, approver, contributors, informed. */
        DACI("approver", "driver", List.of("driver", "approver", "contributor", "informed")),
        /** Recommend, agree, perform, input, decide; who must agree can stop the matter. */
        RAPID("decide", "recommend", List.of("recommend", "agree", "perform", "input", "decide"));

        private final String decider;
        private final String driver;
        private final List<String> roles;

        Scheme(String decider, String driver, List<String> roles) {
            this.decider = decider;
            this.driver = driver;
            this.roles = roles;
        }

        /** The role of the one who answers for the decision. */
        public String decider() {
            return decider;
        }

        /** The role of those who move the matter on. */
        public String driver() {
            return driver;
        }

        /** All roles. */
        public List<String> roles() {
            return roles;
        }
    }

    /** Checks the names of roles; copies. */
    public RoleChart {
        Map<String, Set<PersonId>> copy = new TreeMap<>();
        for (Map.Entry<String, Set<PersonId>> entry : holders.entrySet()) {
            Checks.require(
                    scheme.roles().contains(entry.getKey()),
                    "role is \"%s\". Expected one of %s.",
                    entry.getKey(),
                    scheme.roles());
            copy.put(entry.getKey(), Collections.unmodifiableSet(new TreeSet<>(entry.getValue())));
        }
        holders = Collections.unmodifiableMap(copy);
    }

    /** A chart in which nobody has a role yet. */
    public static RoleChart of(Scheme scheme) {
        return new RoleChart(scheme, Map.of());
    }

    /** A copy in which these have the role too. */
    public RoleChart with(String role, PersonId... persons) {
        Map<String, Set<PersonId>> more = new TreeMap<>(holders);
        Set<PersonId> together = new TreeSet<>(listHolders(role));
        Collections.addAll(together, persons);
        more.put(role, together);
        return new RoleChart(scheme, more);
    }

    /** Who has that role; nobody if it is not filled. */
    public Set<PersonId> listHolders(String role) {
        return holders.getOrDefault(role, Set.of());
    }

    /** Whether that person can stop the matter: the decider, and in RAPID who must agree. */
    public boolean canStop(PersonId person) {
        return listHolders(scheme.decider()).contains(person)
                || listHolders("agree").contains(person);
    }

    /** What is wrong, a sentence each; empty if the chart is sound. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        int deciders = listHolders(scheme.decider()).size();
        if (deciders != 1) {
            findings.add("%s have the role \"%s\". Expected exactly one.".formatted(deciders, scheme.decider()));
        }
        if (listHolders(scheme.driver()).isEmpty()) {
            findings.add("Nobody has the role \"%s\". Expected at least one.".formatted(scheme.driver()));
        }
        for (PersonId person : listHolders("informed")) {
            for (String role : scheme.roles()) {
                if (!role.equals("informed") && listHolders(role).contains(person)) {
                    findings.add("%s has the role \"%s\" and is also only informed. Maybe leave out \"informed\"."
                            .formatted(person, role));
                }
            }
        }
        if (scheme == Scheme.RAPID && listHolders("perform").isEmpty()) {
            findings.add("Nobody has the role \"perform\". Expected those who will carry it out.");
        }
        return List.copyOf(findings);
    }
}

package org.iltlib.exchange.oneroster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings a row of version 1.1 to the files of version 1.2. */
final class Version11 {
    private Version11() {}

    static List<RosterRow> rows(OneRosterFile file, Map<String, String> cells) {
        Map<String, String> rest = new LinkedHashMap<>(cells);
        String id = String.valueOf(rest.remove("sourcedId"));
        List<RosterRow> rows = new ArrayList<>();
        if (file == OneRosterFile.USERS) {
            String role = String.valueOf(rest.remove("role"));
            String listed = String.valueOf(rest.remove("orgSourcedIds"));
            String[] orgs = listed.replaceFirst(",+$", "").split(",", -1);
            rest.put("primaryOrgSourcedId", orgs[0].strip());
            for (int i = 0; i < orgs.length; i++) {
                rows.add(RosterRow.of(OneRosterFile.ROLES, id + "-role-" + (i + 1))
                        .with("userSourcedId", id)
                        .with("roleType", i == 0 ? "primary" : "secondary")
                        .with("role", role.equals("administrator") ? "siteAdministrator" : role)
                        .with("orgSourcedId", orgs[i].strip()));
            }
        } else if (file == OneRosterFile.LINE_ITEMS) {
            rest.put("academicSessionSourcedId", String.valueOf(rest.remove("gradingPeriodSourcedId")));
        }
        rows.add(new RosterRow(file, id, rest));
        return rows;
    }
}

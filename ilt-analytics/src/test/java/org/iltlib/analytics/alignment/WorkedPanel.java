package org.iltlib.analytics.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.StandardId;

/** The worked example of three raters and eight items. */
public final class WorkedPanel {
    /** The standard. */
    public static final StandardId STANDARD = StandardId.of("s");

    private WorkedPanel() {}

    /** Three raters, eight items; each code is a demand and an objective, "-" for none. */
    public static List<AlignmentJudgment> judgments() {
        List<AlignmentJudgment> all = new ArrayList<>();
        String[] codes = {
            "1a 2b 2b 1c 2c 2d 3d 1-", "1a 1b 2b 2c 2c 3d 3d 1b", "2a 2b 2c 1c 2c 2d 2b 1-",
        };
        for (int rater = 0; rater < codes.length; rater++) {
            String[] own = codes[rater].split(" ", -1);
            for (int item = 0; item < own.length; item++) {
                AlignmentJudgment.Builder one = AlignmentJudgment.builder()
                        .rater(PersonId.of("p-" + (rater + 1)))
                        .role("teacher")
                        .round(1)
                        .item("item-" + (item + 1))
                        .demand(own[item].charAt(0) - '0');
                if (own[item].charAt(1) != '-') {
                    one.primary(StandardId.of(own[item].substring(1)));
                }
                all.add(one.build());
            }
        }
        return all;
    }

    /** The standard with its five objectives. */
    public static WebbStandard standard(Optional<Integer> level) {
        Map<StandardId, Integer> objectives = new LinkedHashMap<>();
        String[] names = {"a", "b", "c", "d", "e"};
        int[] levels = {1, 2, 2, 3, 2};
        for (int i = 0; i < names.length; i++) {
            objectives.put(StandardId.of(names[i]), levels[i]);
        }
        return new WebbStandard(STANDARD, objectives, level);
    }
}

package org.iltlib.analytics.measurement.diagnosis;

import org.iltlib.base.Checks;

/**
 * From which chance a skill is called had or lacked; between the two nobody should decide on it.
 *
 * @param lacked at or below it the skill counts as lacked
 * @param had at or above it the skill counts as had
 */
public record StandingRule(double lacked, double had) {
    /** Checks the order. */
    public StandingRule {
        Checks.share(lacked, "lacked");
        Checks.share(had, "had");
        Checks.require(lacked < had, "lacked is %s, had is %s. Expected the first to be smaller.", lacked, had);
    }

    /** One in five and four in five: ours, where a school has agreed nothing else. */
    public static StandingRule withDefaults() {
        return new StandingRule(0.2, 0.8);
    }

    /** The word for that chance. */
    public SkillStanding.Word of(double chance) {
        return chance >= had
                ? SkillStanding.Word.LIKELY_HAD
                : chance <= lacked ? SkillStanding.Word.LIKELY_LACKED : SkillStanding.Word.OPEN;
    }
}

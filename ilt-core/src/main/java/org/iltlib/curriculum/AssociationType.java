package org.iltlib.curriculum;

import java.util.List;
import java.util.regex.Pattern;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What an association says of its origin and its destination. The types are those of CASE 1.1 (1EdTech, Competencies
 * and Academic Standards Exchange), which a publisher may extend by names that begin with {@code ext:}.
 *
 * @param value one of the ten names of CASE, or {@code ext:} and letters, digits, dots, hyphens and underscores
 */
public record AssociationType(String value) {
    /** The origin is a child of the destination. */
    public static final AssociationType IS_CHILD_OF = new AssociationType("isChildOf");
    /** Both stand at the same level. */
    public static final AssociationType IS_PEER_OF = new AssociationType("isPeerOf");
    /** The origin is included in the destination. */
    public static final AssociationType IS_PART_OF = new AssociationType("isPartOf");
    /** Both say the same. */
    public static final AssociationType EXACT_MATCH_OF = new AssociationType("exactMatchOf");
    /** The origin comes before the destination. */
    public static final AssociationType PRECEDES = new AssociationType("precedes");
    /** They have to do with each other in some other way. */
    public static final AssociationType IS_RELATED_TO = new AssociationType("isRelatedTo");
    /** The origin has been replaced by the destination. */
    public static final AssociationType REPLACED_BY = new AssociationType("replacedBy");
    /** The destination is an example of the origin. */
    public static final AssociationType EXEMPLAR = new AssociationType("exemplar");
    /** The destination is a level of skill of the origin. */
    public static final AssociationType HAS_SKILL_LEVEL = new AssociationType("hasSkillLevel");
    /** The origin is a translation of the destination; since CASE 1.1. */
    public static final AssociationType IS_TRANSLATION_OF = new AssociationType("isTranslationOf");

    /** The written form: the name. */
    public static final Form<AssociationType> FORM = Forms.id(AssociationType::value, AssociationType::of);

    private static final Pattern EXTENSION = Pattern.compile("ext:[a-zA-Z0-9._-]+");
    private static final List<String> NAMES = List.of(
            "isChildOf",
            "isPeerOf",
            "isPartOf",
            "exactMatchOf",
            "precedes",
            "isRelatedTo",
            "replacedBy",
            "exemplar",
            "hasSkillLevel",
            "isTranslationOf");

    /** Checks the shape; that the name is known is checked by {@link #of}. */
    public AssociationType {
        Checks.id(value, "association type");
    }

    /**
     * The type of that name.
     *
     * @throws IllegalArgumentException if it is neither a name of CASE nor an extension
     */
    public static AssociationType of(String value) {
        Checks.require(
                NAMES.contains(value) || EXTENSION.matcher(value).matches(),
                "association type is \"%s\". Expected one of %s, or ext: and a name.",
                value,
                NAMES);
        return new AssociationType(value);
    }

    /** The ten names of CASE 1.1. */
    public static List<String> listNames() {
        return NAMES;
    }

    /** Whether a publisher added it. */
    public boolean isExtension() {
        return value.startsWith("ext:");
    }

    @Override
    public String toString() {
        return value;
    }
}

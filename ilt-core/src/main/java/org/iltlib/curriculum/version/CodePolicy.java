package org.iltlib.curriculum.version;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Which spellings of a code mean the same. A code is stripped, its letters are made capital, and the rewritings are
 * applied in order; two codes are the same if what results is. Immutable.
 *
 * @param name by which people know it
 * @param source where the spellings were seen, in words
 * @param rewritings in order
 */
public record CodePolicy(String name, String source, List<Rewriting> rewritings) {
    /** The written form: a district may load its own. */
    public static final Form<CodePolicy> FORM = Form.of(
            "name",
            Forms.TEXT,
            CodePolicy::name,
            "source",
            Forms.TEXT,
            CodePolicy::source,
            "rewritings",
            Forms.listOf(Rewriting.FORM),
            CodePolicy::rewritings,
            CodePolicy::new);

    /** Codes are the same only if they are spelled the same; nothing is rewritten, not even small letters. */
    public static final CodePolicy EXACT = new CodePolicy("exact", "as written", List.of());

    /**
     * Spellings of the Common Core State Standards for mathematics that public data sets use: {@code HSA-REI.B.4},
     * {@code HSA.REI.B.4} and {@code A-REI.B.4}; {@code 7.RP.A.2A} and {@code 7.RP.A.2.a}; with the prefix {@code
     * CCSS.MATH.CONTENT.} or without.
     */
    public static final CodePolicy COMMON_CORE = new CodePolicy(
            "Common Core mathematics",
            "seen in CASE packages, the Coherence Map and sets of problems",
            List.of(
                    new Rewriting("^CCSS\\.(MATH\\.)?(CONTENT\\.)?", ""),
                    new Rewriting("^HS([AFGNS])[-.]", "$1-"),
                    new Rewriting("^([AFGNS])\\.", "$1-"),
                    new Rewriting("^KG\\.", "K."),
                    new Rewriting("([0-9])\\.?([A-Z])$", "$1.$2")));

    private static final int LONGEST = 200;

    /**
     * One step: what matches is replaced.
     *
     * @param pattern a regular expression of Java
     * @param replacement what stands instead; {@code $1} is the first group
     */
    public record Rewriting(String pattern, String replacement) {
        /** The written form. */
        public static final Form<Rewriting> FORM = Form.of(
                "pattern",
                Forms.TEXT,
                Rewriting::pattern,
                "replacement",
                Forms.TEXT,
                Rewriting::replacement,
                Rewriting::new);

        /** Checks that the pattern is one, and that the replacement names only its groups. */
        public Rewriting {
            try {
                int groups = Pattern.compile(pattern).matcher("").groupCount();
                for (int i = 0; i < replacement.length() - 1; i++) {
                    if (replacement.charAt(i) == '$') {
                        int group = replacement.charAt(i + 1) - '0';
                        Checks.require(
                                group >= 0 && group <= groups,
                                "replacement is \"%s\". Expected groups up to $%s.",
                                replacement,
                                groups);
                    }
                }
                Checks.require(
                        !replacement.endsWith("$") && replacement.indexOf('\\') < 0,
                        "replacement is \"%s\". Expected plain text and groups such as $1.",
                        replacement);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "pattern is \"%s\". Expected a regular expression: %s.".formatted(pattern, e.getDescription()));
            }
        }
    }

    /** Checks the name and the source. */
    public CodePolicy {
        Checks.text(name, "name");
        Checks.text(source, "source");
        rewritings = List.copyOf(rewritings);
    }

    /**
     * The code in its one spelling; a code of more than {@value #LONGEST} characters stays as it is. For many codes take
     * a {@link #normaliser()}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public String normalise(String code) {
        return normaliser().apply(code);
    }

    /** What {@link #normalise} does, made ready once for many codes. */
    public UnaryOperator<String> normaliser() {
        List<Pattern> patterns =
                rewritings.stream().map(one -> Pattern.compile(one.pattern())).toList();
        boolean exact = this.equals(EXACT);
        return code -> {
            String spelled = Checks.text(code, "code").strip();
            if (exact || spelled.length() > LONGEST) {
                return spelled;
            }
            spelled = spelled.toUpperCase(Locale.ROOT);
            for (int i = 0; i < patterns.size(); i++) {
                spelled = patterns.get(i)
                        .matcher(spelled)
                        .replaceAll(rewritings.get(i).replacement());
            }
            return spelled;
        };
    }
}

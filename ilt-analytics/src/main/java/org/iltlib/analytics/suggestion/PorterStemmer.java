package org.iltlib.analytics.suggestion;

/**
 * Porter's algorithm for taking English endings off, as published: M. F. Porter (1980), An algorithm for suffix
 * stripping, <i>Program</i> 14, 130–137, doi:10.1108/eb046814. Words of other letters than a to z are left as they are.
 */
final class PorterStemmer {
    private static final String[][] STEP_2 = {
        {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
        {"abli", "able"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
        {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"},
        {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"}
    };

    private static final String[][] STEP_3 = {
        {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}
    };

    private static final String[][] STEP_4 = {
        {"al", ""}, {"ance", ""}, {"ence", ""}, {"er", ""}, {"ic", ""}, {"able", ""}, {"ible", ""}, {"ant", ""},
        {"ement", ""}, {"ment", ""}, {"ent", ""}, {"ion", ""}, {"ou", ""}, {"ism", ""}, {"ate", ""}, {"iti", ""},
        {"ous", ""}, {"ive", ""}, {"ize", ""}
    };

    private PorterStemmer() {}

    /** The stem of a word in lower case; linear time. */
    static String stem(String word) {
        if (word.length() <= 2 || !isPlain(word)) {
            return word;
        }
        String stem = pastAndProgressive(plural(word));
        if (stem.endsWith("y") && hasVowel(stem, stem.length() - 1)) {
            stem = stem.substring(0, stem.length() - 1) + "i";
        }
        stem = exchange(stem, STEP_2, 0);
        stem = exchange(stem, STEP_3, 0);
        stem = exchange(stem, STEP_4, 1);
        return tidy(stem);
    }

    private static boolean isPlain(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static String plural(String word) {
        if (word.endsWith("sses") || word.endsWith("ies")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    private static String pastAndProgressive(String word) {
        if (word.endsWith("eed")) {
            return measure(word, word.length() - 3) > 0 ? word.substring(0, word.length() - 1) : word;
        }
        int cut = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
        if (cut == 0 || !hasVowel(word, word.length() - cut)) {
            return word;
        }
        String stem = word.substring(0, word.length() - cut);
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        char last = stem.charAt(stem.length() - 1);
        if (endsInDoubleConsonant(stem) && last != 'l' && last != 's' && last != 'z') {
            return stem.substring(0, stem.length() - 1);
        }
        return measure(stem, stem.length()) == 1 && endsShort(stem, stem.length()) ? stem + "e" : stem;
    }

    /** Only the longest ending that fits is looked at, whether or not the rest is long enough to let it go. */
    private static String exchange(String word, String[][] endings, int above) {
        String[] longest = null;
        for (String[] ending : endings) {
            if (word.endsWith(ending[0]) && (longest == null || ending[0].length() > longest[0].length())) {
                longest = ending;
            }
        }
        if (longest == null) {
            return word;
        }
        int rest = word.length() - longest[0].length();
        boolean letsGo = !longest[0].equals("ion") || (rest > 0 && "st".indexOf(word.charAt(rest - 1)) >= 0);
        return letsGo && measure(word, rest) > above ? word.substring(0, rest) + longest[1] : word;
    }

    private static String tidy(String word) {
        String stem = word;
        if (stem.endsWith("e")) {
            int rest = stem.length() - 1;
            int measure = measure(stem, rest);
            if (measure > 1 || (measure == 1 && !endsShort(stem, rest))) {
                stem = stem.substring(0, rest);
            }
        }
        return stem.endsWith("ll") && measure(stem, stem.length()) > 1 ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** The paper's m: how often a run of vowels is followed by a run of consonants. */
    private static int measure(String word, int length) {
        int measure = 0;
        boolean vowelBefore = false;
        boolean consonantBefore = false;
        for (int i = 0; i < length; i++) {
            consonantBefore = isConsonant(word.charAt(i), i > 0 && consonantBefore);
            if (consonantBefore && vowelBefore) {
                measure++;
            }
            vowelBefore = !consonantBefore;
        }
        return measure;
    }

    private static boolean hasVowel(String word, int length) {
        boolean consonant = false;
        for (int i = 0; i < length; i++) {
            consonant = isConsonant(word.charAt(i), i > 0 && consonant);
            if (!consonant) {
                return true;
            }
        }
        return false;
    }

    /** A y after a consonant is a vowel; a first letter has none before it. */
    private static boolean isConsonant(char letter, boolean afterConsonant) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> !afterConsonant;
            default -> true;
        };
    }

    private static boolean isConsonantAt(String word, int at) {
        boolean consonant = false;
        for (int i = 0; i <= at; i++) {
            consonant = isConsonant(word.charAt(i), i > 0 && consonant);
        }
        return consonant;
    }

    private static boolean endsInDoubleConsonant(String word) {
        int last = word.length() - 1;
        return last > 0 && word.charAt(last) == word.charAt(last - 1) && isConsonantAt(word, last);
    }

    /** The paper's *o: consonant, vowel, consonant, the last not w, x or y. */
    private static boolean endsShort(String word, int length) {
        int last = length - 1;
        return last > 1
                && isConsonantAt(word, last)
                && !isConsonantAt(word, last - 1)
                && isConsonantAt(word, last - 2)
                && "wxy".indexOf(word.charAt(last)) < 0;
    }
}

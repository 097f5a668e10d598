package org.iltlib.examples.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.iltlib.analytics.achievement.live.LiveMeasure;
import org.iltlib.analytics.achievement.live.LiveScore;
import org.iltlib.analytics.achievement.live.LiveUnits;
import org.iltlib.analytics.privacy.breakdown.Breakdown;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.analytics.stats.merge.ScoreGrid;
import org.iltlib.evidence.response.ResponseTable;

/** Students, their schools and what they answered, drawn from a seed. */
final class DrawnDistrict {
    private static final long SEED = 20261128;
    private static final int SCHOOLS = 12;

    private DrawnDistrict() {}

    /** Ability is normal, difficulties run evenly from −2 to 2, slopes are drawn between 0.7 and 1.8. */
    static ResponseTable responses(int students, int items) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] slope = new double[items];
        double[] difficulty = new double[items];
        for (int item = 0; item < items; item++) {
            slope[item] = random.nextDouble(0.7, 1.8);
            difficulty[item] = items == 1 ? 0 : -2 + 4.0 * item / (items - 1);
        }
        byte[][] columns = new byte[items][students];
        for (int student = 0; student < students; student++) {
            double ability = random.nextGaussian();
            for (int item = 0; item < items; item++) {
                double right = 1 / (1 + Math.exp(-slope[item] * (ability - difficulty[item])));
                columns[item][student] = (byte) (random.nextDouble() < right ? 1 : 0);
            }
        }
        return ResponseTable.of(names("s", students), names("i", items), columns);
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    /** The lines of a file of scores: id of ten characters, school of a thousand, grade, score; four grades a student. */
    static byte[] scores(int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder text = new StringBuilder(28 * rows).append("id,school,grade,math\n");
        for (int row = 0; row < rows; row++) {
            int student = row / 4;
            text.append('S').append(String.format(Locale.ROOT, "%09d", student)).append(',');
            text.append(100 + student * 7919L % 1000)
                    .append(',')
                    .append(3 + row % 4)
                    .append(',');
            text.append(random.nextInt(200, 800)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Groups of 300 students at four levels: means with a spread of half, logarithmic spreads of 0.15. */
    static GroupLevels levels(int groups) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] cuts = {-1, 0, 0.9};
        Map<String, LevelCounts> all = new TreeMap<>();
        for (int group = 0; group < groups; group++) {
            double mean = 0.5 * random.nextGaussian();
            double spread = Math.exp(0.15 * random.nextGaussian());
            long[] counts = new long[4];
            for (int student = 0; student < 300; student++) {
                double score = mean + spread * random.nextGaussian();
                counts[
                        (int) IntStream.range(0, 3)
                                .filter(cut -> score > cuts[cut])
                                .count()]++;
            }
            all.put(String.format(Locale.ROOT, "g%05d", group), LevelCounts.of(counts));
        }
        return GroupLevels.of(all);
    }

    /** A district of 12 schools and six grades, with five attributes, some crossed: 39 groups and all. */
    static Breakdown breakdown(int students, int measures) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> schools = new ArrayList<>();
        List<String> grades = new ArrayList<>();
        List<String> ethnicity = new ArrayList<>();
        List<String> sex = new ArrayList<>();
        List<String> lunch = new ArrayList<>();
        List<String> disability = new ArrayList<>();
        List<String> language = new ArrayList<>();
        double[] shares = {0.38, 0.68, 0.86, 0.94, 0.975, 0.99, 1};
        for (int student = 0; student < students; student++) {
            schools.add("school " + random.nextInt(SCHOOLS));
            grades.add("grade " + random.nextInt(3, 9));
            double draw = random.nextDouble();
            ethnicity.add("e"
                    + IntStream.range(0, 7)
                            .filter(i -> draw < shares[i])
                            .findFirst()
                            .orElse(6));
            sex.add(random.nextBoolean() ? "f" : "m");
            lunch.add(random.nextDouble() < 0.45 ? "free" : "paid");
            disability.add(random.nextDouble() < 0.13 ? "yes" : "no");
            language.add(random.nextDouble() < 0.1 ? "learner" : "other");
        }
        return Breakdown.builder(schools, grades)
                .attribute("ethnicity", ethnicity)
                .attribute("sex", sex)
                .attribute("lunch", lunch)
                .attribute("disability", disability)
                .attribute("language", language)
                .cross("ethnicity", "sex")
                .cross("lunch", "sex")
                .cross("lunch", "disability")
                .cross("lunch", "language")
                .measures(responses(students, measures), 1);
    }

    /** A district's counts of one test: classes in schools, and the groups. */
    static LiveMeasure live(int students) {
        Map<String, String> holders = new TreeMap<>();
        int classes = Math.max(1, students / 24);
        for (int school = 0; school < SCHOOLS; school++) {
            holders.put("school " + school, "district");
        }
        for (int room = 0; room < classes; room++) {
            holders.put("class " + room, "school " + room % SCHOOLS);
        }
        List<String> groups = names("group ", 40);
        List<LiveScore> scores = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int student = 0; student < students; student++) {
            scores.add(score(random, student % classes));
        }
        return LiveMeasure.empty(
                        ScoreGrid.ofPoints(200, 800), List.of(400.0, 500.0, 600.0), LiveUnits.of(holders), groups)
                .refresh(List.of(), scores);
    }

    /** A class of thirty. */
    static List<LiveScore> thirty() {
        SplittableRandom random = new SplittableRandom(~SEED);
        return IntStream.range(0, 30).mapToObj(i -> score(random, 0)).toList();
    }

    private static LiveScore score(SplittableRandom random, int room) {
        List<String> mine = List.of("group " + random.nextInt(8), "group " + random.nextInt(8, 40));
        return new LiveScore("class " + room, mine, random.nextInt(200, 801));
    }
}

package org.iltlib.analytics.measurement.irt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.evidence.response.ResponseTable;

/** Responses for tests: published ones, those of the shared folder, and those drawn from known items. */
public final class Tables {
    private Tables() {}

    /** The lines of a resource, split, without the first. */
    public static List<String[]> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Tables.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** LSAT sections 6 and 7: 1,000 students, five items. Bock and Lieberman (1970), doi:10.1007/BF02291262. */
    public static ResponseTable lsat(int section) {
        ResponseTable.Builder table = ResponseTable.builder(List.of("i1", "i2", "i3", "i4", "i5"));
        int student = 0;
        for (String[] line : lines("LSAT" + section + ".csv")) {
            byte[] codes = new byte[5];
            for (int item = 0; item < 5; item++) {
                codes[item] = Byte.parseByte(line[item]);
            }
            for (int i = 0; i < Integer.parseInt(line[5]); i++) {
                table.add("p-" + student++, codes);
            }
        }
        return table.build();
    }

    /** A file of whole numbers in the shared folder, less a first point; skips the test where the folder is absent. */
    public static ResponseTable shared(String name, int lowest) {
        Path path = Path.of("../../shared/data/achievement", name);
        String elsewhere = System.getenv("ILT_SHARED");
        if (!Files.exists(path) && elsewhere != null) {
            path = Path.of(elsewhere, "data/achievement", name);
        }
        assumeTrue(Files.exists(path), "The shared folder with " + name + " is not here (see ILT_SHARED).");
        try {
            List<String> lines = Files.readAllLines(path);
            ResponseTable.Builder table =
                    ResponseTable.builder(Arrays.asList(lines.get(0).split(",", -1)));
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                byte[] codes = new byte[cells.length];
                for (int item = 0; item < codes.length; item++) {
                    codes[item] = (byte) (Integer.parseInt(cells[item]) - lowest);
                }
                table.add("p-" + i, codes);
            }
            return table.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Students drawn from a normal distribution, who answer those items. */
    public static ResponseTable drawn(
            List<ItemCurve> curves, AbilityDistribution distribution, int students, long seed) {
        SplitMix chance = SplitMix.of(seed);
        byte[][] columns = new byte[curves.size()][students];
        for (int i = 0; i < students; i++) {
            double theta = distribution.mean() + distribution.standardDeviation() * chance.nextGaussian();
            for (int item = 0; item < columns.length; item++) {
                double[] chances = curves.get(item).chances(theta);
                double u = chance.nextDouble();
                int k = 0;
                for (double sum = chances[0]; u > sum && k + 1 < chances.length; sum += chances[k]) {
                    k++;
                }
                columns[item][i] = (byte) k;
            }
        }
        return ResponseTable.of(
                IntStream.range(0, students).mapToObj(i -> "p-" + i).toList(),
                curves.stream().map(ItemCurve::item).toList(),
                columns);
    }

    /** Right-or-wrong items with difficulties from −2 to 2 and slopes from 0.7 to 1.8. */
    public static List<ItemCurve> twoParameters(int items, long seed) {
        SplitMix chance = SplitMix.of(seed);
        List<ItemCurve> curves = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            double slope = 0.7 + 1.1 * chance.nextDouble();
            double difficulty = -2 + 4.0 * item / (items - 1);
            curves.add(ItemCurve.builder()
                    .item("i" + (item + 1))
                    .model(ItemModel.TWO_PARAMETER)
                    .slope(slope)
                    .addIntercepts(-slope * difficulty)
                    .build());
        }
        return curves;
    }

    /** An item. */
    public static ItemCurve curve(String item, ItemModel model, double slope, double... intercepts) {
        return ItemCurve.builder()
                .item(item)
                .model(model)
                .slope(slope)
                .intercepts(Arrays.stream(intercepts).boxed().toList())
                .build();
    }
}

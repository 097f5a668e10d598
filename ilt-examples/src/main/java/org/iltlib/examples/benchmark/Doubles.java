package org.iltlib.examples.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Columns of numbers as a file of doubles, one column after the other, the form in which R gets them. */
final class Doubles {
    private Doubles() {}

    /** A file that goes when the program ends. */
    static Path write(double[]... columns) throws IOException {
        Path file = Files.createTempFile("ilt-", ".doubles");
        file.toFile().deleteOnExit();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (double[] column : columns) {
                for (double value : column) {
                    out.writeDouble(value);
                }
            }
        }
        return file;
    }
}

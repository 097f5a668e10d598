package org.iltlib.exchange.oneroster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a package, from a directory or a guarded ZIP. */
final class PackageFiles {
    private static final int MOST_FILES = 64;

    private PackageFiles() {}

    static Map<String, byte[]> read(Path source, long mostBytes) {
        try {
            return Files.isDirectory(source) ? directory(source, mostBytes) : zip(source, mostBytes);
        } catch (IOException e) {
            throw new ExchangeException(
                    "package.unreadable", "The package cannot be read. Maybe the path is wrong.", e);
        }
    }

    private static Map<String, byte[]> directory(Path source, long mostBytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long total = 0;
        try (Stream<Path> paths = Files.list(source)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                total += Files.size(path);
                guard(files.size(), total, mostBytes);
                files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static Map<String, byte[]> zip(Path source, long mostBytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long total = 0;
        try (InputStream in = Files.newInputStream(source);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                throw new ExchangeException("zip.unreadable", "Expected a directory or a ZIP with files in it.");
            }
            for (; entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.contains("/") || name.contains("\\")) {
                    throw new ExchangeException(
                            "zip.path", "A name in the ZIP has a path. Expected all files at its root.");
                }
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, mostBytes - total + 1));
                total += bytes.length;
                guard(files.size(), total, mostBytes);
                if (files.put(name, bytes) != null) {
                    throw new ExchangeException("zip.duplicate", "The ZIP has a file twice. Expected each once.");
                }
            }
        }
        return files;
    }

    private static void guard(int count, long total, long mostBytes) {
        if (count >= MOST_FILES || total > mostBytes) {
            throw new ExchangeException(
                    "package.tooLarge",
                    "The package has more than " + MOST_FILES + " files or more than " + mostBytes
                            + " bytes. Maybe it is not a roster, or raise withMaxBytes.");
        }
    }
}

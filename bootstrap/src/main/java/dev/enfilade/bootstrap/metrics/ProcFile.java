package dev.enfilade.bootstrap.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file in which Linux tells of a process, line by line. On other systems, and where it may not be read, it is empty.
 */
record ProcFile(Path path) {

    boolean isReadable() {
        return !lines().isEmpty();
    }

    /** The first number behind this word and a colon; 0 if there is none. */
    double number(String word) {
        return lines().stream()
                .filter(line -> line.startsWith(word + ":"))
                .findFirst()
                .map(line -> fields(line)[1])
                .map(Double::valueOf)
                .orElse(0.0);
    }

    /** The sum of one column over the lines of a table whose first column ends in a colon. */
    double sum(int column) {
        return lines().stream()
                .filter(line -> line.contains(":"))
                .map(ProcFile::fields)
                .filter(fields -> fields.length > column)
                .mapToDouble(fields -> Double.parseDouble(fields[column]))
                .sum();
    }

    private static String[] fields(String line) {
        return line.replace(":", ": ").strip().split("\\s+");
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

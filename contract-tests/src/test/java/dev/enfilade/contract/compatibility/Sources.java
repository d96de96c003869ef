package dev.enfilade.contract.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sources of tests, in every module. */
final class Sources {

    private static final Path PROJECT = Path.of("..");

    private Sources() {}

    /** The text of a test class by its simple name. */
    static String test(String name) throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.find(tests, 20, (file, _) -> file.endsWith(name + ".java"))) {
                    for (Path file : files.toList()) {
                        return Files.readString(file);
                    }
                }
            }
        }
        throw new IllegalArgumentException("no such test: " + name);
    }
}

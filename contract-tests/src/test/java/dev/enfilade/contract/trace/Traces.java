package dev.enfilade.contract.trace;

import dev.enfilade.contract.golden.Golden;
import dev.enfilade.contract.golden.GoldenReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The trace files among the test resources, one a client. */
final class Traces {

    private Traces() {}

    static List<Golden> all() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenReader::read)
                    .toList();
        }
    }

    private static Path folder() {
        URL folder = Objects.requireNonNull(Traces.class.getResource("/traces"), "no traces among the resources");
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

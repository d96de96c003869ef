package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The golden files among the test resources. */
final class Corpus {

    private static final Path ROOT = root();

    private Corpus() {}

    /** The files that are to be replayed and whose names begin so, in the order of their names. */
    static List<Golden> replayable(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 2)) {
            return files.filter(file -> ROOT.relativize(file).getNameCount() == 2)
                    .filter(file -> ROOT.relativize(file).toString().startsWith(prefix))
                    .sorted()
                    .map(GoldenReader::read)
                    .filter(Golden::replay)
                    .toList();
        }
    }

    /** A file that belongs to the whole corpus, such as {@code models.json}. */
    static JsonNode shared(String name) throws IOException {
        return Json.read(text(name));
    }

    static String text(String name) throws IOException {
        return Files.readString(ROOT.resolve(name));
    }

    private static Path root() {
        URL folder = Objects.requireNonNull(Corpus.class.getResource("/goldens"), "no goldens among the resources");
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

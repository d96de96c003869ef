package dev.enfilade.contract.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault of the list is shown by a test that exists, or says why not. */
class FaultListTest {

    private static final int FAULTS = 148;
    private static final Path MODULES = Path.of("..");

    @Test
    void everyFaultIsThereInItsOrder() throws IOException {
        assertThat(rows())
                .extracting(FaultRow::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, FAULTS).boxed().toList());
        assertThat(rows()).extracting(FaultRow::group).isSorted().contains("A", "B", "C", "D", "E", "F", "G", "H");
    }

    @Test
    void everyFaultHasATestOrAReason() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.tests().isEmpty() == row.reason().isBlank())
                .isEmpty();
    }

    @Test
    void everyNamedTestExists() throws IOException {
        List<Path> sources = sources();

        assertThat(rows().stream().flatMap(row -> row.tests().stream()))
                .filteredOn(test -> !exists(test, sources))
                .isEmpty();
    }

    @Test
    void aTestThatIsNotThereIsMissed() throws IOException {
        assertThat(exists("FaultListTest#aTestThatIsNotThereIsMissed", sources()))
                .isTrue();
        assertThat(exists("FaultListTest#exists", sources())).isFalse();
        assertThat(exists("NoSuchTest#everyNamedTestExists", sources())).isFalse();
    }

    private static boolean exists(String test, List<Path> sources) {
        String[] names = test.split("#", -1);
        Pattern method = Pattern.compile("^    (default )?void " + Pattern.quote(names[1]) + "\\(", Pattern.MULTILINE);
        return sources.stream()
                .filter(source -> source.getFileName().toString().equals(names[0] + ".java"))
                .anyMatch(source -> method.matcher(text(source)).find());
    }

    private static List<FaultRow> rows() throws IOException {
        try (InputStream rows = Objects.requireNonNull(FaultListTest.class.getResourceAsStream("/faults/rows.tsv"))) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(FaultRow::of)
                    .toList();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(FaultListTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What people and editors read about the configuration says what the table of keys says.
 * {@code -Dconfiguration.write=true} writes it anew.
 */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("../docs/configuration.md");
    private static final Path SCHEMA = Path.of("../docs/enfilade.schema.json");

    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (Boolean.getBoolean("configuration.write")) {
            String reference = with(Files.readString(REFERENCE), "keys", keys());
            Files.writeString(REFERENCE, with(reference, "planned", planned()));
            Files.writeString(SCHEMA, ConfigSchema.text());
        }
    }

    @Test
    void everyKeyHasItsRowAndNoRowIsStale() throws IOException {
        assertThat(region(Files.readString(REFERENCE), "keys")).isEqualTo(keys());
    }

    @Test
    void everyPlannedKeyHasItsRowAndNoRowIsStale() throws IOException {
        assertThat(region(Files.readString(REFERENCE), "planned")).isEqualTo(planned());
    }

    @Test
    void schemaInTheRepositoryIsTheOneThatIsPrinted() throws IOException {
        assertThat(Files.readString(SCHEMA)).isEqualTo(ConfigSchema.text());
    }

    private static String region(String text, String name) {
        return text.substring(beginOf(text, name), endOf(text, name));
    }

    private static String with(String text, String name, String region) {
        return text.substring(0, beginOf(text, name)) + region + text.substring(endOf(text, name));
    }

    private static int beginOf(String text, String name) {
        String begin = "<!-- " + name + ": begin -->\n";
        return text.indexOf(begin) + begin.length();
    }

    private static int endOf(String text, String name) {
        return text.indexOf("<!-- " + name + ": end -->");
    }

    private static String keys() {
        return table(
                "| Key | Variable, option | Expected | Default | Meaning | A change takes effect |",
                Keys.ALL.stream().map(ReferenceTest::row));
    }

    private static String planned() {
        return table(
                "| Key | Variable | Until then |",
                PlannedKeys.ALL.entrySet().stream()
                        .map(key -> "| `%s` | `%s` | %s |"
                                .formatted(
                                        named(key.getKey().toString()),
                                        PathSpelling.VARIABLE.word(key.getKey()),
                                        key.getValue())));
    }

    private static String table(String head, Stream<String> rows) {
        String rule =
                "|" + "---|".repeat((int) head.chars().filter(it -> it == '|').count() - 1);
        return Stream.concat(Stream.of(head, rule), rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Key<?> key) {
        String path = key.path().toString();
        return "| `%s` | `%s`%s | %s | %s | %s | %s |"
                .formatted(
                        named(path),
                        PathSpelling.VARIABLE.word(key.path()),
                        // As an option that is what every program answers with its own version.
                        key.equals(Keys.VERSION) ? "" : "<br>`--" + named(path) + "`",
                        key.kind().expected(),
                        key.usual().map(usual -> "`" + usual + "`").orElse("none"),
                        key.about(),
                        RestartKeys.contains(path) ? "with a restart" : "with a reload");
    }

    private static String named(String path) {
        return path.replace("*", "<name>");
    }
}

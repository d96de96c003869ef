package dev.enfilade.contract.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The adapter understands what real backends were recorded to answer, as it was written down once and looked at. */
class RecordedBackendsTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/recordings");
    private static final Path FRESH = Path.of("target/recordings");
    private static final String REQUEST = ".request";

    static List<String> backends() throws IOException {
        return names(RECORDINGS, "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("backends")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void isUnderstoodAsWrittenDown(String backend) throws IOException {
        Path folder = RECORDINGS.resolve(backend);
        List<String> told = new ArrayList<>();
        for (String file : names(folder, REQUEST)) {
            String name = file.substring(0, file.length() - REQUEST.length());
            Question question = Question.parse(name, Files.readAllBytes(folder.resolve(file)));
            told.add("== " + name);
            told.addAll(replayed(question, Files.readAllBytes(folder.resolve(name + ".answer"))));
        }
        Path fresh = FRESH.resolve(backend).resolve("events.txt");
        Files.createDirectories(fresh.getParent());
        Files.write(fresh, told);
        assertThat(folder.resolve("events.txt"))
                .as("compare with %s and copy it if it is right", fresh)
                .hasContent(Files.readString(fresh));
    }

    @Test
    void nothingInTheRecordingsLooksSecret() throws IOException {
        Redaction usual = new Redaction("", List.of("127.0.0.1", "/home/", "/root/", "/tmp/"));
        for (String backend : backends()) {
            for (String file : names(RECORDINGS.resolve(backend), "")) {
                byte[] content = Files.readAllBytes(RECORDINGS.resolve(backend).resolve(file));
                assertThat(new String(usual.of(content), ISO_8859_1))
                        .as(backend + "/" + file)
                        .isEqualTo(new String(content, ISO_8859_1));
            }
        }
    }

    @Test
    void everyKindOfServerIsThere() throws IOException {
        assertThat(backends())
                .contains("llamacpp", "llamacpp-tools", "llamacpp-think", "llamacpp-embeddings", "litellm", "ollama");
    }

    private static List<String> replayed(Question question, byte[] answer) throws IOException {
        try (ReplayedBackend backend = new ReplayedBackend(answer)) {
            return backend.tell(question);
        }
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

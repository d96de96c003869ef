package dev.enfilade.adapter.in.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.Capability;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The surface answers byte for byte as Ollama 0.33 did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {

    private final FakeApplication application = new FakeApplication(
            Cards.stated("plain", Capability.COMPLETION),
            Cards.stated("tooler", Capability.COMPLETION, Capability.TOOLS),
            Cards.stated("thinker", Capability.COMPLETION, Capability.THINKING),
            Cards.stated("agent", Capability.COMPLETION, Capability.TOOLS, Capability.THINKING),
            Cards.stated("coder", Capability.COMPLETION, Capability.INSERT),
            Cards.stated("seer", Capability.COMPLETION, Capability.VISION),
            Cards.stated("embedder", Capability.EMBEDDING),
            Cards.stated("acme/tuned:v2", Capability.COMPLETION),
            Cards.stated("meta-corp/Big-3.1-8B-Instruct", Capability.COMPLETION, Capability.TOOLS));
    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer(application.ports());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Recording> recordings() {
        return Stream.of("chat", "generate", "validation").flatMap(Recording::of);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecorded(Recording recording) throws Exception {
        application.chats.clear();
        application.generations.clear();
        application.answer = () -> ScriptedEvents.of(recording.events());

        HttpResponse<String> answer = server.post(recording.path(), recording.body());

        assertThat(answer.body().replaceAll("\"context\":\\[[0-9,]+]", "\"context\":[]"))
                .isEqualTo(text(recording));
        assertThat(answer.statusCode()).isEqualTo(recording.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(recording.type());
        assertThat(application.chats.size() + application.generations.size()).isEqualTo(recording.isLocal() ? 0 : 1);
    }

    private static String text(Recording recording) {
        String lines = String.join("\n", recording.answer());
        return recording.type().contains("ndjson") ? lines + "\n" : lines;
    }
}

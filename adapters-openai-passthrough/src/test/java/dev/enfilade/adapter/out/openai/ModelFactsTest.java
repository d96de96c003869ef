package dev.enfilade.adapter.out.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelTraits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists completed at paths beside {@code /v1}. */
final class ModelFactsTest {

    private static final String PLAIN_LIST = "{\"data\":[{\"id\":\"m\",\"owned_by\":\"somebody\"}]}";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Test
    void llamacppIsAskedForItsPropertiesOncePerList() {
        List<ListedModel> models = list(
                new DialectChoice.Auto(),
                Map.of("/v1/models", file("llamacpp.json"), "/props", file("llamacpp-recorded-props-tools.json")));
        ModelTraits traits = models.getFirst().traits();
        assertThat(asked).containsExactly("GET /v1/models", "GET /props");
        assertThat(traits.capabilities()).contains(List.of(Capability.COMPLETION, Capability.TOOLS));
        assertThat(traits.contextLength()).hasValue(1024);
        assertThat(traits.embeddingLength()).hasValue(896);
    }

    @Test
    void propertiesOfARouterAreThoseOfNoModel() {
        String list = "{\"data\":[{\"id\":\"a\",\"owned_by\":\"llamacpp\"},{\"id\":\"b\",\"owned_by\":\"llamacpp\"}]}";
        assertThat(list(new DialectChoice.Auto(), Map.of("/v1/models", list))).hasSize(2);
        assertThat(asked).containsExactly("GET /v1/models");
    }

    @Test
    void lmStudioIsAskedForItsOwnList() {
        Map<String, ModelTraits> traits = traits(list(
                new DialectChoice.Auto(),
                Map.of("/v1/models", file("lmstudio.json"), "/api/v0/models", file("lmstudio-v0.json"))));
        assertThat(requireNonNull(traits.get("qwen2-vl-7b-instruct")).capabilities())
                .contains(List.of(Capability.COMPLETION, Capability.VISION));
        assertThat(requireNonNull(traits.get("qwen/qwen3-8b")).contextLength()).hasValue(8192);
    }

    @Test
    void anotherOllamaIsAskedForItsListAndToShowEachModel() {
        Map<String, ModelTraits> traits = traits(list(
                new DialectChoice.Auto(),
                Map.of(
                        "/v1/models", file("ollama-recorded.json"),
                        "/api/tags", file("ollama-recorded-tags.json"),
                        "/api/show", file("ollama-recorded-show.json"))));
        assertThat(asked)
                .contains("GET /api/tags", "POST /api/show {\"model\":\"tiny-think:latest\"}")
                .hasSize(5);
        assertThat(requireNonNull(traits.get("tiny:latest")).embeddingLength()).hasValue(512);
        assertThat(requireNonNull(traits.get("tiny-tools:latest"))
                        .capabilities()
                        .orElseThrow())
                .contains(Capability.THINKING);
    }

    @Test
    void aConfiguredDialectDecidesWhoIsAskedAndOthersAreNot() {
        list(new DialectChoice.Fixed(Dialects.LLAMACPP), Map.of("/v1/models", PLAIN_LIST));
        assertThat(asked).containsExactly("GET /v1/models", "GET /props");
        asked.clear();
        for (Dialect dialect : List.of(Dialects.OPENAI, Dialects.VLLM, Dialects.OPENROUTER, Dialects.GENERIC)) {
            list(new DialectChoice.Fixed(dialect), Map.of("/v1/models", PLAIN_LIST));
        }
        assertThat(asked).containsOnly("GET /v1/models");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"default_generation_settings\":", "7", "null"})
    void whatCannotBeReadIsNoAnswer(String properties) {
        List<ListedModel> models =
                list(new DialectChoice.Auto(), Map.of("/v1/models", file("llamacpp.json"), "/props", properties));
        assertThat(models.getFirst().traits().contextLength()).hasValue(32_768);
    }

    @Test
    void aServerThatRefusesHangsUpOrFallsSilentHasNoAnswer() {
        for (Answering props :
                List.<Answering>of(peer -> peer.send(Answers.json(404, "{}")), Peer::close, Peer::stall, peer -> {
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
                    peer.stall();
                })) {
            try (ScriptedServer server = ScriptedServer.start(peer -> {
                        while (true) {
                            if (peer.request().startsWith("GET /v1/models")) {
                                peer.send(Answers.json(200, file("llamacpp.json")));
                            } else {
                                props.answer(peer);
                                return;
                            }
                        }
                    });
                    OpenAiPassthrough backend =
                            new OpenAiPassthrough(ScriptedStage.settings(server, false), System::nanoTime)) {
                assertThat(backend.catalog().models()).hasSize(1);
            }
        }
    }

    /** What a server does when it is asked for its properties. */
    @FunctionalInterface
    private interface Answering {

        void answer(Peer peer) throws IOException, InterruptedException;
    }

    private List<ListedModel> list(DialectChoice dialect, Map<String, String> answers) {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    while (true) {
                        String request = peer.request();
                        String path = request.split(" ", 3)[1];
                        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
                        asked.add((request.split(" ", 2)[0] + " " + path + " " + body).strip());
                        assertThat(request).contains("Authorization: Bearer test-key-1234");
                        peer.send(Answers.json(answers.containsKey(path) ? 200 : 404, answers.getOrDefault(path, "")));
                    }
                });
                OpenAiPassthrough backend = new OpenAiPassthrough(settings(server, dialect), System::nanoTime)) {
            return backend.catalog().models();
        }
    }

    private static PassthroughSettings settings(ScriptedServer server, DialectChoice dialect) {
        PassthroughSettings usual = ScriptedStage.settings(server, false);
        return new PassthroughSettings(
                usual.url(),
                usual.key(),
                dialect,
                usual.timeouts(),
                usual.alwaysStream(),
                usual.extraHeaders(),
                usual.userAgent());
    }

    private static Map<String, ModelTraits> traits(List<ListedModel> models) {
        return models.stream().collect(toMap(ListedModel::id, ListedModel::traits));
    }

    private static String file(String name) {
        try (InputStream resource = ModelFactsTest.class.getResourceAsStream("/models/" + name)) {
            if (resource == null) {
                throw new IllegalArgumentException("no such file: " + name);
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

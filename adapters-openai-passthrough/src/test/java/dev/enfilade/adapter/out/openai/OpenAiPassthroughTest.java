package dev.enfilade.adapter.out.openai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.enfilade.adapter.out.openai.PassthroughChatTest.ChatAnswer;
import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.adapter.out.openai.dialect.ServerMarks;
import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.application.port.out.CompletionBackend;
import dev.enfilade.application.port.out.CompletionBackendContract;
import dev.enfilade.application.port.out.Cue;
import dev.enfilade.application.port.out.RelayBackend;
import dev.enfilade.application.port.out.RelayBackendContract;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OpenAiPassthroughTest {

    private static final String LLAMACPP_LIST =
            "{\"data\":[{\"id\":\"plain\",\"owned_by\":\"llamacpp\",\"meta\":{\"n_ctx_train\":4096}}]}";

    @Test
    void theDialectIsLearnedFromTheModelList() {
        List<List<String>> dropped = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    while (true) {
                        boolean list = peer.request().startsWith("GET");
                        peer.send(Answers.json(
                                200, list ? LLAMACPP_LIST : "{\"choices\":[{\"message\":{\"content\":\"x\"}}]}"));
                    }
                });
                OpenAiPassthrough backend =
                        new OpenAiPassthrough(ScriptedStage.settings(server, false), System::nanoTime, dropped::add)) {
            ask(backend, withTopK(new Thinking.Unset()));
            backend.catalog().models();
            ask(backend, withTopK(new Thinking.Unset()));
        }
        assertThat(dropped).containsExactly(List.of("top_k"), List.of());
    }

    @Test
    void aConfiguredDialectIsNotUnlearned() {
        LearnedDialect dialect = new LearnedDialect(new DialectChoice.Fixed(Dialects.VLLM), URI.create("http://x/v1"));
        dialect.learn(new ServerMarks(Set.of("meta.n_ctx_train"), Set.of()));
        assertThat(dialect.of("m")).isSameAs(Dialects.VLLM);
    }

    @Test
    void theFirstListThatIsNotEmptyDecides() {
        LearnedDialect dialect = new LearnedDialect(new DialectChoice.Auto(), URI.create("https://api.openai.com/v1"));
        assertThat(dialect.of("gpt-4o")).isSameAs(Dialects.OPENAI);
        dialect.learn(new ServerMarks(Set.of(), Set.of()));
        dialect.learn(new ServerMarks(Set.of("max_model_len"), Set.of()));
        dialect.learn(new ServerMarks(Set.of("id"), Set.of("library")));
        assertThat(dialect.of("gpt-4o")).isSameAs(Dialects.VLLM);
    }

    @Test
    void reasoningIsDroppedForThoseWhoDoNotWantIt() {
        try (ScriptedStage<OpenAiPassthrough> stage = ScriptedStage.of(
                backend -> backend,
                new ChatAnswer(new Cue.Thought("Add."), new Cue.Text("<think>Sum.</think>4"), Cue.stop()))) {
            assertThat(ask(stage.backend(), withTopK(new Thinking.Off())).thinking())
                    .isEmpty();
            assertThat(ask(stage.backend(), withTopK(new Thinking.Off())).text())
                    .isEqualTo("4");
            assertThat(ask(stage.backend(), withTopK(new Thinking.On())).thinking())
                    .isEqualTo("Add.Sum.");
        }
    }

    @Test
    void theUrlMayEndAnywhere() throws InterruptedException {
        for (String path : List.of("", "/", "/v1", "/api/v1/", "/openai/v1")) {
            try (ScriptedServer server = ScriptedServer.start(
                    peer -> peer.send(peer.request().isEmpty() ? "" : Answers.json(200, "{\"data\":[]}")))) {
                PassthroughSettings plain = ScriptedStage.settings(server, false);
                PassthroughSettings settings = new PassthroughSettings(
                        server.uri(path),
                        Optional.empty(),
                        plain.dialect(),
                        plain.timeouts(),
                        false,
                        plain.extraHeaders(),
                        plain.userAgent());
                try (OpenAiPassthrough backend = new OpenAiPassthrough(settings, System::nanoTime)) {
                    backend.catalog().models();
                    assertThat(server.nextPeer().received())
                            .startsWith("GET " + path.replaceFirst("/$", "") + "/models HTTP/1.1\r\n")
                            .doesNotContain("Authorization");
                }
            }
        }
    }

    @Test
    void theRelayGoesTheSameWay() {
        try (ScriptedStage<RelayBackend> stage = ScriptedStage.of(
                        OpenAiPassthrough::relay, (request, peer, self) -> peer.send(Answers.json(200, "{\"a\": 1}")));
                RelayResponse answer = stage.backend().relay(RelayBackendContract.LIST)) {
            assertThat(RelayBackendContract.text(answer.body())).isEqualTo("{\"a\": 1}");
        }
    }

    @Test
    void completionsCanBeStreamedAlways() throws InterruptedException {
        String events = "data: {\"choices\":[{\"text\":\"x\",\"finish_reason\":\"stop\"}]}\n\n";
        try (ScriptedStage<CompletionBackend> stage = ScriptedStage.streaming(
                        OpenAiPassthrough::completion,
                        (request, peer, self) ->
                                peer.send(Answers.SSE_HEAD + Answers.chunk(events) + Answers.LAST_CHUNK));
                EventStream<GenerationEvent> stream = stage.backend()
                        .complete(CompletionBackendContract.continuing(new Prompt.Verbatim("x"), Delivery.WHOLE))) {
            assertThat(Reply.from(stream).text()).isEqualTo("x");
            assertThat(stage.received()).startsWith("POST /v1/completions").contains("\"stream\":true");
        }
    }

    @Test
    void whatTheClientSaidReachesTheBackendWhole() throws InterruptedException, JsonProcessingException {
        String odd = "Grüße 😀 \u0000 \u2028 \ud83d \"\\";
        try (ScriptedStage<OpenAiPassthrough> stage =
                ScriptedStage.of(backend -> backend, new ChatAnswer(new Cue.Text("x"), Cue.stop()))) {
            ask(stage.backend(), request(odd, new Thinking.Unset(), Sampling.UNSET));
            String wire = new String(stage.received().getBytes(ISO_8859_1), UTF_8);
            JsonNode body = new ObjectMapper().readTree(wire.substring(wire.indexOf("\r\n\r\n")));
            assertThat(body.at("/messages/0/content").textValue()).isEqualTo(odd);
        }
    }

    private static ChatRequest withTopK(Thinking thinking) {
        return request("Hi", thinking, new Sampling(Map.of(Knob.TOP_K, 5L), List.of()));
    }

    private static ChatRequest request(String text, Thinking thinking, Sampling sampling) {
        return new ChatRequest(
                new ModelName("plain"),
                List.of(UserMessage.ofText(text)),
                List.of(),
                new ResponseFormat.FreeText(),
                thinking,
                sampling,
                Optional.empty(),
                Delivery.WHOLE);
    }

    private static Reply ask(OpenAiPassthrough backend, ChatRequest request) {
        try (EventStream<GenerationEvent> stream = backend.chat().chat(request)) {
            return Reply.from(stream);
        }
    }
}

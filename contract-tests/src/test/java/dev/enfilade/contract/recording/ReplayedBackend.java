package dev.enfilade.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.adapter.out.openai.OpenAiPassthrough;
import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelTraits;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A backend that gives one recorded answer to whatever it is asked, seen through the adapter. */
final class ReplayedBackend implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final ScriptedServer server;
    private final OpenAiPassthrough adapter;

    ReplayedBackend(byte[] answer) {
        this.server = ScriptedServer.start(peer -> {
            peer.request();
            peer.send(answer);
        });
        // A clock that stands still, so that of the times only what the backend told is left.
        this.adapter = new OpenAiPassthrough(
                new PassthroughSettings(
                        server.uri("/v1"),
                        Optional.empty(),
                        new DialectChoice.Auto(),
                        Timeouts.DEFAULT,
                        false,
                        new Headers(List.of()),
                        "replay"),
                () -> 0);
    }

    /** Asks as the question was asked, and tells what came of it, a line per event. */
    List<String> tell(Question question) throws IOException {
        List<String> told = new ArrayList<>();
        try {
            ask(question, told);
        } catch (FailureException e) {
            told.add("throws " + e.failure());
        }
        return told.stream().map(line -> line.replace("\n", "\\n")).toList();
    }

    private void ask(Question question, List<String> told) throws IOException {
        switch (question.path()) {
            case "/models" -> adapter.catalog().models().forEach(model -> told.add(line(model)));
            case "/chat/completions" -> tell(adapter.chat().chat(chat(asked(question))), told);
            case "/completions" -> tell(adapter.completion().complete(completion(asked(question))), told);
            case "/embeddings" -> tell(adapter.embedding().embed(embedding(asked(question))), told);
            default -> throw new IllegalArgumentException("nobody asks for " + question.path());
        }
    }

    @Override
    public void close() {
        try (server) {
            adapter.close();
        }
    }

    /** What is not JSON was sent to be refused: anything may be asked in its place. */
    private static JsonNode asked(Question question) throws IOException {
        return question.name().equals("bad-json") ? JSON.createObjectNode() : JSON.readTree(question.body());
    }

    private static void tell(EventStream<GenerationEvent> stream, List<String> told) {
        try (stream) {
            while (stream.hasNext()) {
                told.add(stream.next().toString());
            }
        }
    }

    private static void tell(EmbeddingResult result, List<String> told) {
        told.add("prompt tokens " + result.promptTokens());
        result.vectors().forEach(vector -> told.add(vector.toString()));
    }

    private static String line(ListedModel model) {
        ModelTraits traits = model.traits();
        return "%s created %s owner %s context %s embedding %s"
                .formatted(
                        model.id(), model.created(), model.owner(), traits.contextLength(), traits.embeddingLength());
    }

    private static ChatRequest chat(JsonNode asked) {
        return new ChatRequest(
                model(asked),
                List.of(new UserMessage(List.of(new ContentPart.Text("hello")))),
                List.of(),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                logprobs(asked),
                delivery(asked));
    }

    private static GenerateRequest completion(JsonNode asked) {
        return new GenerateRequest(
                model(asked),
                new Prompt.Verbatim("the sky is"),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                logprobs(asked),
                delivery(asked));
    }

    private static EmbeddingRequest embedding(JsonNode asked) {
        JsonNode input = asked.path("input");
        List<String> texts =
                input.isArray() ? input.valueStream().map(JsonNode::asText).toList() : List.of(input.asText());
        return new EmbeddingRequest(model(asked), texts);
    }

    private static ModelName model(JsonNode asked) {
        return new ModelName(asked.path("model").asText("any"));
    }

    private static Optional<LogprobDetail> logprobs(JsonNode asked) {
        return asked.path("logprobs").asBoolean()
                ? Optional.of(new LogprobDetail(asked.path("top_logprobs").asInt()))
                : Optional.empty();
    }

    private static Delivery delivery(JsonNode asked) {
        return asked.path("stream").asBoolean() ? Delivery.STREAMED : Delivery.WHOLE;
    }
}

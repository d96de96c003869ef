package dev.enfilade.contract.client;

import static dev.enfilade.contract.backend.BackendModel.CALLER;
import static dev.enfilade.contract.backend.BackendModel.CUT;
import static dev.enfilade.contract.backend.BackendModel.EMBEDDER;
import static dev.enfilade.contract.backend.BackendModel.ENDLESS;
import static dev.enfilade.contract.backend.BackendModel.FAILING;
import static dev.enfilade.contract.backend.BackendModel.TALKER;
import static dev.enfilade.contract.backend.BackendModel.THINKER;
import static dev.enfilade.contract.backend.BackendModel.THOUGHTS;
import static dev.enfilade.contract.backend.BackendModel.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.models.Model;
import dev.enfilade.contract.backend.BackendModel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The OpenAI API as openai-java sees it. */
final class OpenAiJavaChecks {

    private static final String QUESTION = "How is the weather?";

    private final OpenAIClient client;
    private final URI backend;

    OpenAiJavaChecks(URI product, URI backend) {
        this.client = OpenAIOkHttpClient.builder()
                .baseUrl(product + "/v1")
                .apiKey("any")
                .maxRetries(0)
                .build();
        this.backend = backend;
    }

    List<Check> all() {
        return List.of(
                new Check("list", this::listsTheModels),
                new Check("chat", this::chats),
                new Check("streamed chat", this::streams),
                new Check("thinking", this::thinks),
                new Check("parallel tools", this::callsToolsAndTakesTheirResults),
                new Check("streamed parallel tools", this::streamsToolCalls),
                new Check("embeddings", this::embeds),
                new Check("unknown model", this::raisesForAnUnknownModel),
                new Check("error in mid-stream", () -> raisesInMidStream(FAILING)),
                new Check("cut stream", () -> raisesInMidStream(CUT)),
                new Check("leaving", this::tellsTheBackendOfALeaver));
    }

    private void listsTheModels() {
        assertThat(client.models().list().data()).extracting(Model::id).contains("talker", "embedder");
    }

    private void chats() {
        ChatCompletion completion =
                client.chat().completions().create(asking(TALKER).build());
        assertThat(message(completion).content()).hasValue(WORDS);
        assertThat(completion.usage().map(CompletionUsage::completionTokens)).hasValue(3L);
    }

    private void streams() {
        List<ChatCompletionChunk> chunks = stream(asking(TALKER));
        assertThat(chunks).hasSizeGreaterThan(3);
        ChatCompletion completion = whole(chunks);
        assertThat(message(completion).content()).hasValue(WORDS);
        assertThat(completion.usage().map(CompletionUsage::completionTokens)).hasValue(3L);
    }

    private void thinks() {
        JsonValue thoughts = message(
                        client.chat().completions().create(asking(THINKER).build()))
                ._allProperties()
                .get("reasoning_content");
        assertThat(thoughts).isEqualTo(JsonValue.from(THOUGHTS));
    }

    private void callsToolsAndTakesTheirResults() {
        ChatCompletionCreateParams.Builder request = asking(CALLER).addTool(weather());
        ChatCompletionMessage calling = message(client.chat().completions().create(request.build()));
        assertCalls(calling);
        request.addMessage(calling);
        calls(calling)
                .forEach(call -> request.addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.id())
                        .content("18 degrees")
                        .build()));
        assertThat(message(client.chat().completions().create(request.build())).content())
                .hasValue(WORDS);
    }

    private void streamsToolCalls() {
        assertCalls(message(whole(stream(asking(CALLER).addTool(weather())))));
    }

    private void embeds() {
        EmbeddingCreateParams request = EmbeddingCreateParams.builder()
                .model(EMBEDDER.id())
                .inputOfArrayOfStrings(List.of("one", "two"))
                .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                .build();
        assertThat(client.embeddings().create(request).data())
                .hasSize(2)
                .allSatisfy(embedding -> assertThat(embedding.embedding()).containsExactly(3.0f, 4.0f));
    }

    private void raisesForAnUnknownModel() {
        ChatCompletionCreateParams request = ChatCompletionCreateParams.builder()
                .model("nobody")
                .addUserMessage(QUESTION)
                .build();
        assertThatThrownBy(() -> client.chat().completions().create(request))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("nobody");
    }

    private void raisesInMidStream(BackendModel model) {
        List<ChatCompletionChunk> heard = new ArrayList<>();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asking(model).build())) {
            assertThatThrownBy(() -> stream.stream().forEach(heard::add)).isInstanceOf(OpenAIException.class);
        }
        assertThat(heard).isNotEmpty();
    }

    private void tellsTheBackendOfALeaver() throws IOException, InterruptedException {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asking(ENDLESS).build())) {
            assertThat(stream.stream().findFirst()).isPresent();
        }
        assertThat(Departures.seenBy(backend)).isTrue();
    }

    private List<ChatCompletionChunk> stream(ChatCompletionCreateParams.Builder request) {
        ChatCompletionStreamOptions counted =
                ChatCompletionStreamOptions.builder().includeUsage(true).build();
        try (StreamResponse<ChatCompletionChunk> stream = client.chat()
                .completions()
                .createStreaming(request.streamOptions(counted).build())) {
            return stream.stream().toList();
        }
    }

    private static ChatCompletion whole(List<ChatCompletionChunk> chunks) {
        ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
        chunks.forEach(accumulator::accumulate);
        return accumulator.chatCompletion();
    }

    private static void assertCalls(ChatCompletionMessage message) {
        List<ChatCompletionMessageFunctionToolCall> calls = calls(message);
        assertThat(calls).extracting(call -> call.function().name()).containsExactly("weather", "weather");
        assertThat(calls)
                .extracting(call -> call.function().arguments())
                .containsExactly("{\"city\":\"Berlin\"}", "{\"city\":\"Oslo\"}");
    }

    private static List<ChatCompletionMessageFunctionToolCall> calls(ChatCompletionMessage message) {
        return message.toolCalls().orElseThrow().stream()
                .map(ChatCompletionMessageToolCall::asFunction)
                .toList();
    }

    private static ChatCompletionMessage message(ChatCompletion completion) {
        return completion.choices().getFirst().message();
    }

    private static ChatCompletionCreateParams.Builder asking(BackendModel model) {
        return ChatCompletionCreateParams.builder().model(model.id()).addUserMessage(QUESTION);
    }

    private static ChatCompletionFunctionTool weather() {
        return ChatCompletionFunctionTool.builder()
                .function(FunctionDefinition.builder()
                        .name("weather")
                        .parameters(FunctionParameters.builder()
                                .putAdditionalProperty("type", JsonValue.from("object"))
                                .putAdditionalProperty(
                                        "properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                                .putAdditionalProperty("required", JsonValue.from(List.of("city")))
                                .build())
                        .build())
                .build();
    }
}

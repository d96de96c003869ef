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

import dev.enfilade.contract.backend.BackendModel;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaLanguageModel;
import dev.langchain4j.model.ollama.OllamaModel;
import dev.langchain4j.model.ollama.OllamaModels;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The Ollama API as langchain4j-ollama sees it. */
final class LangChain4jChecks {

    private static final String QUESTION = "How is the weather?";
    private static final ToolSpecification WEATHER = ToolSpecification.builder()
            .name("weather")
            .description("The weather of a city.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("city")
                    .required("city")
                    .build())
            .build();

    private final String product;
    private final URI backend;
    private final Duration patience;

    /** Waits this long for anything: this client never tells that a stream ended without its end. */
    LangChain4jChecks(URI product, URI backend, Duration patience) {
        this.product = product.toString();
        this.backend = backend;
        this.patience = patience;
    }

    List<Check> all() {
        return List.of(
                new Check("list", this::listsTheModels),
                new Check("show", this::showsAModel),
                new Check("chat", this::chats),
                new Check("streamed chat", this::streams),
                new Check("generate", this::generates),
                new Check("thinking", this::thinks),
                new Check("streamed thinking", this::streamsThoughts),
                new Check("parallel tools", this::callsToolsAndTakesTheirResults),
                new Check("streamed parallel tools", this::streamsToolCalls),
                new Check("embeddings", this::embeds),
                new Check("unknown model", this::raisesForAnUnknownModel),
                new Check("error in mid-stream", () -> raisesInMidStream(FAILING)),
                new Check("cut stream", () -> raisesInMidStream(CUT)),
                new Check("leaving", this::tellsTheBackendOfALeaver));
    }

    private void listsTheModels() {
        List<OllamaModel> models = catalogue().availableModels().content();
        assertThat(models).extracting(OllamaModel::getName).contains("talker:latest", "embedder:latest");
        assertThat(models).allSatisfy(model -> assertThat(model.getDigest()).matches("[0-9a-f]{64}"));
    }

    private void showsAModel() {
        assertThat(catalogue().modelCard("talker").content().getCapabilities()).contains("completion");
    }

    private void chats() {
        ChatResponse response = chat(TALKER).chat(UserMessage.from(QUESTION));
        assertThat(response.aiMessage().text()).isEqualTo(WORDS);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(7);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(3);
    }

    private void streams() throws InterruptedException {
        Conversation heard = Conversation.with(streaming(TALKER), QUESTION);
        ChatResponse response = heard.response(patience);
        assertThat(heard.pieces()).hasSizeGreaterThan(1);
        assertThat(String.join("", heard.pieces())).isEqualTo(WORDS);
        assertThat(response.aiMessage().text()).isEqualTo(WORDS);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(3);
    }

    private void generates() {
        OllamaLanguageModel model = OllamaLanguageModel.builder()
                .baseUrl(product)
                .modelName(TALKER.id())
                .timeout(patience)
                .build();
        assertThat(model.generate(QUESTION).content()).isEqualTo(WORDS);
    }

    private void thinks() {
        AiMessage message = chat(THINKER).chat(UserMessage.from(QUESTION)).aiMessage();
        assertThat(message.thinking()).isEqualTo(THOUGHTS);
        assertThat(message.text()).isEqualTo(WORDS);
    }

    private void streamsThoughts() throws InterruptedException {
        AiMessage message = Conversation.with(streaming(THINKER), QUESTION)
                .response(patience)
                .aiMessage();
        assertThat(message.thinking()).isEqualTo(THOUGHTS);
        assertThat(message.text()).isEqualTo(WORDS);
    }

    private void callsToolsAndTakesTheirResults() {
        List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from(QUESTION)));
        AiMessage calling = chat(CALLER).chat(asking(messages)).aiMessage();
        assertCalls(calling);
        messages.add(calling);
        calling.toolExecutionRequests()
                .forEach(call -> messages.add(ToolExecutionResultMessage.from(call, "18 degrees")));
        assertThat(chat(CALLER).chat(asking(messages)).aiMessage().text()).isEqualTo(WORDS);
    }

    private void streamsToolCalls() throws InterruptedException {
        ChatRequest request = asking(List.of(UserMessage.from(QUESTION)));
        assertCalls(
                Conversation.with(streaming(CALLER), request).response(patience).aiMessage());
    }

    private void embeds() {
        OllamaEmbeddingModel model = OllamaEmbeddingModel.builder()
                .baseUrl(product)
                .modelName(EMBEDDER.id())
                .timeout(patience)
                .build();
        List<float[]> vectors =
                model.embedAll(List.of(TextSegment.from("one"), TextSegment.from("two"))).content().stream()
                        .map(embedding -> embedding.vector())
                        .toList();
        assertThat(vectors).hasSize(2).allSatisfy(vector -> assertThat(vector).containsExactly(0.6f, 0.8f));
    }

    private void raisesForAnUnknownModel() {
        OllamaChatModel model = OllamaChatModel.builder()
                .baseUrl(product)
                .modelName("nobody")
                .maxRetries(0)
                .build();
        assertThatThrownBy(() -> model.chat(QUESTION))
                .isInstanceOf(ModelNotFoundException.class)
                .hasMessageContaining("nobody");
    }

    private void raisesInMidStream(BackendModel model) throws InterruptedException {
        Conversation heard = Conversation.with(streaming(model), QUESTION);
        assertThat(heard.failure(patience)).isNotNull();
        assertThat(heard.pieces()).isNotEmpty();
    }

    private void tellsTheBackendOfALeaver() throws IOException, InterruptedException {
        Conversation heard = Conversation.leftAtTheFirstWord(streaming(ENDLESS), QUESTION);
        heard.awaitLeaving(patience);
        assertThat(Departures.seenBy(backend)).isTrue();
    }

    private static void assertCalls(AiMessage message) {
        List<ToolExecutionRequest> calls = message.toolExecutionRequests();
        assertThat(calls).extracting(ToolExecutionRequest::name).containsExactly("weather", "weather");
        assertThat(calls.getFirst().arguments()).contains("Berlin");
        assertThat(calls.getLast().arguments()).contains("Oslo");
    }

    private static ChatRequest asking(List<ChatMessage> messages) {
        return ChatRequest.builder()
                .messages(List.copyOf(messages))
                .toolSpecifications(WEATHER)
                .build();
    }

    private OllamaModels catalogue() {
        return OllamaModels.builder().baseUrl(product).timeout(patience).build();
    }

    private OllamaChatModel chat(BackendModel model) {
        return OllamaChatModel.builder()
                .baseUrl(product)
                .modelName(model.id())
                .think(model == THINKER)
                .returnThinking(true)
                .maxRetries(0)
                .timeout(patience)
                .build();
    }

    private OllamaStreamingChatModel streaming(BackendModel model) {
        return OllamaStreamingChatModel.builder()
                .baseUrl(product)
                .modelName(model.id())
                .think(model == THINKER)
                .returnThinking(true)
                .timeout(patience)
                .build();
    }
}

package dev.enfilade.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaLanguageModel;
import dev.langchain4j.model.ollama.OllamaModel;
import dev.langchain4j.model.ollama.OllamaModels;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LangChain4jPactTest {

    @Test
    void clientWritesTheContractThatIsKept() throws IOException {
        Recording.of("langchain4j-ollama", "enfilade", LangChain4jContract.interactions(), provider -> {
            asksForModels(provider);
            talks(provider);
            callsATool(provider);
            embeds(provider);
            isRefused(provider);
        });
    }

    private static void asksForModels(URI provider) {
        OllamaModels models =
                OllamaModels.builder().baseUrl(provider.toString()).build();
        assertThat(models.availableModels().content())
                .extracting(OllamaModel::getName)
                .containsExactly("llama3:latest");
        assertThat(models.modelCard("llama3").content().getCapabilities()).containsExactly("completion");
    }

    private static void talks(URI provider) {
        assertThat(chat(provider, "llama3").chat("Hello")).isEqualTo("Hello to you");
        assertThat(heard(provider, "Hello")).isEqualTo("Hello to you");
        OllamaLanguageModel completing = OllamaLanguageModel.builder()
                .baseUrl(provider.toString())
                .modelName("llama3")
                .build();
        assertThat(completing.generate("Hello").content()).isEqualTo("Hello to you");
    }

    private static void callsATool(URI provider) {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from("Hello"))
                .toolSpecifications(ToolSpecification.builder().name("weather").build())
                .build();
        assertThat(chat(provider, "qwen3").chat(request).aiMessage().toolExecutionRequests())
                .extracting(ToolExecutionRequest::name)
                .containsExactly("weather");
    }

    private static void embeds(URI provider) {
        OllamaEmbeddingModel model = OllamaEmbeddingModel.builder()
                .baseUrl(provider.toString())
                .modelName("nomic")
                .build();
        assertThat(model.embedAll(List.of(TextSegment.from("one"), TextSegment.from("two")))
                        .content())
                .hasSize(2);
    }

    private static void isRefused(URI provider) {
        assertThatThrownBy(() -> chat(provider, "nobody").chat("Hello")).isInstanceOf(ModelNotFoundException.class);
        assertThatThrownBy(() -> chat(provider, "llama3").chat("Are you there?"))
                .isInstanceOf(InternalServerException.class);
        assertThatThrownBy(() -> chat(provider, "llama3").chat("Are you busy?")).isInstanceOf(RateLimitException.class);
    }

    private static OllamaChatModel chat(URI provider, String model) {
        return OllamaChatModel.builder()
                .baseUrl(provider.toString())
                .modelName(model)
                .maxRetries(0)
                .build();
    }

    private static String heard(URI provider, String text) {
        CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
        OllamaStreamingChatModel.builder()
                .baseUrl(provider.toString())
                .modelName("llama3")
                .build()
                .chat(text, new StreamingChatResponseHandler() {
                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable error) {
                        answer.completeExceptionally(error);
                    }
                });
        return answer.orTimeout(60, TimeUnit.SECONDS).join().aiMessage().text();
    }
}

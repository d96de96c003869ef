package dev.enfilade.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.models.FunctionDefinition;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.models.Model;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenAiJavaPactTest {

    private static final EmbeddingCreateParams TEXTS = EmbeddingCreateParams.builder()
            .model("nomic")
            .inputOfArrayOfStrings(List.of("one", "two"))
            .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
            .build();

    @Test
    void clientWritesTheContractThatIsKept() throws IOException {
        Recording.of("openai-java", "enfilade", OpenAiJavaContract.interactions(), OpenAiJavaPactTest::converse);
    }

    private static void converse(URI provider) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(provider + "/v1")
                .apiKey("any")
                .maxRetries(0)
                .build();
        try {
            assertThat(client.models().list().data()).extracting(Model::id).containsExactly("llama3");
            assertThat(said(client, "Hello")).isEqualTo("Hello to you");
            assertThat(heard(client, "Hello")).isEqualTo("Hello to you");
            assertThat(called(client)).containsExactly("weather");
            assertThat(client.embeddings().create(TEXTS).data()).hasSize(2);
            assertThatThrownBy(() -> client.chat().completions().create(request("nobody", "Hello")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> said(client, "Are you there?")).isInstanceOf(InternalServerException.class);
            assertThatThrownBy(() -> said(client, "Are you busy?")).isInstanceOf(RateLimitException.class);
        } finally {
            client.close();
        }
    }

    private static String said(OpenAIClient client, String text) {
        return client.chat()
                .completions()
                .create(request("llama3", text))
                .choices()
                .getFirst()
                .message()
                .content()
                .orElseThrow();
    }

    private static String heard(OpenAIClient client, String text) {
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(request("llama3", text))) {
            return chunks.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .collect(Collectors.joining());
        }
    }

    private static List<String> called(OpenAIClient client) {
        ChatCompletionCreateParams request = request("qwen3", "Hello").toBuilder()
                .addTool(ChatCompletionFunctionTool.builder()
                        .function(FunctionDefinition.builder().name("weather").build())
                        .build())
                .build();
        return client
                .chat()
                .completions()
                .create(request)
                .choices()
                .getFirst()
                .message()
                .toolCalls()
                .orElseThrow()
                .stream()
                .map(call -> call.asFunction().function().name())
                .toList();
    }

    private static ChatCompletionCreateParams request(String model, String text) {
        return ChatCompletionCreateParams.builder()
                .model(model)
                .addUserMessage(text)
                .build();
    }
}

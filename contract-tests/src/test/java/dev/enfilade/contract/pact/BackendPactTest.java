package dev.enfilade.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.enfilade.adapter.out.openai.OpenAiPassthrough;
import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the product needs of every backend, said by its own adapter. */
class BackendPactTest {

    private static final String WEATHER = "{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}";

    @Test
    void adapterWritesTheContractThatIsKept() throws IOException {
        Recording.of(
                "enfilade", "openai-compatible-backend", BackendContract.interactions(), BackendPactTest::converse);
    }

    private static void converse(URI provider) {
        PassthroughSettings settings = new PassthroughSettings(
                provider.resolve("/v1"),
                Optional.of(new Secret("test-key-1234")),
                new DialectChoice.Fixed(Dialects.GENERIC),
                Timeouts.DEFAULT,
                false,
                Headers.NONE,
                "enfilade");
        try (OpenAiPassthrough backend = new OpenAiPassthrough(settings, System::nanoTime)) {
            assertThat(backend.catalog().models()).hasSize(1);
            assertThat(ask(backend, "llama3", "Hello", Delivery.WHOLE).text()).isEqualTo("Hello to you");
            assertThat(ask(backend, "llama3", "Hello", Delivery.STREAMED).text())
                    .isEqualTo("Hello to you");
            assertThat(ask(backend, "qwen3", "Hello", Delivery.WHOLE, new Tool(new JsonText(WEATHER)))
                            .calls())
                    .extracting(ToolCall::name)
                    .containsExactly("weather");
            EmbeddingRequest texts = new EmbeddingRequest(new ModelName("llama3"), List.of("one", "two"));
            assertThat(backend.embedding().embed(texts).vectors()).hasSize(2);
            assertThat(failure(backend, "llama3", "Are you busy?")).isInstanceOf(Failure.RateLimited.class);
            assertThat(failure(backend, "nobody", "Hello"))
                    .isInstanceOfSatisfying(
                            Failure.Refused.class,
                            refused -> assertThat(refused.status()).isEqualTo(404));
        }
    }

    private static Failure failure(OpenAiPassthrough backend, String model, String text) {
        return catchThrowableOfType(FailureException.class, () -> ask(backend, model, text, Delivery.WHOLE))
                .failure();
    }

    private static Reply ask(OpenAiPassthrough backend, String model, String text, Delivery delivery, Tool... tools) {
        ChatRequest request = new ChatRequest(
                new ModelName(model),
                List.of(UserMessage.ofText(text)),
                List.of(tools),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                Optional.empty(),
                delivery);
        try (EventStream<GenerationEvent> stream = backend.chat().chat(request)) {
            return Reply.from(stream);
        }
    }
}

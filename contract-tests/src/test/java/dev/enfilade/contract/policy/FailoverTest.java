package dev.enfilade.contract.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two backends, of which the first fails in one way or another and the second only steps in. */
class FailoverTest {

    private CountingBackend first;
    private CountingBackend second;
    private Product product;

    @BeforeEach
    void start() throws Exception {
        first = CountingBackend.start("shared", "alone", "mine");
        second = CountingBackend.start("shared", "substitute");
        product = Product.start("""
                backends:
                  first: {url: '%s', dialect: openai}
                  second: {url: '%s', dialect: openai, weight: 0}
                fallbacks: {alone: [substitute]}
                models: {bound: {backend: first, model: shared}}
                """.formatted(first.url(), second.url()));
        assertThat(product.get("/api/tags").body()).contains("substitute", "alone");
    }

    @AfterEach
    void stop() {
        product.close();
        first.close();
        second.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions"})
    void aBackendThatIsGoneIsReplacedByAnotherWithTheSameModel(String path) throws Exception {
        first.goAway();

        for (int i = 0; i < 20; i++) {
            assertThat(product.chat(path, "shared").body()).contains("hello");
        }
        assertThat(second.asked()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions"})
    void aModelThatCannotBeHadIsReplacedByItsFallback(String path) throws Exception {
        first.behaves((exchange, _) -> CountingBackend.refuse(exchange, 503));

        HttpResponse<String> answer = product.chat(path, "alone");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(second.bodies().take()).contains("\"model\":\"substitute\"");
        awaitLog("backend=first up_error: asked model=substitute backend=second instead");
        awaitLog("model=substitute backend=second attempts=2");
    }

    @Test
    void theAnswerOfAFallbackGoesUnderTheAskedName() throws Exception {
        first.goAway();

        assertThat(product.chat("/api/chat", "alone").body()).contains("\"model\":\"alone\"");
    }

    @Test
    void aBackendThatFailedFiveTimesIsAskedNoMoreWhileThereIsAnother() throws Exception {
        first.behaves((exchange, _) -> CountingBackend.refuse(exchange, 500));

        for (int i = 0; i < 30; i++) {
            assertThat(product.chat("/api/chat", "shared").statusCode()).isEqualTo(200);
        }
        assertThat(first.asked()).isEqualTo(5);
        assertThat(product.get("/health").body())
                .contains("{\"name\":\"first\",\"up\":false", "{\"name\":\"second\",\"up\":true");
    }

    @Test
    void aModelThatIsBoundToItsBackendGoesNowhereElse() throws Exception {
        first.behaves((exchange, _) -> CountingBackend.refuse(exchange, 500));

        assertThat(product.chat("/api/chat", "bound").statusCode()).isEqualTo(500);
        assertThat(second.asked()).isZero();
    }

    @Test
    void aRefusalOfTheRequestItselfIsNobodyElsesBusiness() throws Exception {
        first.behaves((exchange, _) -> CountingBackend.refuse(exchange, 400));

        for (int i = 0; i < 10; i++) {
            assertThat(product.chat("/v1/chat/completions", "shared").statusCode())
                    .isEqualTo(400);
        }
        assertThat(first.asked()).isEqualTo(10);
        assertThat(second.asked()).isZero();
    }

    @Test
    void anAnswerThatHasBegunIsNeverBegunAgain() throws Exception {
        first.behaves((exchange, _) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"one\"}}]}\n\n".getBytes(UTF_8));
        });

        assertThat(product.chatLater("/api/chat", "shared").get().body()).contains("one", "\"error\"");
        assertThat(product.chatLater("/v1/chat/completions", "shared").get().body())
                .contains("one", "\"error\"");
        assertThat(first.asked()).isEqualTo(2);
        assertThat(second.asked()).isZero();
    }

    private void awaitLog(String words) {
        long start = System.nanoTime();
        while (!product.process().log().lines().contains(words)
                && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
            Thread.onSpinWait();
        }
        assertThat(product.process().log().lines()).contains(words);
    }
}

package dev.enfilade.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One backend, as most have it, in all its moods. */
class OnlyBackendTest {

    private CountingBackend backend;
    private Product product;

    @BeforeEach
    void start() throws Exception {
        backend = CountingBackend.start("m");
        product = Product.start("backends: {main: {url: '%s', dialect: openai}}".formatted(backend.url()));
        assertThat(product.get("/api/tags").body()).contains("m");
    }

    @AfterEach
    void stop() {
        product.close();
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions"})
    void aPassingFaultIsNotNoticed(String path) throws Exception {
        AtomicInteger count = new AtomicInteger();
        backend.behaves((exchange, body) -> {
            if (count.incrementAndGet() == 1) {
                CountingBackend.refuse(exchange, 500);
            } else {
                CountingBackend.answerWell(exchange, body);
            }
        });

        assertThat(product.chat(path, "m").body()).contains("hello");
        assertThat(backend.asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions"})
    void aBackendThatWantsALaterTimeIsNotAskedEarlier(String path) throws Exception {
        for (int status : new int[] {429, 503, 529}) {
            backend.behaves((exchange, _) -> {
                exchange.getResponseHeaders().set("Retry-After", "30");
                CountingBackend.refuse(exchange, status);
            });

            HttpResponse<String> answer = product.chat(path, "m");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(backend.asked()).isEqualTo(1);
        }
    }

    @Test
    void underTotalFailureItIsAskedAtMostAFifthMoreOften() throws Exception {
        backend.behaves((exchange, _) -> CountingBackend.refuse(exchange, 503));

        for (int i = 0; i < 300; i++) {
            assertThat(product.chat("/v1/chat/completions", "m").statusCode()).isEqualTo(503);
        }
        assertThat(backend.asked()).isBetween(300, 360);
    }

    @Test
    void manyRequestsAreAsManyRequests() throws Exception {
        for (int i = 0; i < 500; i++) {
            assertThat(product.chat("/api/chat", "m").statusCode()).isEqualTo(200);
        }

        assertThat(backend.asked()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions"})
    void aBackendThatReturnsIsServedByTheNextRequest(String path) throws Exception {
        backend.goAway();
        for (int i = 0; i < 10; i++) {
            assertThat(product.chat(path, "m").statusCode()).isEqualTo(502);
        }
        HttpResponse<String> down = product.chat(path, "m");
        assertThat(down.body()).contains("upstream unreachable");
        assertThat(down.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(product.get("/health").body()).contains("\"up\":false");

        backend.comeBack();

        assertThat(product.chat(path, "m").body()).contains("hello");
        assertThat(product.get("/health").body()).contains("\"up\":true");
    }
}

package dev.enfilade.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two places and three that may wait for one, and a backend that answers only when it is allowed to. */
class OverloadTest {

    private static final String BUSY = "server busy, please try again.  maximum pending requests exceeded";

    private final Semaphore allowed = new Semaphore(0);
    private CountingBackend backend;
    private Product product;

    @BeforeEach
    void start() throws Exception {
        backend = CountingBackend.start("m");
        backend.behaves((exchange, body) -> {
            allowed.acquire();
            CountingBackend.answerWell(exchange, body);
        });
        product = Product.start("""
                backends: {main: {url: '%s', dialect: openai}}
                limits: {streams: 2, queue: 3}
                """.formatted(backend.url()));
        assertThat(product.get("/api/tags").body()).contains("m");
    }

    @AfterEach
    void stop() {
        allowed.release(100);
        product.close();
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions"})
    void tenTimesAsManyAsFitAreAnsweredOrRefusedAndNoneIsLost(String path) throws Exception {
        List<CompletableFuture<HttpResponse<String>>> chats = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            chats.add(product.chatLater(path, "m"));
        }
        // Fifteen are refused while nothing moves; then the others are answered.
        awaitDone(chats, 15);
        assertThat(product.get("/livez").statusCode()).isEqualTo(200);
        assertThat(product.get("/api/version").statusCode()).isEqualTo(200);
        assertThat(product.get("/api/tags").statusCode()).isEqualTo(200);
        allowed.release(100);

        List<HttpResponse<String>> answers = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> chat : chats) {
            answers.add(chat.get(60, TimeUnit.SECONDS));
        }
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .hasSize(15)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).contains(BUSY);
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                });
        assertThat(backend.asked()).isEqualTo(5);
    }

    @Test
    void whoLeavesTheQueueMakesRoomAndIsNeverAskedFor() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> chats = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            chats.add(product.chatLater("/api/chat", "m"));
            assertThat(backend.bodies().poll(20, TimeUnit.SECONDS)).isNotNull();
        }
        try (HttpClient impatient = Product.newClient()) {
            Product elsewhere = new Product(product.process(), impatient);
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                waiting.add(elsewhere.chatLater("/api/chat", "m"));
            }
            // The one that is refused shows that the three others wait.
            awaitDone(waiting, 1);
            impatient.shutdownNow();
        }
        awaitGone(3);
        List<CompletableFuture<HttpResponse<String>>> next = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            next.add(product.chatLater("/api/chat", "m"));
        }
        awaitDone(next, 1);
        allowed.release(100);

        assertThat(statuses(chats)).containsExactly(200, 200);
        assertThat(statuses(next)).containsExactlyInAnyOrder(200, 200, 200, 503);
        assertThat(backend.asked()).isEqualTo(5);
    }

    private static List<Integer> statuses(List<CompletableFuture<HttpResponse<String>>> chats) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> chat : chats) {
            statuses.add(chat.get(60, TimeUnit.SECONDS).statusCode());
        }
        return statuses;
    }

    private void awaitGone(int count) {
        long start = System.nanoTime();
        while (gone() < count && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
            Thread.onSpinWait();
        }
        assertThat(gone()).isGreaterThanOrEqualTo(count);
    }

    private long gone() {
        return product.process()
                .log()
                .lines()
                .lines()
                .filter(line -> line.contains("client_gone"))
                .count();
    }

    private static void awaitDone(List<CompletableFuture<HttpResponse<String>>> chats, int count) throws Exception {
        Semaphore done = new Semaphore(0);
        for (CompletableFuture<HttpResponse<String>> chat : chats) {
            CompletableFuture<Void> _ = chat.thenRun(done::release);
        }
        assertThat(done.tryAcquire(count, 60, TimeUnit.SECONDS)).isTrue();
    }
}

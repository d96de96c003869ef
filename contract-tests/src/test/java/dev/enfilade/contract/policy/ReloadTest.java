package dev.enfilade.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Other configurations under a running process. */
@DisabledOnOs(OS.WINDOWS)
class ReloadTest {

    private static final int STREAMS = 200;
    private static final String CHUNK =
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":%s}]}\n\n";

    @TempDir
    Path folder;

    private final Semaphore allowed = new Semaphore(0);
    private CountingBackend backend;
    private Product product;

    @BeforeEach
    void start() throws Exception {
        backend = CountingBackend.start("m");
        product = new Product(PackagedProduct.start(folder, configuration("first")), Product.newClient());
        awaitListed("first");
    }

    @AfterEach
    void stop() {
        allowed.release(1_000);
        product.close();
        backend.close();
    }

    @Test
    void noStreamIsCutByTwentyReloadsAndNewNamesAreServed() throws Exception {
        backend.behaves(this::answerSlowly);
        List<CompletableFuture<HttpResponse<String>>> chats = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            chats.add(product.chatLater(i % 2 == 0 ? "/api/chat" : "/v1/chat/completions", "first"));
        }
        for (int i = 0; i < STREAMS; i++) {
            assertThat(backend.bodies().poll(60, TimeUnit.SECONDS)).isNotNull();
        }

        for (int i = 1; i <= 20; i++) {
            reload(configuration("name-" + i));
            awaitListed("name-" + i);
        }
        allowed.release(STREAMS);

        for (int i = 0; i < STREAMS; i++) {
            HttpResponse<String> answer = chats.get(i).get(60, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("begun", "ended", i % 2 == 0 ? "\"done\":true" : "[DONE]");
        }
        backend.behaves(CountingBackend::answerWell);
        assertThat(product.chat("/api/chat", "name-20").statusCode()).isEqualTo(200);
        assertThat(product.chat("/v1/chat/completions", "name-20").statusCode()).isEqualTo(200);
        assertThat(product.chat("/api/chat", "name-19").statusCode()).isEqualTo(404);
    }

    @Test
    void brokenFileIsToldAndTheOldOneServes() throws Exception {
        reload("backends: {main: {url: nowhere}}\nlsiten: x\n");

        awaitLine("the old one stays");
        awaitLine("enfilade.yaml:1:24 backends.main.url");
        awaitLine("enfilade.yaml:2:1 lsiten");
        assertThat(product.chat("/api/chat", "first").statusCode()).isEqualTo(200);
        reload(configuration("second"));
        awaitListed("second");
    }

    @Test
    void rotatedKeyIsUsedWithoutASignal() throws Exception {
        List<String> keys = new ArrayList<>();
        backend.behaves((exchange, body) -> {
            keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
            CountingBackend.answerWell(exchange, body);
        });
        Path key = Files.writeString(folder.resolve("key"), "sk-former\n");
        reload(configuration("keyed").replace("dialect:", "key-file: '" + key + "', dialect:"));
        awaitListed("keyed");
        assertThat(product.chat("/api/chat", "keyed").statusCode()).isEqualTo(200);

        product.process().log().clear();
        replace(key, "sk-rotated\n");
        awaitLine("changed: backends.main.key-file");
        assertThat(product.chat("/api/chat", "keyed").statusCode()).isEqualTo(200);

        assertThat(keys).containsExactly("Bearer sk-former", "Bearer sk-rotated");
        assertThat(product.process().log().lines()).doesNotContain("sk-");
    }

    @Test
    void fiftyReloadsLeaveNothingBehind() throws Exception {
        reload(configuration("warm").replace("dialect:", "key: sk-warm, dialect:"));
        awaitListed("warm");
        long threads = count("task");
        long files = count("fd");

        for (int i = 1; i <= 50; i++) {
            // Another key means other connections.
            reload(configuration("name-" + i).replace("dialect:", "key: sk-" + i + ", dialect:"));
            awaitListed("name-" + i);
        }

        assertThat(instances("dev.enfilade.bootstrap.server.Generation")).isEqualTo(1);
        assertThat(instances("dev.enfilade.adapter.out.openai.transport.ApacheTransport"))
                .isLessThanOrEqualTo(2);
        assertThat(count("task")).isLessThan(threads + 25);
        assertThat(count("fd")).isLessThan(files + 25);
    }

    private void answerSlowly(HttpExchange exchange, String body) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        write(exchange, CHUNK.formatted("begun", "null"));
        allowed.acquire();
        write(exchange, CHUNK.formatted("ended", "\"stop\"") + "data: [DONE]\n\n");
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private String configuration(String alias) {
        return "backends: {main: {url: '%s', dialect: openai, timeouts: {connect: 60s}}}%nmodels: {%s: m}%n"
                .formatted(backend.url(), alias);
    }

    private void reload(String configuration) throws IOException, InterruptedException {
        replace(folder.resolve("enfilade.yaml"), configuration);
        Process kill = new ProcessBuilder(
                        "kill",
                        "-HUP",
                        Long.toString(product.process().process().pid()))
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /** At once, so that nobody sees half of it. */
    private static void replace(Path file, String text) throws IOException {
        Path whole = Files.writeString(file.resolveSibling("whole"), text);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitListed(String name) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isListed(name) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(isListed(name)).as("%s is listed", name).isTrue();
    }

    private boolean isListed(String name) throws IOException, InterruptedException {
        return product.get("/api/tags").body().contains("\"" + name + ":latest\"");
    }

    private void awaitLine(String text) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!product.process().log().lines().contains(text) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(product.process().log().lines()).contains(text);
    }

    private long count(String entries) throws IOException {
        Path kind = Path.of("/proc", Long.toString(product.process().process().pid()), entries);
        if (!Files.isDirectory(kind)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(kind)) {
            return all.count();
        }
    }

    /** How many objects of a class live. */
    private long instances(String name) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(product.process().process().pid()),
                        "GC.class_histogram")
                .start();
        try (Stream<String> lines = jcmd.inputReader().lines()) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length >= 4 && columns[3].equals(name))
                    .mapToLong(columns -> Long.parseLong(columns[1]))
                    .sum();
        }
    }
}

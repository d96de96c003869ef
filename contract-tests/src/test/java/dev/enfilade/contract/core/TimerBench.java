package dev.enfilade.contract.core;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Measures how exactly the limits of a backend's time are kept, and whether real minutes of silence are borne; prints
 * the figures and asserts nothing about them. {@code -Dtimer.minutes=10} says how long the silence is.
 */
class TimerBench {

    private static final PrintStream OUT = System.out;
    private static final List<String> PATHS = List.of("/api/chat", "/v1/chat/completions");
    private static final int MINUTES = Integer.getInteger("timer.minutes", 10);
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(2);
    private static final int TIMES = 100;
    private static final Pattern NUMBER = Pattern.compile("number (\\d+)");

    @Test
    void limitsOfTime() throws Exception {
        try (Backend backend = Backend.start();
                PackagedProduct product = start(backend, "timeouts: {headers: 2s, first-byte: 2s, idle: 2s}")) {
            CoreBench.warmUp(new Deployment(backend, product));
            for (String path : PATHS) {
                overdue(backend, product, path, "no head", "");
                overdue(backend, product, path, "no event", Wire.SSE_HEAD);
                overdue(backend, product, path, "no further event", Wire.SSE_HEAD + Wire.chunk(Wire.token("a")));
            }
        }
    }

    /** The clock runs from what the backend did last, or from the request if it does nothing. */
    private static void overdue(Backend backend, PackagedProduct product, String path, String what, String begun)
            throws InterruptedException {
        long[] began = new long[TIMES];
        long[] overdue = new long[TIMES];
        backend.plays(connection -> {
            Matcher number = NUMBER.matcher(connection.body());
            if (!begun.isEmpty() && number.find()) {
                began[Integer.parseInt(number.group(1))] = System.nanoTime();
            }
            return begun.isEmpty() ? List.of(new Act.Wait()) : List.of(Act.send(begun), new Act.Wait());
        });
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            int number = i;
            clients.add(() -> {
                began[number] = System.nanoTime();
                String chat = Crowd.CHAT.replace("\"hi\"", "\"number " + number + "\"");
                try (Client client = Client.post(product.address(), path, chat)) {
                    client.head().bodyLines();
                } finally {
                    overdue[number] = System.nanoTime() - began[number] - LIMIT;
                }
                return null;
            });
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            all.invokeAll(clients);
        }
        Samples.of(Arrays.stream(overdue).boxed().toList()).print("overdue: " + what + ", " + path);
        OUT.printf("   the earliest %.2f ms%n", Arrays.stream(overdue).min().orElseThrow() / 1e6);
    }

    @Test
    void silence() throws Exception {
        AtomicInteger whole = new AtomicInteger();
        try (Backend backend = Backend.start();
                PackagedProduct product = start(backend, "timeouts: {idle: %dm}".formatted(MINUTES))) {
            backend.plays(TimerBench::thinkLong);
            List<Callable<Integer>> clients = new ArrayList<>();
            PATHS.forEach(path -> clients.add(() -> whole.addAndGet(isWhole(product, path) ? 1 : 0)));
            try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
                all.invokeAll(clients);
            }
        }
        OUT.printf(
                "%d min without a token, then %.1f min: %d of %d streams whole%n",
                MINUTES, MINUTES / 2.0, whole.get(), PATHS.size());
    }

    private static boolean isWhole(PackagedProduct product, String path) throws IOException {
        try (Client client =
                Client.post(product.address(), path, Crowd.CHAT).waiting(Duration.ofMinutes(MINUTES + 1L))) {
            String body = client.head().bodyLines().toString();
            return !body.contains("error") && (body.contains("\"done\":true") || body.contains("[DONE]"));
        }
    }

    private static List<Act> thinkLong(Backend.Connection connection) {
        try {
            connection.send(Wire.SSE_HEAD);
            TimeUnit.SECONDS.sleep(60L * MINUTES);
            connection.send(Wire.chunk(Wire.token("t")));
            TimeUnit.SECONDS.sleep(30L * MINUTES);
            return List.of(Act.send(Wire.chunks(Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK));
        } catch (IOException | InterruptedException e) {
            return List.of(new Act.Reset());
        }
    }

    private static PackagedProduct start(Backend backend, String more) throws IOException, InterruptedException {
        return PackagedProduct.start(
                Files.createTempDirectory("enfilade-timer"),
                "backends: {main: {url: '%s', dialect: openai, %s}}%n".formatted(backend.url(), more));
    }
}

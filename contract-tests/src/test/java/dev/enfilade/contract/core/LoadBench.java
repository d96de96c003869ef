package dev.enfilade.contract.core;

import dev.enfilade.contract.product.Diagnosis;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Measures the packaged product under more load than it takes, before clients that do not read, and at its end; prints
 * the figures and asserts nothing about them. Run by name, as {@code docs/reliability.md} says.
 */
class LoadBench {

    private static final PrintStream OUT = System.out;
    private static final String CHAT =
            "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String ANSWER =
            Wire.SSE_HEAD + Wire.chunks(Wire.token("a"), Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK;
    private static final int PLACES = 50;
    private static final int QUEUE = 25;
    private static final long SERVICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long A_SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void goodputUnderTenTimesTheLoad() throws Exception {
        try (Backend backend = Backend.start();
                PackagedProduct product = start(backend, "limits: {streams: %d, queue: %d}".formatted(PLACES, QUEUE))) {
            backend.plays(_ -> {
                LockSupport.parkNanos(SERVICE_NANOS);
                return List.of(Act.send(ANSWER));
            });
            double peak = warmPeak(product);
            double under = offer(product, 10 * (PLACES + QUEUE));
            OUT.printf("goodput under ten times the load: %.2f of the peak%n", under / peak);
        }
    }

    /** What as many clients as places get, once it grows no more: a young process would be outdone by itself. */
    private static double warmPeak(PackagedProduct product) {
        double peak = 0;
        for (double now = offer(product, PLACES); now > 1.03 * peak; now = offer(product, PLACES)) {
            peak = now;
        }
        return peak;
    }

    /** So many clients ask again and again, and come back after 100 ms when they are refused; answers in a second. */
    private static double offer(PackagedProduct product, int clients) {
        AtomicInteger answered = new AtomicInteger();
        Queue<Long> refusals = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + RUN_NANOS;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                all.execute(() -> {
                    while (System.nanoTime() < end) {
                        ask(product, answered, refusals);
                    }
                });
            }
        }
        double goodput = answered.get() * 1e9 / RUN_NANOS;
        long[] delays = refusals.stream().mapToLong(Long::longValue).sorted().toArray();
        OUT.printf(
                "%4d clients: %6.0f answers/s, %d refused, p99 of a refusal %.1f ms%n",
                clients, goodput, delays.length, delays.length == 0 ? 0 : delays[delays.length * 99 / 100] / 1e6);
        return goodput;
    }

    private static void ask(PackagedProduct product, AtomicInteger answered, Queue<Long> refusals) {
        long asked = System.nanoTime();
        try (Client client = Client.post(product.address(), "/api/chat", CHAT).head()) {
            if (client.status() == 200 && client.bodyLines().getLast().contains("\"done\":true")) {
                answered.incrementAndGet();
            } else {
                refusals.add(System.nanoTime() - asked);
                LockSupport.parkNanos(SERVICE_NANOS);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void heapOfReadersThatDoNotRead() throws Exception {
        int readers = 200;
        try (Backend backend = Backend.start();
                PackagedProduct product = start(backend, "")) {
            backend.plays(
                    List.of(Act.send(Wire.SSE_HEAD), new Act.SendForEver(Wire.chunk(Wire.token("x".repeat(500))))));
            for (String path : List.of("/api/chat", "/v1/chat/completions")) {
                open(product, path, 20).forEach(LoadBench::close);
                long before = Diagnosis.usedKiB(product.process());
                List<Client> clients = open(product, path, readers);
                long began = System.nanoTime();
                TimeUnit.SECONDS.sleep(10);
                OUT.printf(
                        "heap of a reader that does not read, %s: %d KiB%n",
                        path, (Diagnosis.usedKiB(product.process()) - before) / readers);
                for (int i = 0; i < 150 && backend.open() > 0; i++) {
                    TimeUnit.SECONDS.sleep(1);
                }
                OUT.printf(
                        "%d backends still talking after %d s%n",
                        backend.open(), (System.nanoTime() - began) / A_SECOND);
                clients.forEach(LoadBench::close);
            }
        }
    }

    @Test
    void drainWithFiveHundredStreams() throws Exception {
        int streams = 500;
        try (Deployment deployment = Deployment.start()) {
            warmUp(deployment);
            Leaving.Seen seen = new Leaving(deployment).with(streams);
            OUT.printf("not ready %.1f ms after the signal%n", seen.notReady().toNanos() / 1e6);
            OUT.printf(
                    "%d of %d streams whole, exit %.0f ms after the last%n",
                    seen.whole(), streams, seen.exit().toNanos() / 1e6);
        }
    }

    private static void warmUp(Deployment deployment) {
        deployment.backend().plays(List.of(Act.send(ANSWER)));
        for (int i = 0; i < 500; i++) {
            ask(deployment.product(), new AtomicInteger(), new ConcurrentLinkedQueue<>());
        }
    }

    private static List<Client> open(PackagedProduct product, String path, int count) throws IOException {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(Client.post(product.address(), path, CHAT));
        }
        return clients;
    }

    private static void close(Client client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PackagedProduct start(Backend backend, String more) throws IOException, InterruptedException {
        return PackagedProduct.start(
                Files.createTempDirectory("enfilade-load"),
                "backends: {main: {url: '%s', dialect: openai}}%n%s%n".formatted(backend.url(), more));
    }
}

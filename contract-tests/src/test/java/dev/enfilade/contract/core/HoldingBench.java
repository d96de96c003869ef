package dev.enfilade.contract.core;

import dev.enfilade.contract.product.Diagnosis;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Measures what many streams cost while they are held open, and what another client feels of them; prints the figures
 * and asserts nothing about them. {@code -Dholding.streams=5000 -Dholding.minutes=10} says how many and for how long.
 */
class HoldingBench {

    private static final PrintStream OUT = System.out;
    private static final int STREAMS = Integer.getInteger("holding.streams", 5_000);
    private static final long NANOS = TimeUnit.MINUTES.toNanos(Integer.getInteger("holding.minutes", 10));
    private static final int MILLIS_TO_A_TOKEN = 2_000;
    private static final int MILLIS_TO_A_PROBE = 100;
    private static final String ROOM = "limits: {streams: %d}".formatted(2 * STREAMS);

    @Test
    void heapOfSilentStreams() throws Exception {
        try (Deployment deployment = Deployment.with(ROOM)) {
            CoreBench.warmUp(deployment);
            deployment.backend().plays(List.of(Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"))), new Act.Wait()));
            for (String path : List.of("/api/chat", "/v1/chat/completions")) {
                PackagedProduct product = deployment.product();
                Crowd.listening(product, path, 50).close();
                long before = Diagnosis.usedKiB(product.process());
                try (Crowd _ = Crowd.listening(product, path, STREAMS)) {
                    long held = Diagnosis.usedKiB(product.process()) - before;
                    OUT.printf("heap of a silent stream, %s: %.1f KiB%n", path, (double) held / STREAMS);
                }
            }
        }
    }

    @Test
    void probesBesideSlowStreams() throws Exception {
        try (Deployment deployment = Deployment.with(ROOM)) {
            CoreBench.warmUp(deployment);
            AtomicBoolean over = new AtomicBoolean();
            deployment.backend().plays(connection -> talkSlowly(connection, over));
            Crowd crowd = Crowd.ask(deployment.product(), "/api/chat", STREAMS);
            AtomicInteger tokens = new AtomicInteger();
            AtomicInteger whole = new AtomicInteger();
            List<Long> delays = new ArrayList<>();
            try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
                crowd.clients().forEach(client -> readers.execute(() -> read(client, tokens, whole)));
                for (long end = System.nanoTime() + NANOS; System.nanoTime() < end; ) {
                    delays.add(CoreBench.probe(deployment.product()));
                    TimeUnit.MILLISECONDS.sleep(MILLIS_TO_A_PROBE);
                }
                over.set(true);
            }
            crowd.close();
            Samples.of(delays).print("/livez beside " + STREAMS + " streams of 0.5 tokens/s");
            OUT.printf("%d of %d streams whole, %d tokens%n", whole.get(), STREAMS, tokens.get());
        }
    }

    private static List<Act> talkSlowly(Backend.Connection connection, AtomicBoolean over) {
        try {
            connection.send(Wire.SSE_HEAD);
            while (!over.get()) {
                connection.send(Wire.chunk(Wire.token("t")));
                TimeUnit.MILLISECONDS.sleep(MILLIS_TO_A_TOKEN);
            }
            return List.of(Act.send(Wire.chunks(Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK));
        } catch (IOException | InterruptedException e) {
            return List.of(new Act.Reset());
        }
    }

    private static void read(Client client, AtomicInteger tokens, AtomicInteger whole) {
        try {
            client.head();
            for (Optional<String> line = client.bodyLine(); line.isPresent(); line = client.bodyLine()) {
                (line.get().contains("\"done\":true") ? whole : tokens).incrementAndGet();
            }
        } catch (IOException e) {
            // Then it is one fewer that is whole.
        }
    }
}

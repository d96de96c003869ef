package dev.enfilade.contract.chaos;

import dev.enfilade.contract.core.Act;
import dev.enfilade.contract.core.Backend;
import dev.enfilade.contract.core.Client;
import dev.enfilade.contract.core.Wire;
import dev.enfilade.contract.product.Diagnosis;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Prints what a process holds, minute by minute, while a thousand streams stay open and a hundred faulted ones come and
 * go each second; asserts nothing. {@code -Dsoak.minutes=120} says for how long.
 */
class SoakBench {

    private static final PrintStream OUT = System.out;
    private static final int MINUTES = Integer.getInteger("soak.minutes", 120);
    private static final int HELD = 1_000;
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final long NANOS_TO_A_FAULT = 10_000_000;
    private static final String CHAT =
            "{\"model\":\"held\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    @Test
    void whatAProcessHolds() throws Exception {
        try (Backend quiet = Backend.start();
                Backend faulty = Backend.start();
                PackagedProduct product = start(quiet, faulty)) {
            quiet.plays(_ -> List.of(Act.send(Wire.SSE_HEAD + Wire.chunk(Wire.token("a"))), new Act.Wait()));
            List<Client> held = hold(product);
            Chaos chaos = new Chaos(product.address(), faulty);
            AtomicInteger wrong = new AtomicInteger();
            int played = 0;
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                long start = System.nanoTime();
                for (int minute = 1; minute <= MINUTES; minute++) {
                    for (long end = start + TimeUnit.MINUTES.toNanos(minute); System.nanoTime() < end; played++) {
                        int index = played;
                        clients.execute(() -> wrong.addAndGet(
                                chaos.play(index, Plans.of(SEED, index)).isEmpty() ? 0 : 1));
                        TimeUnit.NANOSECONDS.sleep(NANOS_TO_A_FAULT);
                    }
                    tell(minute, product, played, wrong.get());
                }
            }
            OUT.printf("%d of %d streams still open%n", quiet.open(), HELD);
            for (Client client : held) {
                client.close();
            }
        }
    }

    private static void tell(int minute, PackagedProduct product, int played, int wrong)
            throws IOException, InterruptedException {
        Leftovers now = Leftovers.of(product.process());
        OUT.printf(
                "minute %d: heap %d KiB, %d files, %d threads, %d virtual threads; %d faults played, %d went wrong%n",
                minute,
                Diagnosis.usedKiB(product.process()),
                now.files(),
                now.threads(),
                now.virtualThreads(),
                played,
                wrong);
    }

    private static List<Client> hold(PackagedProduct product) throws IOException {
        List<Client> held = new ArrayList<>();
        for (int i = 0; i < HELD; i++) {
            Client client = Client.post(product.address(), i % 2 == 0 ? "/api/chat" : "/v1/chat/completions", CHAT);
            client.head().bodyLine();
            held.add(client);
        }
        return held;
    }

    private static PackagedProduct start(Backend quiet, Backend faulty) throws IOException, InterruptedException {
        String settings = "url: '%s', key: %s, dialect: openai".formatted(faulty.url(), Stage.SECRET);
        return PackagedProduct.start(
                Files.createTempDirectory("enfilade-soak"), """
                backends:
                  quiet: {url: '%s', dialect: openai, timeouts: {idle: 10h}}
                  hasty: {%s, timeouts: {headers: 10s, first-byte: 10s, idle: 10s}}
                  patient: {%s}
                models:
                  held: {backend: quiet, model: m}
                  hasty: {backend: hasty, model: m}
                  patient: {backend: patient, model: m}
                """.formatted(quiet.url(), settings, settings));
    }
}

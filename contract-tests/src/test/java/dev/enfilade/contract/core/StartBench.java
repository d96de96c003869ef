package dev.enfilade.contract.core;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Measures how soon a process is ready, and how long its first chat takes beside those that follow; prints the figures
 * and asserts nothing about them.
 */
class StartBench {

    private static final int STARTS = 10;
    private static final int CHATS = 50;

    @Test
    void coldStarts() throws Exception {
        List<Long> ready = new ArrayList<>();
        List<Long> first = new ArrayList<>();
        List<Long> next = new ArrayList<>();
        try (Backend backend = Backend.start()) {
            backend.plays(List.of(
                    Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"), Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK)));
            for (int i = 0; i < STARTS; i++) {
                long started = System.nanoTime();
                try (PackagedProduct product = PackagedProduct.start(
                        Files.createTempDirectory("enfilade-start"),
                        "backends: {main: {url: '%s', dialect: openai}}%n".formatted(backend.url()))) {
                    awaitReady(product);
                    ready.add(System.nanoTime() - started);
                    first.add(chat(product));
                    for (int j = 0; j < CHATS; j++) {
                        next.add(chat(product));
                    }
                }
            }
        }
        Samples.of(ready).print("from the start of the process until it is ready");
        Samples.of(first).print("the first chat");
        Samples.of(next).print("the " + CHATS + " chats that follow");
    }

    private static void awaitReady(PackagedProduct product) throws IOException {
        int status = 0;
        while (status != 200) {
            try (Client probe = Client.get(product.address(), "/readyz").head()) {
                status = probe.status();
            }
        }
    }

    private static long chat(PackagedProduct product) throws IOException {
        long asked = System.nanoTime();
        try (Client client =
                Client.post(product.address(), "/api/chat", Crowd.CHAT).head()) {
            client.bodyLines();
        }
        return System.nanoTime() - asked;
    }
}

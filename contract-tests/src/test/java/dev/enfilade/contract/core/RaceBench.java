package dev.enfilade.contract.core;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Counts the requests that fail because a backend closes its idle connection at about the moment when the next request
 * is written to it; prints the figure and asserts nothing about it. {@code -Drace.requests=10000} says how many.
 */
class RaceBench {

    private static final PrintStream OUT = System.out;
    private static final int REQUESTS = Integer.getInteger("race.requests", 10_000);
    private static final int CLIENTS = 20;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final String ANSWER = Wire.answer(
            200,
            "Content-Type: application/json\r\n",
            "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"a\"},\"finish_reason\":\"stop\"}]}");

    @Test
    void connectionsThatCloseAtAnyMoment() throws Exception {
        try (Deployment deployment = Deployment.start()) {
            CoreBench.warmUp(deployment);
            deployment.backend().plays(RaceBench::answerAndClose);
            AtomicInteger failed = new AtomicInteger();
            List<Callable<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String path = i % 2 == 0 ? "/api/chat" : "/v1/chat/completions";
                clients.add(() -> askAgainAndAgain(deployment, path, failed));
            }
            try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
                all.invokeAll(clients);
            }
            OUT.printf(
                    "%d requests, %d seen by the backend, %d failed%n",
                    REQUESTS, deployment.backend().asked(), failed.get());
        }
    }

    private static Void askAgainAndAgain(Deployment deployment, String path, AtomicInteger failed) {
        String chat = Crowd.CHAT.replace("\"stream\":true", "\"stream\":false");
        for (int i = 0; i < REQUESTS / CLIENTS; i++) {
            try (Client client = Client.post(deployment.address(), path, chat).head()) {
                client.bodyLines();
                failed.addAndGet(client.status() == 200 ? 0 : 1);
            } catch (IOException e) {
                failed.incrementAndGet();
            }
            LockSupport.parkNanos(anyTime());
        }
        return null;
    }

    private static List<Act> answerAndClose(Backend.Connection connection) {
        try {
            connection.send(ANSWER.getBytes(US_ASCII));
            LockSupport.parkNanos(anyTime());
            return List.of(new Act.Fin());
        } catch (IOException e) {
            return List.of(new Act.Reset());
        }
    }

    private static long anyTime() {
        return ThreadLocalRandom.current().nextLong(LONGEST_NANOS);
    }
}

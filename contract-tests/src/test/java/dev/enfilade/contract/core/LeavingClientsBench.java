package dev.enfilade.contract.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Times how soon a backend sees that a client has left, in each phase of an answer, alone, beside many others, and with
 * many who leave at once; prints the figures and asserts nothing about them.
 */
class LeavingClientsBench {

    private static final List<Act> NO_HEAD = List.of(new Act.Wait());
    private static final List<Act> NO_TOKEN = List.of(Act.send(Wire.SSE_HEAD), new Act.Wait());
    private static final List<Act> ONE_TOKEN =
            List.of(Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"))), new Act.Wait());
    private static final int TIMES = 200;

    @Test
    void printFigures() throws Exception {
        try (Deployment deployment = Deployment.with("limits: {streams: 8000, queue: 8000}")) {
            CoreBench.warmUp(deployment);
            oneLeaves(deployment, "");
            deployment.backend().plays(ONE_TOKEN);
            try (Crowd _ = Crowd.listening(deployment.product(), "/api/chat", 1_000)) {
                oneLeaves(deployment, ", beside 1,000");
            }
            for (int i = 0; i < 1_000; i++) {
                deployment.backend().awaitDeparture();
            }
            for (int count : List.of(500, 1_000, 5_000)) {
                allLeave(deployment, count);
            }
        }
    }

    private static void oneLeaves(Deployment deployment, String beside) throws Exception {
        oneLeaves(deployment, "leaves before the backend's head" + beside, NO_HEAD);
        oneLeaves(deployment, "leaves before the first token" + beside, NO_TOKEN);
        oneLeaves(deployment, "leaves in the middle, backend silent" + beside, ONE_TOKEN);
    }

    private static void oneLeaves(Deployment deployment, String phase, List<Act> acts) throws Exception {
        deployment.backend().plays(acts);
        for (String streamed : List.of("true", "false")) {
            String chat = Crowd.CHAT.replace("\"stream\":true", "\"stream\":" + streamed);
            List<Long> delays = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                Client client = Client.post(deployment.address(), "/api/chat", chat);
                deployment.backend().awaitArrival();
                TimeUnit.MILLISECONDS.sleep(5);
                long left = System.nanoTime();
                client.close();
                delays.add(deployment.backend().awaitDeparture() - left);
            }
            Samples.of(delays).print(phase + (streamed.equals("true") ? ", streamed" : ", whole"));
        }
    }

    private static void allLeave(Deployment deployment, int count) throws Exception {
        deployment.backend().plays(NO_HEAD);
        Crowd crowd = Crowd.ask(deployment.product(), "/api/chat", count);
        for (int i = 0; i < count; i++) {
            deployment.backend().awaitArrival();
        }
        long left = System.nanoTime();
        crowd.close();
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            delays.add(deployment.backend().awaitDeparture() - left);
        }
        Samples.of(delays).print(count + " clients leave at once");
    }
}

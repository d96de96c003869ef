package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.Requests.ask;
import static dev.enfilade.adapter.out.openai.transport.Requests.get;
import static dev.enfilade.adapter.out.openai.transport.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many exchanges at once, and what is left behind afterwards. */
interface LoadContract extends TransportUnderTest {

    int MANY = 2_000;

    @Test
    default void twoThousandExchangesAtOnceGetTheirOwnAnswersAndLeaveNothingBehind() throws Exception {
        CountDownLatch allHere = new CountDownLatch(MANY);
        AtomicInteger number = new AtomicInteger();
        Script echo = peer -> {
            for (boolean first = true; ; first = false) {
                String request = peer.request();
                if (first) {
                    allHere.countDown();
                    peer.await(allHere);
                }
                peer.send(json(200, request.substring(request.indexOf("\r\n\r\n") + 4)));
            }
        };
        try (ScriptedServer server = ScriptedServer.start(echo)) {
            try (Transport transport = transport()) {
                Parallel.run(MANY, () -> {
                    for (int i = 0; i < 3; i++) {
                        String own = "{\"n\":" + number.incrementAndGet() + "}";
                        assertThat(ask(transport, post(server, own))).isEqualTo(own);
                    }
                });
            }
            for (int i = 0; i < server.connections(); i++) {
                assertClosed(server.nextPeer());
            }
        }
    }

    @Test
    default void idleConnectionIsClosedBeforeTheBackendWould() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(ExchangeContract.always(json(200, "{}")));
                Transport transport = transport()) {
            ask(transport, get(server));
            assertClosed(server.nextPeer());
        }
    }

    @Test
    default void closedTransportLeavesNoThread() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Transport transport = transport();
        Set<Thread> added = new HashSet<>(Thread.getAllStackTraces().keySet());
        added.removeAll(before);
        transport.close();
        for (Thread thread : added) {
            assertThat(thread.join(Duration.ofSeconds(10))).as(thread.getName()).isTrue();
        }
    }

    private static void assertClosed(Peer peer) throws InterruptedException {
        assertThat(peer.peerClosed().await(20, TimeUnit.SECONDS)).isTrue();
    }
}

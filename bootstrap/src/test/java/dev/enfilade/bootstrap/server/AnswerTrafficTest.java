package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.logging.AccessLine;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class AnswerTrafficTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    void answersWhoseClientsTakeAllAtOnceLetOthersRun() throws Exception {
        CountDownLatch writing = new CountDownLatch(CORES);
        CountDownLatch otherRan = new CountDownLatch(1);
        AtomicBoolean enough = new AtomicBoolean();
        try {
            for (int i = 0; i < CORES; i++) {
                Thread.ofVirtual().start(() -> write(writing, enough));
            }
            writing.await();

            Thread.ofVirtual().start(otherRan::countDown);

            assertThat(otherRan.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            enough.set(true);
        }
    }

    private static void write(CountDownLatch writing, AtomicBoolean enough) {
        AnswerTraffic answer = new AnswerTraffic(
                swallowing(Request.class),
                swallowing(Response.class),
                (AccessLine _) -> {},
                System.nanoTime(),
                () -> {});
        answer.write(false, ByteBuffer.allocate(1), Callback.NOOP);
        writing.countDown();
        while (!enough.get()) {
            answer.write(false, ByteBuffer.allocate(1), Callback.NOOP);
        }
    }

    /** Takes everything at once. */
    private static <T> T swallowing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, _) -> method.getName().equals("getHeaders") ? HttpFields.build() : null));
    }
}

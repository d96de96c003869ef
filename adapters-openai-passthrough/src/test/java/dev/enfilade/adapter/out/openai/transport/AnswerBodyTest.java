package dev.enfilade.adapter.out.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

class AnswerBodyTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** A source that always has something, as a socket whose other side is faster. */
    private static final class Flood extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return length;
        }
    }

    @Test
    void readersWhoNeverHaveToWaitLetOthersRun() throws Exception {
        CountDownLatch reading = new CountDownLatch(CORES);
        CountDownLatch otherRan = new CountDownLatch(1);
        AtomicBoolean enough = new AtomicBoolean();
        try (PoolingHttpClientConnectionManager pool = pool()) {
            for (int i = 0; i < CORES; i++) {
                Thread.ofVirtual().start(() -> read(body(pool), reading, enough));
            }
            reading.await();

            Thread.ofVirtual().start(otherRan::countDown);

            assertThat(otherRan.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            enough.set(true);
        }
    }

    private static void read(AnswerBody body, CountDownLatch reading, AtomicBoolean enough) {
        byte[] buffer = new byte[8 * 1024];
        body.read(buffer);
        reading.countDown();
        while (!enough.get()) {
            body.read(buffer);
        }
        body.close();
    }

    private static PoolingHttpClientConnectionManager pool() {
        return ConnectionPool.over((SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(5));
    }

    private static AnswerBody body(PoolingHttpClientConnectionManager pool) {
        try {
            HttpRoute nowhere = new HttpRoute(new HttpHost("http", "127.0.0.1", 9));
            Call call = new Call(
                    new Calls(System::nanoTime, () -> {}),
                    pool,
                    pool.lease("", nowhere, Timeout.ZERO_MILLISECONDS, null).get(Timeout.ofSeconds(5)),
                    Timeouts.DEFAULT);
            return new AnswerBody(call, new Flood(), -1, Optional.empty());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

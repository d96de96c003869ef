package dev.enfilade.bootstrap.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** How long after a client's close its handler is interrupted; run by hand. */
final class ClientGoneBench {

    private static final int ONE_BY_ONE = 3000;
    private static final int AT_ONCE = 500;
    private static final int WARM_UP = 1000;

    private final Semaphore waiting = new Semaphore(0);
    private final BlockingQueue<Long> interrupted = new LinkedBlockingQueue<>();

    private ClientGoneBench() {}

    public static void main(String[] args) throws Exception {
        ClientGoneBench bench = new ClientGoneBench();
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", bench::waitForEver))) {
            bench.oneByOne(server, WARM_UP);
            report("one by one", bench.oneByOne(server, ONE_BY_ONE));
            report(AT_ONCE + " at once", bench.atOnce(server));
            report(AT_ONCE + " at once", bench.atOnce(server));
        }
    }

    private long[] oneByOne(TestServer server, int count) throws Exception {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            RawClient client = server.connect().post("/api/chat", "{}");
            waiting.acquire();
            long closed = System.nanoTime();
            client.closeInOrder();
            nanos[i] = interrupted.take() - closed;
        }
        return nanos;
    }

    private long[] atOnce(TestServer server) throws Exception {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            clients.add(server.connect().post("/api/chat", "{}"));
        }
        waiting.acquire(AT_ONCE);
        long closed = System.nanoTime();
        for (RawClient client : clients) {
            client.closeInOrder();
        }
        long[] nanos = new long[AT_ONCE];
        for (int i = 0; i < AT_ONCE; i++) {
            nanos[i] = interrupted.take() - closed;
        }
        return nanos;
    }

    private void waitForEver(Context ctx) throws IOException {
        ctx.bodyInputStream().readAllBytes();
        waiting.release();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.add(System.nanoTime());
            throw new IOException(e);
        }
    }

    private static void report(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %.2f ms, p99 %.2f ms, last %.2f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}

package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.logging.RequestObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The exchanges that are going on. Each leaves a line of the log when its answer's last byte is gone. */
final class Exchanges implements RequestLog {

    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private final RequestObserver observer;
    private volatile @Nullable CountDownLatch emptied;

    Exchanges(RequestObserver observer) {
        this.observer = observer;
    }

    Exchange begin(Request request) {
        Exchange exchange = Exchange.begin(request);
        open.add(exchange);
        observer.began();
        return exchange;
    }

    @Override
    public void log(Request request, Response response) {
        Optional<Exchange> exchange = Exchange.of(request);
        if (exchange.isEmpty()) {
            observer.began();
        }
        observer.ended(exchange.map(known -> AccessLines.of(request, response, known))
                .orElseGet(() -> AccessLines.of(request, response)));
        exchange.ifPresent(this::end);
    }

    /** How many are going on. */
    int count() {
        return open.size();
    }

    /** Waits until nothing is going on; false if that did not happen in time. */
    boolean awaitNone(Duration longest) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        emptied = latch;
        return open.isEmpty() || latch.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends what every handler waits for. */
    void interruptAll() {
        open.forEach(exchange -> exchange.handler().interrupt(HandlerThread.Reason.SHUTTING_DOWN));
    }

    private void end(Exchange exchange) {
        open.remove(exchange);
        CountDownLatch latch = emptied;
        if (latch != null && open.isEmpty()) {
            latch.countDown();
        }
    }
}

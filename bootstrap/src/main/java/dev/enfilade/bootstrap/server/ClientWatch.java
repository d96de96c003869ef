package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices within a few milliseconds when a client closes its connection in the middle of its request. Jetty would
 * notice at the second failed write, which never comes while a backend thinks.
 *
 * <p>One thread with a selector of its own. Most requests are over before they are worth a system call: only those that
 * have lasted for a while are registered.
 */
final class ClientWatch implements AutoCloseable {

    private static final long TICK_MILLIS = 1;
    private static final long YOUNG_NANOS = 1_000_000;

    /** A request whose client is to be watched, if it still goes on when it is no longer young. */
    private record Candidate(Lookout client, HandlerThread request, long since) {}

    private final Queue<Candidate> candidates = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final Selector selector;
    private final Thread thread;

    ClientWatch() throws IOException {
        this.selector = Selector.open();
        // Of the platform, so that it runs while every carrier of virtual threads computes.
        this.thread = Thread.ofPlatform().name("client-watch").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void add(Lookout client, HandlerThread request) {
        candidates.add(new Candidate(client, request, System.nanoTime()));
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            selector.wakeup();
        }
    }

    /** Lets go of channels that were closed. */
    void wakeup() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                sleep();
                selector.select(ClientWatch::readable, TICK_MILLIS);
                registerGrown();
            }
        } catch (ClosedSelectorException e) {
            // The server has stopped.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until there is a candidate; meanwhile those registered before are watched. */
    private void sleep() throws IOException {
        asleep.set(true);
        while (candidates.isEmpty() && selector.isOpen()) {
            selector.select(ClientWatch::readable);
        }
        asleep.set(false);
    }

    private void registerGrown() {
        long now = System.nanoTime();
        Candidate eldest = candidates.peek();
        while (eldest != null && now - eldest.since() >= YOUNG_NANOS) {
            candidates.remove();
            eldest.client().register(selector, eldest.request());
            eldest = candidates.peek();
        }
    }

    private static void readable(SelectionKey key) {
        ((Lookout) key.attachment()).readable();
    }
}

package dev.enfilade.bootstrap.logging;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes lines in the background, many at a time. A request never waits for its line: if the output does not keep up,
 * lines are dropped and counted.
 *
 * <p>Not by way of a logging library: an event, a wake-up and a write for each line cost a third of a small request.
 */
public final class AccessLog implements RequestObserver, AutoCloseable {

    private static final int MOST_WAITING = 8192;

    /** While lines gather, nobody is woken for them. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final BlockingQueue<AccessLine> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LongAdder dropped = new LongAdder();
    private final PrintStream out;
    private final LogFormat format;
    private final Thread writer;

    /** Begins to write to {@code out}. */
    public AccessLog(PrintStream out, LogFormat format) {
        this.out = out;
        this.format = format;
        this.writer = Thread.ofPlatform().name("access-log").daemon().start(this::run);
    }

    /** Writes to standard error until the process ends, the last lines included. */
    public static AccessLog toStandardError(LogFormat format) {
        AccessLog log = new AccessLog(System.err, format);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(log::close));
        return log;
    }

    @Override
    public void ended(AccessLine line) {
        if (!waiting.offer(line)) {
            dropped.increment();
        }
    }

    /** How many lines were lost because the output was too slow. */
    public long dropped() {
        return dropped.sum();
    }

    /** Writes what is waiting and ends. */
    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<AccessLine> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                Thread.sleep(GATHERING);
                write(batch);
            }
        } catch (InterruptedException e) {
            write(batch);
        }
    }

    private void write(List<AccessLine> batch) {
        waiting.drainTo(batch);
        StringBuilder lines = new StringBuilder();
        batch.forEach(line -> lines.append(format.line(line)).append('\n'));
        batch.clear();
        out.writeBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

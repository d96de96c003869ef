package dev.enfilade.bootstrap.reload;

import java.time.Duration;

/**
 * Looks at the files of the configuration every few seconds. Their content is looked at, since a notice of the file
 * system would miss what Kubernetes does: it swaps a link to a folder far above the file.
 */
public final class ConfigWatch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Thread thread;

    private ConfigWatch(Thread thread) {
        this.thread = thread;
    }

    /** Begins to look. */
    public static ConfigWatch start(Reloader reloader) {
        return new ConfigWatch(Thread.ofVirtual().name("configuration-watch").start(() -> look(reloader)));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void look(Reloader reloader) {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                reloader.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.enfilade.bootstrap.health;

import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Asks backends that are down for their lists every few seconds, so that their return is seen though nobody wants them.
 * Those that are up are never asked.
 */
public final class RecoveryWatch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Supplier<List<CatalogProbe>> down;
    private final Set<CatalogProbe> asked = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    /** @param down those that are down and may come back */
    public RecoveryWatch(Supplier<List<CatalogProbe>> down) {
        this(down, BETWEEN_LOOKS);
    }

    RecoveryWatch(Supplier<List<CatalogProbe>> down, Duration betweenLooks) {
        this.down = down;
        this.thread = Thread.ofVirtual().name("recovery-watch").unstarted(() -> look(betweenLooks));
    }

    /** Begins to look. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void look(Duration betweenLooks) {
        try {
            while (true) {
                Thread.sleep(betweenLooks);
                // One that is silent must not keep the others from being asked, nor be asked twice.
                down.get().stream()
                        .filter(asked::add)
                        .forEach(probe -> Thread.ofVirtual().start(() -> ask(probe)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(CatalogProbe probe) {
        try {
            probe.models();
        } catch (FailureException stillDown) {
            // The probe has made a note of it.
        } finally {
            asked.remove(probe);
        }
    }
}

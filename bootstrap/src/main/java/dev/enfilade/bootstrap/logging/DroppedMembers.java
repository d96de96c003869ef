package dev.enfilade.bootstrap.logging;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts, and notes for the curious, what a request asked for and its backend has no place for: names only, never
 * values.
 */
public final class DroppedMembers implements Consumer<List<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedMembers.class);

    private final LongAdder count = new LongAdder();
    private final String backend;

    public DroppedMembers(String backend) {
        this.backend = backend;
    }

    @Override
    public void accept(List<String> names) {
        if (!names.isEmpty()) {
            count.add(names.size());
            LOG.debug("backend={} has no place for {}", backend, names);
        }
    }

    /** How many members of requests had no place so far. */
    public long count() {
        return count.sum();
    }
}

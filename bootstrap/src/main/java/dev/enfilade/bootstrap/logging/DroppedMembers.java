package dev.enfilade.bootstrap.logging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts, and notes for the curious, what requests asked for and their backends have no place for: names only, never
 * values.
 */
public final class DroppedMembers {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedMembers.class);

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Takes the names of what one request loses at this backend; often none. */
    public Consumer<List<String>> at(String backend) {
        LongAdder count = counts.computeIfAbsent(backend, _ -> new LongAdder());
        return names -> {
            if (!names.isEmpty()) {
                count.add(names.size());
                LOG.debug("backend={} has no place for {}", backend, names);
            }
        };
    }

    /** How many members of requests had no place so far, by backend. */
    public Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((backend, count) -> sums.put(backend, count.sum()));
        return sums;
    }
}

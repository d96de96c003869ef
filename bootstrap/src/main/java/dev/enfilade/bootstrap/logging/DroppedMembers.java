package dev.enfilade.bootstrap.logging;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes for the curious what a request asked for and its backend has no place for: names only, never values. */
public final class DroppedMembers implements Consumer<List<String>> {

    private static final Logger LOG = LoggerFactory.getLogger("dropped");

    private final String backend;

    public DroppedMembers(String backend) {
        this.backend = backend;
    }

    @Override
    public void accept(List<String> names) {
        if (!names.isEmpty()) {
            LOG.debug("backend={} has no place for {}", backend, names);
        }
    }
}

package dev.enfilade.bootstrap.logging;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes lines to the logger {@code access}, whose appender never makes a request wait. */
public final class AccessLog implements Consumer<AccessLine> {

    private static final Logger LOG = LoggerFactory.getLogger("access");

    @Override
    public void accept(AccessLine line) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{}", line.text());
        }
    }
}

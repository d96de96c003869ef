package dev.enfilade.bootstrap.config;

import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * No start on an address that other machines reach while clients need no key: they would spend the owner's money.
 *
 * <p>A process in a container cannot see whether its port is published to the world or to the host alone, so somebody
 * has to say it.
 */
final class BindRule {

    static final String WAYS_OUT = """
            other machines could spend your backend's tokens on this address, since clients need no key. Ways out:
              1. stay on this machine: listen on 127.0.0.1 (in a container: with host networking)
              2. ENFILADE_ALLOW_OPEN=1 (allow-open: true), if a firewall or proxy decides who connects; \
            in a container publish with -p 127.0.0.1:11434:11434
              3. keys for clients: ENFILADE_AUTH_KEYS_FILE (auth.keys-file), in a version that has them""";

    private static final String OPEN =
            " is open: clients need no key, so whoever reaches it spends the tokens of your backend's key";

    private BindRule() {}

    /** What speaks against listening here. */
    static Optional<String> objection(ListenAddress address, boolean allowOpen) {
        try {
            return address.isLocal() || allowOpen ? Optional.empty() : Optional.of(WAYS_OUT);
        } catch (UncheckedIOException e) {
            return Optional.of("no address is known for the host " + address.host());
        }
    }

    /** What is to be said at every start on an address that was opened on purpose. */
    static Optional<String> warning(ListenAddress address) {
        try {
            return address.isLocal() ? Optional.empty() : Optional.of(address + OPEN);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}

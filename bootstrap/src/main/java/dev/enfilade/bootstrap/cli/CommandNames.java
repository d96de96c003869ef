package dev.enfilade.bootstrap.cli;

import java.util.Iterator;
import java.util.List;

/** The words that shells offer behind {@code enfilade help}. */
final class CommandNames implements Iterable<String> {

    /** Written down, since picocli asks for them before it knows the commands. */
    private static final List<String> NAMES =
            List.of("serve", "demo", "check", "models", "healthcheck", "config", "completion");

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}

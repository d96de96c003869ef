package dev.enfilade.bootstrap.config;

import java.util.Set;

/** The keys whose values a running process cannot change. */
public final class RestartKeys {

    private static final Set<String> ALL = Set.of("listen", "allow-open", "management.listen", "logging.format");

    private RestartKeys() {}

    public static boolean contains(String key) {
        return ALL.contains(key);
    }
}

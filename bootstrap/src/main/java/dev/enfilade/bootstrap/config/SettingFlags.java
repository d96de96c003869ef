package dev.enfilade.bootstrap.config;

import java.util.Optional;

/** Flags that are named by the path of a key: {@code --limits.body}, {@code --backends.main.url}. */
public final class SettingFlags {

    private SettingFlags() {}

    /** What such a flag sets; absent if it is none. */
    public static Optional<KeyPath> path(String flag) {
        return PathSpelling.FLAG
                .read(flag)
                .map(place -> Keys.SHORTHANDS
                        .getOrDefault(place.path(), place.path())
                        .named(place.names().toArray(String[]::new)));
    }

    /** Whether it says enough without a value, as yes or no. */
    public static boolean mayStandAlone(String flag) {
        return PathSpelling.FLAG
                .read(flag)
                .filter(place -> Keys.ALL.stream()
                        .filter(key -> key.path().equals(place.path()))
                        .anyMatch(key -> key.kind().equals(Kinds.YES_NO)))
                .isPresent();
    }

    /** The flag that somebody may have meant. */
    public static Optional<String> nearest(String flag) {
        return PathSpelling.FLAG.nearest(flag);
    }
}

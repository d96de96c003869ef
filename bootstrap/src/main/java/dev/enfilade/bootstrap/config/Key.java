package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Scalar;
import java.util.Optional;

/**
 * One thing that can be set.
 *
 * @param path with {@link KeyPath#ANY} for names of the user's choice
 * @param usual the default as a user would write it, absent if there is none
 * @param about one sentence for the reference
 */
record Key<T>(KeyPath path, Kind<T> kind, Optional<String> usual, String about) {

    Key {
        requireNonNull(path, "path is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(usual, "usual is null");
        requireNonNull(about, "about is null");
    }

    static <T> Key<T> of(String path, Kind<T> kind, String usual, String about) {
        return new Key<>(KeyPath.of(path), kind, Optional.of(usual), about);
    }

    static <T> Key<T> optional(String path, Kind<T> kind, String about) {
        return new Key<>(KeyPath.of(path), kind, Optional.empty(), about);
    }

    /** The default, read like any other value. */
    Optional<T> usualValue() {
        return usual.flatMap(text -> kind.read(new Scalar(text, Origin.flag("default")), path, new Problems()));
    }
}

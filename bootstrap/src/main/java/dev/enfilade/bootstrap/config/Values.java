package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Mapping;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a configuration, key by key; what is wrong with them is told on the way.
 *
 * @param folder where relative paths start that stand in no file
 */
record Values(Mapping configuration, Path folder, Problems problems) {

    Values {
        requireNonNull(configuration, "configuration is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(problems, "problems is null");
    }

    /** The value that was set, in the place of the given names. */
    <T> Optional<T> find(Key<T> key, String... names) {
        KeyPath path = key.path().named(names);
        return configuration.find(path).flatMap(node -> key.kind().read(node, path, problems));
    }

    /** The value that was set, or the default; only for keys that have one. */
    <T> T get(Key<T> key, String... names) {
        return find(key, names)
                .or(key::usualValue)
                .orElseThrow(() -> new NoSuchElementException(key.path() + " has no default"));
    }

    /** The file that was named: a relative path starts at the file in which it stands, else at the working folder. */
    Optional<Path> file(Key<Path> key, String... names) {
        Optional<Origin> origin = configuration.find(key.path().named(names)).map(Node::origin);
        return find(key, names)
                .map(path -> origin.map(place -> place.resolve(folder, path)).orElse(path));
    }

    Set<String> names(String group) {
        return configuration.names(group);
    }

    boolean has(Key<?> key, String... names) {
        return configuration.find(key.path().named(names)).isPresent();
    }

    /** Tells what is wrong with a value that is right by itself. */
    void problem(KeyPath path, String text) {
        Origin origin = configuration.find(path).map(Node::origin).orElse(configuration.origin());
        problems.add(origin, path, text);
    }
}

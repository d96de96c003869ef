package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Origin.Layer;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The values of a configuration, key by key; what is wrong with them is told on the way. */
record Values(Mapping configuration, Problems problems) {

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

    /** The layer that set the value. */
    Optional<Layer> layer(Key<?> key, String... names) {
        return configuration
                .find(key.path().named(names))
                .map(node -> node.origin().layer());
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

package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is set under which key, to be compared and never to be shown, since secrets are among it; and by whom. */
public final class KeyValues {

    private final Map<String, String> values = new TreeMap<>();
    private final Map<KeyPath, Origin> origins = new HashMap<>();

    private KeyValues() {}

    /** Of a complete configuration; a file counts with its content, so that a rotated key is a change. */
    static KeyValues of(Mapping configuration) {
        KeyValues all = new KeyValues();
        all.add(configuration, KeyPath.TOP);
        return all;
    }

    /** The keys that have other values there, or have one only here or there. */
    public NavigableSet<String> changes(KeyValues others) {
        NavigableSet<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(others.values.keySet());
        keys.removeIf(key -> Objects.equals(values.get(key), others.values.get(key)));
        return keys;
    }

    /** Where the value of a key was written, such as {@code enfilade.yaml:3:5}; absent if nobody has set it. */
    public Optional<String> origin(KeyPath key) {
        return Optional.ofNullable(origins.get(key)).map(Origin::toString);
    }

    private void add(Mapping mapping, KeyPath path) {
        mapping.members().forEach((name, member) -> add(member.value(), path.child(name)));
    }

    private void add(Node node, KeyPath path) {
        switch (node) {
            case Mapping group -> add(group, path);
            case Sequence list -> list.items().forEach(item -> add(item, path));
            case Scalar scalar -> {
                origins.putIfAbsent(path, scalar.origin());
                values.merge(path.toString(), content(scalar), (one, next) -> one + '\n' + next);
            }
            case Empty _, Broken _ -> {}
        }
    }

    private static String content(Scalar scalar) {
        return scalar.text() + Sources.digestOf(scalar.text()).orElse("");
    }
}

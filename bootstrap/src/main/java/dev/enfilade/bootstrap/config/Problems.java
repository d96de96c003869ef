package dev.enfilade.bootstrap.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, so that a person sees all of it at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(Origin origin, KeyPath path, String text) {
        found.add(new Problem(origin, path.toString(), text));
    }

    /** Tells that a value has the wrong shape; gives what a reader without a value returns. */
    <T> Optional<T> misfit(Node node, KeyPath path, String expected) {
        add(node.origin(), path, node.described() + " (expected " + expected + ")");
        return Optional.empty();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order in which they stand in the files. */
    List<Problem> inOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::origin))
                .toList();
    }

    /** @throws ConfigException if there are any */
    void raise() {
        if (!found.isEmpty()) {
            throw new ConfigException(inOrder());
        }
    }
}

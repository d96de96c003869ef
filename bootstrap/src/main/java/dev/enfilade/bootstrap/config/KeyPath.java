package dev.enfilade.bootstrap.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to a value from the top of the configuration; names of backends and models may contain dots. */
public record KeyPath(List<String> parts) {

    static final KeyPath TOP = new KeyPath(List.of());

    /** Stands for any name in the path of a {@link Key}. */
    static final String ANY = "*";

    public KeyPath {
        parts = List.copyOf(parts);
    }

    /** A path of which no part has a dot, as the table of keys has them. */
    static KeyPath of(String dotted) {
        return new KeyPath(List.of(dotted.split("\\.", -1)));
    }

    KeyPath child(String name) {
        return new KeyPath(Stream.concat(parts.stream(), Stream.of(name)).toList());
    }

    String first() {
        return parts.getFirst();
    }

    KeyPath rest() {
        return new KeyPath(parts.subList(1, parts.size()));
    }

    /** This path with its {@link #ANY} parts replaced, from the left. */
    KeyPath named(String... names) {
        int next = 0;
        String[] filled = parts.toArray(String[]::new);
        for (int i = 0; i < filled.length; i++) {
            if (filled[i].equals(ANY)) {
                filled[i] = names[next++];
            }
        }
        return new KeyPath(List.of(filled));
    }

    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.matches("[\\w*-]+") ? part : '"' + part + '"')
                .collect(Collectors.joining("."));
    }
}

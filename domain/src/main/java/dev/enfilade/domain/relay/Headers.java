package dev.enfilade.domain.relay;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Header lines in their order; names are compared without regard to case. */
public record Headers(List<Header> lines) {

    public static final Headers NONE = new Headers(List.of());

    public Headers {
        lines = List.copyOf(lines);
    }

    /** The first value under this name. */
    public Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public Headers keeping(Predicate<Header> wanted) {
        return new Headers(lines.stream().filter(wanted).toList());
    }
}

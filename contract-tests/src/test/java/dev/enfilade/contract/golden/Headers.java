package dev.enfilade.contract.golden;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The header fields of one message, in order; names are found whatever their letter case. */
record Headers(List<Header> all) {

    Headers {
        all = List.copyOf(all);
    }

    /** The field's value; several fields of one name are one, joined by a comma. */
    Optional<String> value(String name) {
        return has(name) ? Optional.of(String.join(", ", values(name))) : Optional.empty();
    }

    List<String> values(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    boolean has(String name) {
        return !values(name).isEmpty();
    }

    boolean says(String name, String value) {
        return value(name).filter(value::equalsIgnoreCase).isPresent();
    }

    Headers without(String name) {
        return new Headers(all.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList());
    }

    /** One line per field, each with its line end. */
    String onWire() {
        return all.stream().map(header -> header + "\r\n").collect(Collectors.joining());
    }
}

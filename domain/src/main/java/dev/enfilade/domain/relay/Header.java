package dev.enfilade.domain.relay;

import static java.util.Objects.requireNonNull;

/** One header line, name and value as they were sent. */
public record Header(String name, String value) {

    public Header {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
    }
}

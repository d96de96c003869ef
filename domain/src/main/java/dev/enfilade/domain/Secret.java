package dev.enfilade.domain;

import static java.util.Objects.requireNonNull;

/** A key or password; printing it shows nothing of it. */
public record Secret(String value) {

    public Secret {
        requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}

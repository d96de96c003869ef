package dev.enfilade.adapter.out.openai.dialect;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.JsonText;

/** A member of a request's body with its value. */
public record BodyMember(String name, JsonText value) {

    public BodyMember {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
    }
}

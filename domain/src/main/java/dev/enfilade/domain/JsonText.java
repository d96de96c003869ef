package dev.enfilade.domain;

import static java.util.Objects.requireNonNull;

/**
 * JSON that the domain carries from one adapter to another and never reads: schemas, tool definitions, tool arguments.
 *
 * @param raw one complete JSON value, exactly as it is to be sent on
 */
public record JsonText(String raw) {

    /** The empty object, which stands for arguments that were not given. */
    public static final JsonText EMPTY_OBJECT = new JsonText("{}");

    public JsonText {
        requireNonNull(raw, "raw is null");
    }
}

package dev.enfilade.domain.chat;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.JsonText;

/** The form that the answer's text must have. */
public sealed interface ResponseFormat {

    /** Anything. */
    record FreeText() implements ResponseFormat {}

    /** Some JSON object. */
    record AnyJson() implements ResponseFormat {}

    /** JSON that fits a schema. */
    record JsonSchema(JsonText schema) implements ResponseFormat {
        public JsonSchema {
            requireNonNull(schema, "schema is null");
        }
    }
}

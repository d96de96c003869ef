package dev.enfilade.adapter.out.openai.dialect;

import static java.util.Objects.requireNonNull;

/** How a backend's dialect is found. */
public sealed interface DialectChoice {

    /** From the backend's own model list, once. */
    record Auto() implements DialectChoice {}

    /** By configuration. */
    record Fixed(Dialect dialect) implements DialectChoice {
        public Fixed {
            requireNonNull(dialect, "dialect is null");
        }
    }
}

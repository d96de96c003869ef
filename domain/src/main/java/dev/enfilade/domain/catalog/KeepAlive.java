package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How long a model counts as loaded after its last use. */
public sealed interface KeepAlive {

    /** As the server is configured. */
    record Default() implements KeepAlive {}

    /** Not at all: the model is unloaded after the request. */
    record None() implements KeepAlive {}

    /** For this long, more than zero. */
    record For(Duration duration) implements KeepAlive {
        public For {
            requireNonNull(duration, "duration is null");
        }
    }

    /** Until the server ends. */
    record Forever() implements KeepAlive {}
}

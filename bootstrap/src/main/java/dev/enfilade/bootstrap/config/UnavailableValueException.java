package dev.enfilade.bootstrap.config;

import org.jspecify.annotations.Nullable;

/** A reference or file does not lead to a value; {@link #why} says so in words for the user. */
final class UnavailableValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    UnavailableValueException(String why, @Nullable Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    String why() {
        return why;
    }
}

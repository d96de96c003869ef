package dev.enfilade.adapter.out.openai.tls;

import org.jspecify.annotations.Nullable;

/** A text holds no certificate or key that can be used; the message says why and what was expected, and no secret. */
public final class UnusablePemException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusablePemException(String why) {
        this(why, null);
    }

    UnusablePemException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

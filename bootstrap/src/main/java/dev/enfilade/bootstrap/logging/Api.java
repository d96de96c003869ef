package dev.enfilade.bootstrap.logging;

import java.util.Locale;

/** Whose words a request speaks. */
public enum Api {
    OLLAMA,
    OPENAI,
    /** What operators ask: health and metrics. */
    ENFILADE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

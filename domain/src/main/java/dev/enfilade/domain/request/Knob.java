package dev.enfilade.domain.request;

/** A number that steers sampling; which of them a backend takes, and under which name, is its dialect's matter. */
public enum Knob {
    TEMPERATURE,
    TOP_P,
    TOP_K,
    MIN_P,
    TYPICAL_P,
    PRESENCE_PENALTY,
    FREQUENCY_PENALTY,
    REPEAT_PENALTY,
    REPEAT_LAST_N,
    SEED,
    /** The longest answer in tokens, greater than 0. */
    MAX_TOKENS,
    /** How many tokens of the prompt survive when the context overflows. */
    KEEP_TOKENS,
    /** Which version of Mirostat steers the perplexity; 0 is none. */
    MIROSTAT,
    MIROSTAT_TAU,
    MIROSTAT_ETA
}

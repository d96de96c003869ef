package dev.enfilade.contract.backend;

/** How the backend as a whole is doing. */
public enum Health {
    UP,
    /** It resets every connection on which it is asked. */
    DOWN,
    /** It answers 429. */
    RATE_LIMITING
}

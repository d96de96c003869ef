package dev.enfilade.bootstrap.check;

/** Where the cause of a failed step lies, which decides the exit code. */
public enum Trouble {
    /** In the configuration, or in this machine. */
    CONFIGURATION,
    /** In the key: the backend refuses it. */
    KEY,
    /** In the backend, or on the way to it. */
    BACKEND
}

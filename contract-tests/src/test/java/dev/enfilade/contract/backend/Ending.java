package dev.enfilade.contract.backend;

/** How an answer ends, after its last word. */
enum Ending {
    /** With a finish reason, the usage and, on a stream, {@code [DONE]}. */
    CLEAN,
    /** With an event that reports an error. */
    REPORTED_ERROR,
    /** In the middle of the body: the connection is closed. */
    CUT,
    /** Not at all: nothing more comes until the client leaves. */
    SILENCE
}

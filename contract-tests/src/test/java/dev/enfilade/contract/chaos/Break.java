package dev.enfilade.contract.chaos;

/** How an answer breaks off, if it does. */
enum Break {
    NONE,
    /** The body ends in good order, but too early. */
    CLEAN_END,
    FIN,
    RESET,
    /** Nothing more comes, and the connection stays open. */
    STALL,
    /** What should be the size of a chunk is none; without chunks the same as {@link #FIN}. */
    BAD_CHUNK
}

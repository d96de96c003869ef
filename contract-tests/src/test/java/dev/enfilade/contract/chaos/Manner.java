package dev.enfilade.contract.chaos;

/** What a client does with its answer. */
enum Manner {
    READS_ALL,
    /** Reads nothing before the backend has said all that it has to say. */
    READS_LATE,
    /** Closes after some bytes. */
    LEAVES,
    /** Resets after some bytes. */
    RESETS,
    /** Closes its own direction at once and reads on. */
    HALF_CLOSES;

    /** Whether the client is there to see the end. */
    boolean stays() {
        return switch (this) {
            case READS_ALL, READS_LATE -> true;
            case LEAVES, RESETS, HALF_CLOSES -> false;
        };
    }
}

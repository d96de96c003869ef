package dev.enfilade.contract.chaos;

/** How a backend tells where its body ends. */
enum Framing {
    CHUNK_PER_PART,
    ONE_CHUNK,
    SMALL_CHUNKS,
    LENGTH,
    CLOSE;

    boolean isChunked() {
        return switch (this) {
            case CHUNK_PER_PART, ONE_CHUNK, SMALL_CHUNKS -> true;
            case LENGTH, CLOSE -> false;
        };
    }
}

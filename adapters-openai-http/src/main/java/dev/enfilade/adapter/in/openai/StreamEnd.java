package dev.enfilade.adapter.in.openai;

/** How the event streams of a route say that they are complete; a stream that ends without that was cut. */
enum StreamEnd {

    /** A finish reason, and then {@code [DONE]}: chat and legacy completions. */
    SENTINEL,

    /** An event whose type says so: responses, and Anthropic's messages. */
    LAST_EVENT,

    /** Nothing that we know of. */
    UNKNOWN;

    static StreamEnd of(String path) {
        return switch (path) {
            case "/chat/completions", "/completions" -> SENTINEL;
            case "/responses", "/messages" -> LAST_EVENT;
            default -> UNKNOWN;
        };
    }
}

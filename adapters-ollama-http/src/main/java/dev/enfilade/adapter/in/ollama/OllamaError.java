package dev.enfilade.adapter.in.ollama;

import static java.util.Objects.requireNonNull;

/**
 * An error that only Ollama knows, with the status and words that Ollama 0.33 has for it; no other surface answers so.
 */
final class OllamaError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorReply reply;

    OllamaError(int status, String text) {
        this(ErrorReply.of(status, text));
    }

    OllamaError(ErrorReply reply) {
        super(requireNonNull(reply, "reply is null").text());
        this.reply = reply;
    }

    ErrorReply reply() {
        return reply;
    }
}

package dev.enfilade.adapter.in.ollama.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An error that only Ollama knows, with the status and words that Ollama 0.33 has for it; no other surface answers so.
 */
public final class OllamaError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorReply reply;

    public OllamaError(int status, String text) {
        this(ErrorReply.of(status, text));
    }

    /** An error whose content type is not the usual one. */
    public OllamaError(int status, String type, String text) {
        this(new ErrorReply(status, type, text, Optional.empty()));
    }

    private OllamaError(ErrorReply reply) {
        super(requireNonNull(reply, "reply is null").text());
        this.reply = reply;
    }

    public int status() {
        return reply.status();
    }

    ErrorReply reply() {
        return reply;
    }
}

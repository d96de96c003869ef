package dev.enfilade.adapter.in.ollama.http;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** What an Ollama client is told when its request fails. */
record ErrorReply(int status, String type, String text, Optional<Duration> retryAfter) {

    /** The client is gone; the number is the one that Ollama 0.33 has for it and nobody reads it. */
    static final int CLIENT_GONE = 499;

    ErrorReply {
        requireNonNull(type, "type is null");
        requireNonNull(text, "text is null");
        requireNonNull(retryAfter, "retryAfter is null");
    }

    static ErrorReply of(int status, String text) {
        return new ErrorReply(status, JsonReply.TYPE, text, Optional.empty());
    }

    static ErrorReply of(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest _ -> of(400, failure.text());
            case Failure.Unsupported _ -> of(400, failure.text());
            case Failure.ModelNotFound _ -> of(404, failure.text());
            case Failure.Refused refused -> of(refused.status(), failure.text()).retryAfter(refused.retryAfter());
            case Failure.RateLimited limited -> of(429, failure.text()).retryAfter(limited.retryAfter());
            case Failure.BodyTooLarge _ -> of(413, failure.text());
            case Failure.BodyTooSlow _ -> of(408, failure.text());
            case Failure.Overloaded _ -> of(503, failure.text()).retryAfter(Optional.of(Duration.ofSeconds(1)));
            case Failure.ShuttingDown _ -> of(503, failure.text()).retryAfter(Optional.of(Duration.ofSeconds(5)));
            case Failure.TimedOut _ -> of(504, failure.text());
            // A refused key is 502 and never 401: Ollama's clients would ask their user to sign in.
            case Failure.BackendDenied _ -> of(502, failure.text());
            case Failure.Broken _ -> of(502, failure.text());
            case Failure.BrokenToolCall _ -> of(502, failure.text());
            case Failure.Redirected _ -> of(502, failure.text());
            case Failure.BackendUnavailable gone -> of(502, failure.text()).retryAfter(gone.retryAfter());
            // Told only while the server drains: then it is our doing.
            case Failure.Cancelled _ -> of(new Failure.ShuttingDown());
        };
    }

    private ErrorReply retryAfter(Optional<Duration> delay) {
        return new ErrorReply(status, type, text, delay);
    }
}

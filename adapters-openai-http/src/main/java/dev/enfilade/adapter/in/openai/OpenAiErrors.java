package dev.enfilade.adapter.in.openai;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.Optional;

/** Failures in the shape of the OpenAI API: a status, and an object with message, type, param and code. */
final class OpenAiErrors {

    static final String INVALID_JSON = "invalid JSON in request body";
    static final String MISSING_BODY = "missing request body";
    static final String BAD_REQUEST = "bad request";

    /** What a failure is called here. */
    record Wording(int status, String type, String code) {}

    private OpenAiErrors() {}

    static Wording wording(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest invalid -> new Wording(400, "invalid_request_error", codeOf(invalid.text()));
            case Failure.ModelNotFound _ -> new Wording(404, "invalid_request_error", "model_not_found");
            case Failure.Unsupported _ -> new Wording(400, "invalid_request_error", "unsupported");
            case Failure.Refused refused ->
                new Wording(
                        refused.status(),
                        refused.type().orElse(refused.status() < 500 ? "invalid_request_error" : "upstream_error"),
                        refused.code().orElse("upstream_error"));
            case Failure.RateLimited limited ->
                new Wording(429, "rate_limit_error", limited.code().orElse("rate_limit_exceeded"));
            case Failure.BodyTooLarge _ -> new Wording(413, "invalid_request_error", "request_too_large");
            case Failure.BodyTooSlow _ -> new Wording(408, "invalid_request_error", "request_timeout");
            case Failure.Overloaded _ -> new Wording(503, "server_error", "overloaded");
            case Failure.ShuttingDown _ -> new Wording(503, "server_error", "shutting_down");
            case Failure.BackendDenied _ -> new Wording(502, "upstream_error", "upstream_auth");
            case Failure.BackendUnavailable _ -> new Wording(502, "upstream_error", "upstream_unreachable");
            case Failure.TimedOut timedOut ->
                new Wording(
                        504,
                        "upstream_error",
                        switch (timedOut.phase()) {
                            case CONNECT -> "upstream_connect_timeout";
                            case RESPONSE -> "upstream_header_timeout";
                            case IDLE -> "upstream_idle_timeout";
                            case TOTAL -> "upstream_total_timeout";
                        });
            case Failure.Broken broken ->
                new Wording(
                        502,
                        "upstream_error",
                        switch (broken.flaw()) {
                            case CUT -> "upstream_closed";
                            case INVALID, WORDLESS -> "upstream_invalid";
                            case TOO_BIG -> "upstream_too_large";
                        });
            case Failure.BrokenToolCall _, Failure.Redirected _ ->
                new Wording(502, "upstream_error", "upstream_invalid");
            case Failure.Cancelled _ -> new Wording(499, "invalid_request_error", "request_canceled");
        };
    }

    /** Seconds after which the client may try again, if that is known. */
    static Optional<Long> retryAfter(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited limited -> limited.retryAfter().map(wait -> Math.max(1, wait.toSeconds()));
            case Failure.Refused refused -> refused.retryAfter().map(wait -> Math.max(1, wait.toSeconds()));
            case Failure.BackendUnavailable gone -> gone.retryAfter().map(wait -> Math.max(1, wait.toSeconds()));
            case Failure.Overloaded _ -> Optional.of(1L);
            case Failure.ShuttingDown _ -> Optional.of(5L);
            default -> Optional.empty();
        };
    }

    static String body(Failure failure) {
        Wording wording = wording(failure);
        return body(failure.text(), wording.type(), wording.code());
    }

    static String body(String text, String type, String code) {
        return "{\"error\":{\"message\":\"" + escaped(text) + "\",\"type\":\"" + escaped(type)
                + "\",\"param\":null,\"code\":\"" + escaped(code) + "\"}}";
    }

    /** The failure inside an exception, however deep. */
    static Optional<Failure> failureOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailureException known) {
                return Optional.of(known.failure());
            }
        }
        return Optional.empty();
    }

    private static String codeOf(String text) {
        return switch (text) {
            case INVALID_JSON -> "invalid_json";
            case MISSING_BODY -> "missing_body";
            case BAD_REQUEST -> "bad_request";
            default -> "invalid_value";
        };
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}

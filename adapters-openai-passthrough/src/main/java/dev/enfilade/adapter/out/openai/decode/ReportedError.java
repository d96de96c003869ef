package dev.enfilade.adapter.out.openai.decode;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An error that a backend reported inside an answer whose status was a success.
 *
 * @param status what its code says as an HTTP status, 502 if it says none
 * @param text its message as the backend wrote it, secrets included
 */
public record ReportedError(int status, String text, Optional<String> type, Optional<String> code) {

    public ReportedError {
        requireNonNull(text, "text is null");
        requireNonNull(type, "type is null");
        requireNonNull(code, "code is null");
    }
}

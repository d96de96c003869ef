package dev.enfilade.domain.relay;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelName;
import java.util.Optional;

/**
 * A request that passes through unread.
 *
 * @param target path and query behind {@code /v1}, percent-encoding as the client wrote it, such as
 *     {@code /chat/completions?x=1}
 * @param headers only those that may go on
 * @param model the top-level {@code model} of the body, if it was seen, or what else tells whose request it is
 * @param body absent when the request has none
 */
public record RelayRequest(
        String method, String target, Headers headers, Optional<ModelName> model, Optional<RelayBody> body) {

    public RelayRequest {
        requireNonNull(method, "method is null");
        requireNonNull(target, "target is null");
        requireNonNull(headers, "headers is null");
        requireNonNull(model, "model is null");
        requireNonNull(body, "body is null");
    }

    /** The same request, known to be about this model though no body names it. */
    public RelayRequest about(ModelName subject) {
        return new RelayRequest(method, target, headers, Optional.of(subject), body);
    }

    /** The same request for another model. */
    public RelayRequest renamed(ModelName other) {
        return new RelayRequest(
                method, target, headers, Optional.of(other), body.map(bytes -> bytes.withModel(other.value())));
    }
}

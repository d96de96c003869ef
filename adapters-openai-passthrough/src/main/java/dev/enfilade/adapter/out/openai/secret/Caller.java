package dev.enfilade.adapter.out.openai.secret;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.Secret;
import java.util.Optional;

/**
 * The client on whose behalf a request is sent.
 *
 * @param authorization the value of the {@code Authorization} header that it showed
 */
public record Caller(Optional<Secret> authorization) {

    public Caller {
        requireNonNull(authorization, "authorization is null");
    }

    /** The header's value without the name of its scheme. */
    Optional<Secret> token() {
        return authorization.map(
                header -> new Secret(header.value().substring(header.value().lastIndexOf(' ') + 1)));
    }
}

package dev.enfilade.bootstrap.server;

import dev.enfilade.domain.Secret;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The {@code Authorization} header of the request that the current thread handles. */
public final class ClientAuthorization {

    /** Unbound where nobody's request is handled. */
    public static final ScopedValue<Optional<Secret>> CURRENT = ScopedValue.newInstance();

    private ClientAuthorization() {}

    static Optional<Secret> of(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .map(Secret::new);
    }
}

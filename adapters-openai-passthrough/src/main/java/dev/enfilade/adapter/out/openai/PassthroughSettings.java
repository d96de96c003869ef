package dev.enfilade.adapter.out.openai;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.tls.TlsSettings;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.util.Optional;

/**
 * Where a backend is and how it is talked to.
 *
 * @param url absolute, with a host, and ending anywhere: {@code /chat/completions} is put behind it
 * @param key sent to this backend and to nobody else; without it there is no {@code Authorization}
 * @param alwaysStream asks for streams also where the client wants a whole answer, for balancers that cut silent
 *     connections
 * @param extraHeaders sent with every request
 */
public record PassthroughSettings(
        URI url,
        Optional<Secret> key,
        DialectChoice dialect,
        Timeouts timeouts,
        boolean alwaysStream,
        Headers extraHeaders,
        String userAgent,
        TlsSettings tls) {

    public PassthroughSettings {
        requireNonNull(url, "url is null");
        requireNonNull(key, "key is null");
        requireNonNull(dialect, "dialect is null");
        requireNonNull(timeouts, "timeouts is null");
        requireNonNull(extraHeaders, "extraHeaders is null");
        requireNonNull(userAgent, "userAgent is null");
        requireNonNull(tls, "tls is null");
    }

    /** A backend that is who Java trusts, and wants no certificate of ours. */
    public PassthroughSettings(
            URI url,
            Optional<Secret> key,
            DialectChoice dialect,
            Timeouts timeouts,
            boolean alwaysStream,
            Headers extraHeaders,
            String userAgent) {
        this(url, key, dialect, timeouts, alwaysStream, extraHeaders, userAgent, TlsSettings.DEFAULT);
    }
}

package dev.enfilade.bootstrap.check;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.adapter.out.openai.failure.Markup;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.adapter.out.openai.transport.ApacheTransport;
import dev.enfilade.adapter.out.openai.transport.BackendHeaders;
import dev.enfilade.adapter.out.openai.transport.Exchange;
import dev.enfilade.adapter.out.openai.transport.Outgoing;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * What stands at an address that did not answer as expected, over the transport of all other calls. The adapter itself
 * tells no more than that an answer was none.
 */
final class Look implements AutoCloseable {

    private final ApacheTransport transport;
    private final Headers headers;

    Look(PassthroughSettings settings, SSLSocketFactory sockets, Duration limit) {
        this.transport = new ApacheTransport(
                new Timeouts(limit, limit, limit, limit, limit, Optional.of(limit)), sockets, System::nanoTime);
        this.headers = new BackendHeaders(
                        Credentials.ours(settings.key()), settings.extraHeaders(), settings.userAgent())
                .with(Headers.NONE, Set.of());
    }

    /** What answers to {@code GET /models} below this URL, if anything speaks HTTP there. */
    Optional<Sight> at(String base) {
        URI uri = URI.create(base + "/models");
        try (Exchange exchange = transport.send(new Outgoing("GET", uri, headers, Optional.empty()))) {
            byte[] beginning = new byte[1 << 10];
            int count = exchange.body().read(beginning);
            boolean page = Markup.isAnnounced(exchange.headers()) || (count > 0 && Markup.isBegun(beginning));
            return Optional.of(new Sight(exchange.status(), page, count > 0 && isJson(beginning)));
        } catch (FailureException e) {
            return Optional.empty();
        }
    }

    private static boolean isJson(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && (body[at] == '{' || body[at] == '[');
    }

    @Override
    public void close() {
        transport.close();
    }
}

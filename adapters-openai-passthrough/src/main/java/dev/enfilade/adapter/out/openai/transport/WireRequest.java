package dev.enfilade.adapter.out.openai.transport;

import java.net.URI;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Puts a request into Apache's terms and frames it. */
final class WireRequest {

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private WireRequest() {}

    /** The request as it goes on the wire; {@code cut} closes its connection at once. */
    static ClassicHttpRequest of(Outgoing outgoing, Runnable cut) {
        URI uri = outgoing.server();
        HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        ClassicHttpRequest request = new BasicClassicHttpRequest(outgoing.method(), host, outgoing.target());
        request.addHeader(HttpHeaders.HOST, uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        outgoing.headers().lines().forEach(line -> request.addHeader(line.name(), line.value()));
        outgoing.body().ifPresentOrElse(body -> carry(request, body, cut), () -> carryNothing(request));
        return request;
    }

    private static void carry(ClassicHttpRequest request, OutgoingBody body, Runnable cut) {
        OptionalLong length = body.length();
        if (length.isPresent()) {
            request.addHeader(HttpHeaders.CONTENT_LENGTH, length.getAsLong());
        } else {
            request.addHeader(HttpHeaders.TRANSFER_ENCODING, HeaderElements.CHUNKED_ENCODING);
        }
        request.setEntity(new OutgoingEntity(body, cut));
    }

    private static void carryNothing(ClassicHttpRequest request) {
        if (METHODS_WITH_BODY.contains(request.getMethod())) {
            request.addHeader(HttpHeaders.CONTENT_LENGTH, 0);
        }
    }
}

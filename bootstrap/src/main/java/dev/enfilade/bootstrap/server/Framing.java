package dev.enfilade.bootstrap.server;

import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What Jetty takes for a request and others may read in another way. */
final class Framing {

    private static final int BAD_REQUEST = 400;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final int MOST_HEADERS = 100;

    private Framing() {}

    /** The status with which the request and its connection end; none if all is well. */
    static OptionalInt fault(Request request, FirstLine line) {
        if (!line.proper() || !isChunkedOrNot(request) || losesItsEnd(request)) {
            return OptionalInt.of(BAD_REQUEST);
        }
        return request.getHeaders().size() > MOST_HEADERS ? OptionalInt.of(HEADERS_TOO_LARGE) : OptionalInt.empty();
    }

    /** Jetty takes what follows a hash away, so that the relay would ask for something else. */
    private static boolean losesItsEnd(Request request) {
        return request.getHttpURI().getFragment() != null && Surfaces.isOpenAi(RequestPath.of(request));
    }

    /** Any other coding, or a list of them, is read differently by different servers, and HTTP/1.0 knows none. */
    private static boolean isChunkedOrNot(Request request) {
        @Nullable String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
        boolean old = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0;
        return coding == null || (coding.equalsIgnoreCase("chunked") && !old);
    }
}

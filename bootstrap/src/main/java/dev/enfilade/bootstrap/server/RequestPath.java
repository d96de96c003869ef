package dev.enfilade.bootstrap.server;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The path of a request as its client wrote it, which is what routes are matched with; empty where there is none. */
final class RequestPath {

    private RequestPath() {}

    static String of(Request request) {
        @Nullable String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }
}

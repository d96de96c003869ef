package dev.enfilade.bootstrap.server;

import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** How large a request's body may be: uploads pass through unread, all else is held in memory. */
final class BodyLimit {

    private BodyLimit() {}

    static long of(Request request, ServerLimits limits) {
        boolean upload = Surfaces.isOpenAi(RequestPath.of(request))
                && isUpload(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        return upload ? limits.upload() : limits.body();
    }

    private static boolean isUpload(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/") || type.startsWith("application/octet-stream");
    }
}

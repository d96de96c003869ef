package dev.enfilade.bootstrap.server;

import dev.enfilade.adapter.in.openai.OpenAiSurface;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** How large a request's body may be: uploads pass through unread, all else is held in memory. */
final class BodyLimit {

    private BodyLimit() {}

    static long of(Request request, ServerLimits limits) {
        String path = RequestPath.of(request);
        @Nullable String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        boolean upload = Surfaces.isOpenAi(path) && OpenAiSurface.isUpload(path, type == null ? "" : type);
        return upload ? limits.upload() : limits.body();
    }
}

package dev.enfilade.bootstrap.server;

import dev.enfilade.adapter.in.openai.OpenAiSurface;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * How large a request's body may be: uploads pass through unread, all else is held in memory.
 *
 * @param most in bytes
 * @param held whether it takes memory
 */
record BodyLimit(long most, boolean held) {

    static BodyLimit of(Request request, ServerLimits limits) {
        String path = RequestPath.of(request);
        @Nullable String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        boolean upload = Surfaces.isOpenAi(path) && OpenAiSurface.isUpload(path, type == null ? "" : type);
        // What all together may not have would be refused for ever, by telling its client to come again.
        return upload
                ? new BodyLimit(limits.upload(), false)
                : new BodyLimit(Math.min(limits.body(), limits.bodies()), true);
    }
}

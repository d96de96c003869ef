package dev.enfilade.bootstrap.server;

import dev.enfilade.adapter.in.openai.OpenAiSurface;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * How large a request's body may be, and what it takes of the memory for all bodies: uploads pass through unread, all
 * else is held.
 *
 * @param most in bytes
 * @param weight bytes of memory by the byte; what is read and written anew is there more often than what passes as it
 *     is
 */
record BodyLimit(long most, int weight) {

    private static final int PASSING = 0;
    private static final int RELAYED = 1;
    private static final int TRANSLATED = 2;

    static BodyLimit of(Request request, ServerLimits limits) {
        String path = RequestPath.of(request);
        if (!Surfaces.isOpenAi(path)) {
            return held(TRANSLATED, limits);
        }
        @Nullable String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return OpenAiSurface.isUpload(path, type == null ? "" : type)
                ? new BodyLimit(limits.upload(), PASSING)
                : held(RELAYED, limits);
    }

    /** What could never have room is too large: its client would be told to come again for ever. */
    private static BodyLimit held(int weight, ServerLimits limits) {
        return new BodyLimit(Math.min(limits.body(), limits.bodies() / weight), weight);
    }
}

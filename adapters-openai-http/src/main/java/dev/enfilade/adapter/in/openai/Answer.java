package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayResponse;
import io.javalin.http.Context;

/** Passes a backend's answer on in the manner of its kind. */
final class Answer {

    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;

    private Answer() {}

    /** Runs to the end of the answer. */
    static void pass(RelayResponse response, Context ctx, StreamEnd end, Heartbeat heartbeat) {
        MediaType type = MediaType.of(response.headers().first("Content-Type").orElse(""));
        if (isBodiless(response, ctx)) {
            downstream(response, response.headers(), ctx).head();
        } else if (type.isEventStream() && response.status() / 100 == 2) {
            Downstream client = downstream(response, ofAnyLength(response.headers()), ctx);
            try (Heartbeat.Beats _ = heartbeat.accompany(client)) {
                new EventRelay(response.body(), client, end).run();
            }
        } else if (type.isJson()) {
            PlainRelay.whole(response.body(), downstream(response, response.headers(), ctx));
        } else {
            PlainRelay.asItComes(response.body(), downstream(response, response.headers(), ctx));
        }
    }

    private static boolean isBodiless(RelayResponse response, Context ctx) {
        return ctx.req().getMethod().equals("HEAD")
                || response.status() == NO_CONTENT
                || response.status() == RESET_CONTENT;
    }

    private static Downstream downstream(RelayResponse response, Headers headers, Context ctx) {
        return new Downstream(response.status(), headers, ctx);
    }

    /** A stream may get an end of ours, so that nothing may be promised about its length. */
    private static Headers ofAnyLength(Headers headers) {
        return headers.keeping(line -> !line.name().equalsIgnoreCase("Content-Length"));
    }
}

package dev.enfilade.adapter.in.ollama.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answers of Ollama 0.33 that are not JSON, as recorded. */
public final class PlainReply {

    private static final String HTML = "text/html; charset=utf-8";

    private PlainReply() {}

    public static void running(Context ctx) throws IOException {
        send(ctx, 200, "text/plain; charset=utf-8", "Ollama is running");
    }

    static void notFound(Context ctx) throws IOException {
        send(ctx, 404, "text/plain", "404 page not found");
    }

    public static void methodNotAllowed(Context ctx, List<String> allowed) throws IOException {
        ctx.header("Allow", String.join(", ", allowed));
        send(ctx, 405, "text/plain", "405 method not allowed");
    }

    static void redirect(Context ctx, Redirect redirect) throws IOException {
        ctx.status(redirect.status()).header("Location", redirect.location());
        switch (ctx.req().getMethod()) {
            case "GET" -> send(ctx, redirect.status(), HTML, redirect.page());
            case "HEAD" -> ctx.contentType(HTML);
            // Javalin has a type for every answer, this one has none.
            default -> ctx.res().setContentType(null);
        }
    }

    private static void send(Context ctx, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        ctx.status(status).contentType(type);
        ctx.res().setContentLength(body.length);
        ctx.res().getOutputStream().write(body);
    }
}

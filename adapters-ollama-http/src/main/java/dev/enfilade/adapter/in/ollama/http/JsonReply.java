package dev.enfilade.adapter.in.ollama.http;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import java.io.IOException;

/** A whole answer in JSON, without a line feed at its end, as Ollama 0.33 writes them. */
public final class JsonReply {

    public static final String TYPE = "application/json; charset=utf-8";

    private JsonReply() {}

    public static void send(Context ctx, JsonOut body) throws IOException {
        send(ctx, 200, TYPE, body);
    }

    public static void send(Context ctx, int status, String type, JsonOut body) throws IOException {
        ctx.status(status).contentType(type);
        ctx.res().setContentLength(body.size());
        body.writeTo(ctx.res().getOutputStream());
    }
}

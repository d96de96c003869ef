package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.regex.Pattern;

/**
 * {@code /api/blobs/{digest}}: the pieces of models that a server owns. Here there are none, and none can be brought.
 */
final class BlobEndpoint implements Handler {

    static final String PATH = "/api/blobs/{digest}";

    private static final Pattern DIGEST = Pattern.compile("sha256[:-][0-9a-fA-F]{64}");

    private final int status;
    private final String text;

    /** @param status what a well-formed request is refused with */
    BlobEndpoint(int status, String text) {
        this.status = status;
        this.text = text;
    }

    @Override
    public void handle(Context ctx) {
        if (!DIGEST.matcher(ctx.pathParam("digest")).matches()) {
            throw new FailureException(new InvalidRequest("invalid digest format"));
        }
        throw new OllamaError(status, text);
    }
}

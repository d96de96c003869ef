package dev.enfilade.adapter.in.openai;

import dev.enfilade.application.port.in.RelayUseCase;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Every method and path under {@code /v1}: the request goes on as it is, and so does the answer. */
final class RelayEndpoint {

    /** Routes whose streams end in a finish reason and {@code [DONE]}. */
    private static final Set<String> SENTINEL_ROUTES = Set.of("/chat/completions", "/completions");

    /** Routes that mean nothing without a JSON object, whatever the client calls its body. */
    private static final Set<String> JSON_ROUTES =
            Set.of("/chat/completions", "/completions", "/embeddings", "/responses");

    private final RelayUseCase relay;

    RelayEndpoint(RelayUseCase relay) {
        this.relay = relay;
    }

    void handle(Context ctx) throws IOException {
        String target = RelayTarget.of(ctx.req().getRequestURI(), ctx.req().getQueryString());
        try (RelayResponse response = relay.relay(request(ctx, target))) {
            if (isEventStream(response)) {
                Downstream client = new Downstream(response.status(), ofAnyLength(response.headers()), ctx);
                new EventRelay(response.body(), client, SENTINEL_ROUTES.contains(pathOf(target))).run();
            } else {
                PlainRelay.run(response.body(), new Downstream(response.status(), response.headers(), ctx));
            }
        }
    }

    private static RelayRequest request(Context ctx, String target) throws IOException {
        String method = ctx.req().getMethod();
        Optional<RelayBody> body = Optional.empty();
        Optional<ModelName> model = Optional.empty();
        boolean needsJson = JSON_ROUTES.contains(pathOf(target)) && method.equals("POST");
        if (needsJson || (hasBody(ctx) && isBuffered(ctx))) {
            byte[] bytes = ctx.bodyInputStream().readAllBytes();
            if (bytes.length == 0) {
                throw new FailureException(new Failure.InvalidRequest(OpenAiErrors.MISSING_BODY));
            }
            ModelMember member = ModelMember.in(bytes);
            model = member.value().map(ModelName::new);
            body = Optional.of(new BufferedBody(bytes, member));
        } else if (hasBody(ctx)) {
            long length = ctx.req().getContentLengthLong();
            body = Optional.of(new StreamedBody(
                    ctx.bodyInputStream(), length < 0 ? OptionalLong.empty() : OptionalLong.of(length)));
        }
        return new RelayRequest(method, target, headers(ctx), model, body);
    }

    /** All of the client's headers; the outbound side knows which of them may travel. */
    private static Headers headers(Context ctx) {
        List<Header> lines = new ArrayList<>();
        for (String name : Collections.list(ctx.req().getHeaderNames())) {
            for (String value : Collections.list(ctx.req().getHeaders(name))) {
                lines.add(new Header(name, value));
            }
        }
        return new Headers(lines);
    }

    private static boolean hasBody(Context ctx) {
        return ctx.req().getContentLengthLong() > 0 || ctx.req().getHeader("Transfer-Encoding") != null;
    }

    private static boolean isBuffered(Context ctx) {
        String type = ctx.req().getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** A stream may get an end of ours, so that nothing may be promised about its length. */
    private static Headers ofAnyLength(Headers headers) {
        return headers.keeping(line -> !line.name().equalsIgnoreCase("Content-Length"));
    }

    private static boolean isEventStream(RelayResponse response) {
        return response.status() == 200
                && response.headers()
                        .first("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
                        .isPresent();
    }

    private static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}

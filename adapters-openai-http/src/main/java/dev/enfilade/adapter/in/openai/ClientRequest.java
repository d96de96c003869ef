package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.relay.RelayRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a client's request as far as its way must be known: its model, if it names one, and its headers. */
final class ClientRequest {

    private static final String REQUEST_ID = "X-Request-Id";

    private ClientRequest() {}

    /** A file or a form that holds files passes while it is sent; all else is text, and held whole. */
    static boolean isUpload(String path, String contentType) {
        return !RelayTarget.needsJson(path) && MediaType.of(contentType).isFile();
    }

    /**
     * The request with its body, of which a part may still be on its way.
     *
     * @throws FailureException if it is not what the route needs
     */
    static RelayRequest read(Context ctx, RelayTarget target) throws IOException {
        if (isCoded(ctx)) {
            throw new FailureException(new Failure.InvalidRequest("invalid value for 'Content-Encoding'"));
        }
        String type = header(ctx, "Content-Type");
        Optional<String> boundary = MediaType.of(type).boundary();
        OptionalLong length = length(ctx);
        if (isUpload(RelayTarget.ROOT + target.path(), type) && boundary.isPresent()) {
            FormBody form = FormBody.read(ctx.bodyInputStream(), boundary.get(), length);
            return request(ctx, target, form.model(), Optional.of(form));
        }
        if (isUpload(RelayTarget.ROOT + target.path(), type)) {
            RelayBody file = new StreamedBody(ctx.bodyInputStream(), length);
            return request(ctx, target, Optional.empty(), Optional.of(file).filter(_ -> hasBody(ctx)));
        }
        return held(ctx, target, ctx.bodyInputStream().readAllBytes());
    }

    private static RelayRequest held(Context ctx, RelayTarget target, byte[] bytes) {
        boolean needsJson = target.needsJson() && ctx.req().getMethod().equals("POST");
        if (bytes.length == 0 && needsJson) {
            throw new FailureException(new Failure.InvalidRequest(OpenAiErrors.MISSING_BODY));
        }
        if (bytes.length == 0) {
            return request(ctx, target, Optional.empty(), Optional.empty());
        }
        ModelMember model = needsJson ? ModelMember.in(bytes) : ModelMember.ifAny(bytes);
        return request(ctx, target, model.value().map(ModelName::new), Optional.of(new BufferedBody(bytes, model)));
    }

    private static RelayRequest request(
            Context ctx, RelayTarget target, Optional<ModelName> model, Optional<RelayBody> body) {
        return new RelayRequest(ctx.req().getMethod(), target.toString(), headers(ctx), model, body);
    }

    /**
     * All of the client's headers but what belongs to its connection; the outbound side knows which of them may travel.
     * The id is the one under which the request is known here.
     */
    static Headers headers(Context ctx) {
        Set<String> ofTheConnection = Collections.list(ctx.req().getHeaders("Connection")).stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toSet());
        List<Header> lines = new ArrayList<>();
        for (String name : Collections.list(ctx.req().getHeaderNames())) {
            if (!name.equalsIgnoreCase(REQUEST_ID) && !ofTheConnection.contains(name.toLowerCase(Locale.ROOT))) {
                Collections.list(ctx.req().getHeaders(name)).forEach(value -> lines.add(new Header(name, value)));
            }
        }
        @Nullable String id = ctx.attribute(OpenAiSurface.REQUEST_ID);
        if (id != null) {
            lines.add(new Header(REQUEST_ID, id));
        }
        return new Headers(lines);
    }

    private static boolean hasBody(Context ctx) {
        return ctx.req().getContentLengthLong() > 0 || ctx.req().getHeader("Transfer-Encoding") != null;
    }

    private static boolean isCoded(Context ctx) {
        String coding = header(ctx, "Content-Encoding").strip();
        return !coding.isEmpty() && !coding.equalsIgnoreCase("identity");
    }

    private static OptionalLong length(Context ctx) {
        long length = ctx.req().getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    private static String header(Context ctx, String name) {
        @Nullable String value = ctx.req().getHeader(name);
        return value == null ? "" : value;
    }
}

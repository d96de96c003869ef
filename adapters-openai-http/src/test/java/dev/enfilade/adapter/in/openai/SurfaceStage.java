package dev.enfilade.adapter.in.openai;

import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.ByteStream;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The surface on a server of its own, over a relay that records what it gets and replies as it is told. */
final class SurfaceStage implements AutoCloseable {

    final List<RelayRequest> relayed = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    ListModelsUseCase models = () -> ModelListing.EMPTY;
    Optional<ModelCard> known = Optional.empty();
    RelayResponse reply = json(200, "{}");
    Optional<Failure> failure = Optional.empty();

    /** The backend's name of every model that is asked for. */
    Optional<ModelName> alias = Optional.empty();

    /** Names that listings must not show. */
    Set<String> hidden = Set.of();

    boolean draining;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Javalin server;

    SurfaceStage() {
        this(Optional.empty());
    }

    SurfaceStage(Optional<Duration> heartbeat) {
        OpenAiSurface surface = new OpenAiSurface(
                this::relay,
                () -> models.list(),
                this::find,
                name -> !hidden.contains(name.value()),
                heartbeat,
                () -> draining);
        server = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.routes.before(ctx -> ctx.attribute(OpenAiSurface.REQUEST_ID, "our-id"));
                    config.routes.exception(Exception.class, (e, ctx) -> surface.answer(ctx, e));
                    surface.addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @Override
    public void close() {
        server.stop();
        client.close();
    }

    RelayRequest request() {
        return relayed.getLast();
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return post(path, "application/json", json);
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    static RelayResponse json(int status, String body) {
        return response(status, ScriptedBytes.whole(body), "Content-Type: application/json");
    }

    static RelayResponse sse(ByteStream body) {
        return response(200, body, "Content-Type: text/event-stream");
    }

    static RelayResponse response(int status, ByteStream body, String... headers) {
        List<Header> lines = List.of(headers).stream()
                .map(line -> new Header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)))
                .toList();
        return new RelayResponse(status, new Headers(lines), body);
    }

    static ModelCard card(String name) {
        return new ModelCard(
                new ModelName(name),
                Instant.ofEpochSecond(5),
                "us",
                Capabilities.stated(List.of(Capability.COMPLETION)),
                4096,
                OptionalInt.empty(),
                new ModelDetails("gguf", "llama", "7B", "F16"));
    }

    private Optional<ModelCard> find(ModelName name) {
        return known.filter(card -> card.name().sameAs(name));
    }

    private RelayResponse relay(RelayRequest request) {
        relayed.add(request);
        failure.ifPresent(known -> {
            throw new FailureException(known);
        });
        Optional<RelayBody> body = request.model().isPresent() && alias.isPresent()
                ? request.renamed(alias.get()).body()
                : request.body();
        body.map(SurfaceStage::text).ifPresent(bodies::add);
        return reply;
    }

    /** A length that is promised must be kept, or the backend would wait for ever. */
    private static String text(RelayBody body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        ByteStream bytes = body.open();
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            all.write(buffer, 0, count);
        }
        if (body.length().isPresent() && body.length().getAsLong() != all.size()) {
            throw new AssertionError("promised " + body.length() + " bytes, sent " + all.size());
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}

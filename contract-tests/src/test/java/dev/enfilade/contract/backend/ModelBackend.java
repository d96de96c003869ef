package dev.enfilade.contract.backend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * An OpenAI-compatible server on loopback with the models of {@link BackendModel}. {@code GET /departures} answers 200
 * as soon as a client has left the endless model, and forgets that departure; so tests in any language can wait for it.
 */
public final class ModelBackend implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedServer server = ScriptedServer.start(this::serve);
    private final Semaphore departures = new Semaphore(0);
    private final Map<String, BackendModel> otherNames;
    private volatile Health health = Health.UP;

    public ModelBackend() {
        this(Map.of());
    }

    /** Its models also answer to these names. */
    public ModelBackend(Map<String, BackendModel> otherNames) {
        this.otherNames = Map.copyOf(otherNames);
    }

    /** The address with this path, such as {@code /v1}. */
    public URI uri(String path) {
        return server.uri(path);
    }

    /** From now on it is doing like this. */
    public void become(Health next) {
        health = next;
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Peer peer) throws IOException, InterruptedException {
        boolean open = true;
        while (open) {
            String request = peer.request();
            open = switch (health) {
                case UP -> answer(peer, request);
                case DOWN -> reset(peer);
                case RATE_LIMITING -> send(peer, 429, Documents.error("rate_limit_error", "Too many requests."));
            };
        }
    }

    /** Answers, and says whether the connection stays open. */
    private boolean answer(Peer peer, String request) throws IOException, InterruptedException {
        String target = request.substring(0, request.indexOf(" HTTP/1.1"));
        return switch (target) {
            case "GET /v1/models" -> send(peer, 200, Documents.models());
            case "GET /departures" ->
                send(peer, departures.tryAcquire(30, TimeUnit.SECONDS) ? 200 : 504, Documents.empty());
            case "POST /v1/chat/completions" -> chat(peer, body(request));
            case "POST /v1/embeddings" -> send(peer, 200, Documents.vectors(body(request)));
            default -> send(peer, 404, Documents.error("invalid_request_error", "Unknown request URL: " + target));
        };
    }

    private boolean chat(Peer peer, JsonNode request) throws IOException, InterruptedException {
        String name = request.path("model").asText();
        Optional<BackendModel> model = Optional.ofNullable(otherNames.get(name)).or(() -> BackendModel.named(name));
        if (model.isEmpty()) {
            return send(peer, 404, Documents.error("invalid_request_error", "The model `" + name + "` does not exist"));
        }
        Reply reply = model.get().reply(request);
        WireForm form = new WireForm(name, reply);
        return request.path("stream").asBoolean() ? stream(peer, form, reply.ending()) : whole(peer, form, reply);
    }

    private boolean whole(Peer peer, WireForm form, Reply reply) throws IOException, InterruptedException {
        return switch (reply.ending()) {
            case CLEAN -> send(peer, 200, form.whole());
            case REPORTED_ERROR -> send(peer, 500, Documents.error("server_error", "The engine is broken."));
            case CUT -> reset(peer);
            case SILENCE -> untilDeparture(peer);
        };
    }

    private boolean stream(Peer peer, WireForm form, Ending ending) throws IOException, InterruptedException {
        peer.send(Answers.SSE_HEAD);
        for (ObjectNode event : form.events()) {
            peer.send(Answers.event(event.toString()));
        }
        return switch (ending) {
            case CLEAN -> finish(peer, form);
            case REPORTED_ERROR -> report(peer);
            case CUT -> false;
            case SILENCE -> untilDeparture(peer);
        };
    }

    private static boolean finish(Peer peer, WireForm form) throws IOException {
        for (ObjectNode event : form.lastEvents()) {
            peer.send(Answers.event(event.toString()));
        }
        peer.send(Answers.event("[DONE]") + Answers.LAST_CHUNK);
        return true;
    }

    private static boolean report(Peer peer) throws IOException {
        peer.send(Answers.event(
                        Documents.error("server_error", "The engine is broken.").toString())
                + Answers.LAST_CHUNK);
        return true;
    }

    private boolean untilDeparture(Peer peer) throws InterruptedException {
        peer.stall();
        departures.release();
        return false;
    }

    private static boolean reset(Peer peer) throws IOException {
        peer.reset();
        return false;
    }

    private static boolean send(Peer peer, int status, ObjectNode json) throws IOException {
        peer.send(Answers.json(status, json.toString()));
        return true;
    }

    private static JsonNode body(String request) throws IOException {
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        return JSON.readTree(new String(body.getBytes(ISO_8859_1), UTF_8));
    }
}

package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a backend's reply to the wire: an event stream in chunks, one an event, anything else with its length. */
final class ReplyWriter {

    private static final String EVENT_STREAM = "text/event-stream";

    private final OutputStream out;

    ReplyWriter(OutputStream out) {
        this.out = out;
    }

    /** Answers the request; whether the connection can then be used again is for the reply to say. */
    void write(BackendReply reply, BackendRequest request) throws IOException {
        if (reply.events().isPresent() && (request.wantsStream() || reply.json().isEmpty())) {
            writeEvents(reply, reply.events().get(), request);
        } else {
            writeWhole(reply);
        }
    }

    private void writeEvents(BackendReply reply, List<JsonNode> events, BackendRequest request) throws IOException {
        writeHead(reply, EVENT_STREAM, new Header("Transfer-Encoding", "chunked"));
        for (JsonNode event : events) {
            if (!isUsageAlone(event) || request.wantsUsage()) {
                send(new Chunk(Octets.ofUtf8(onWire(event))).onWire());
            }
        }
        if (!reply.breaksOff()) {
            send(Chunk.LAST.onWire());
        }
    }

    private void writeWhole(BackendReply reply) throws IOException {
        byte[] body = Octets.ofUtf8(
                        reply.text().orElseGet(() -> Json.write(reply.json().orElseThrow())))
                .toArray();
        writeHead(reply, "application/json", new Header("Content-Length", Integer.toString(body.length)));
        out.write(body, 0, reply.breaksOff() ? body.length / 2 : body.length);
        out.flush();
    }

    private void writeHead(BackendReply reply, String contentType, Header framing) throws IOException {
        List<Header> fields = new ArrayList<>(reply.headers().all());
        if (!reply.headers().has("Content-Type")) {
            fields.add(new Header("Content-Type", contentType));
        }
        fields.add(framing);
        String head = "HTTP/1.1 " + reply.status() + " Scripted\r\n" + new Headers(fields).onWire() + "\r\n";
        send(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** As OpenAI does, the event with nothing but the usage is sent only to who asked for it. */
    private static boolean isUsageAlone(JsonNode event) {
        return event.has("usage")
                && event.path("choices").isArray()
                && event.path("choices").isEmpty();
    }

    private static String onWire(JsonNode event) {
        if (!event.isTextual()) {
            return "data: " + Json.write(event) + "\n\n";
        }
        boolean isComment = event.textValue().startsWith(":");
        return (isComment ? "" : "data: ") + event.textValue() + "\n\n";
    }
}

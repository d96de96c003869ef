package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the backend was asked. */
record BackendRequest(String method, String target, Headers headers, Octets body) {

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (/\\S*) HTTP/1\\.1");

    /** The next request of a connection; none if the connection ended instead. */
    static Optional<BackendRequest> read(WireReader in) throws IOException {
        Optional<MessageHead> head = in.head();
        return head.isEmpty() ? Optional.empty() : Optional.of(request(head.get(), in));
    }

    private static BackendRequest request(MessageHead head, WireReader in) throws IOException {
        Matcher line = REQUEST_LINE.matcher(head.startLine());
        if (!line.matches()) {
            throw new IOException("not a request line: " + head.startLine());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        in.body(Framing.of(head.headers()), body);
        return new BackendRequest(line.group(1), line.group(2), head.headers(), Octets.of(body.toByteArray()));
    }

    /** The body as JSON; a missing node if it is none. */
    JsonNode json() {
        try {
            return Json.read(body.toString());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    boolean wantsStream() {
        return json().path("stream").asBoolean();
    }

    boolean wantsUsage() {
        return json().path("stream_options").path("include_usage").asBoolean();
    }
}

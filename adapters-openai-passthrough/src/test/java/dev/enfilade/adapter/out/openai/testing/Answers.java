package dev.enfilade.adapter.out.openai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Answers as they look on the wire, one char per byte. */
public final class Answers {

    /** The head of a stream of events in chunks. */
    public static final String SSE_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    public static final String LAST_CHUNK = "0\r\n\r\n";

    private Answers() {}

    /** A whole answer with this JSON and a content length. */
    public static String json(int status, String json) {
        String bytes = new String(json.getBytes(UTF_8), ISO_8859_1);
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length()
                + "\r\n\r\n" + bytes;
    }

    /** One chunk. */
    public static String chunk(String text) {
        String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
        return Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n";
    }

    /** One event with this data, in a chunk of its own. */
    public static String event(String data) {
        return chunk("data: " + data + "\n\n");
    }
}

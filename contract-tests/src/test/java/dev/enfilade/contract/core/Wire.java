package dev.enfilade.contract.core;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bytes of which backends' answers are made. */
public final class Wire {

    public static final String SSE_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    public static final String LAST_CHUNK = "0\r\n\r\n";
    public static final String FINISH = event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
    public static final String USAGE =
            event("{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}");
    public static final String DONE = "data: [DONE]\n\n";

    private Wire() {}

    /** One event of an event stream. */
    public static String event(String json) {
        return "data: " + json + "\n\n";
    }

    /** A chunk of a chat that carries this text. */
    public static String token(String text) {
        return event("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}");
    }

    /** Each event as a chunk of its own. */
    public static String chunks(String... events) {
        return Stream.of(events).map(Wire::chunk).collect(Collectors.joining());
    }

    /** One chunk of a chunked body. */
    public static String chunk(String event) {
        return Integer.toHexString(event.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + event + "\r\n";
    }

    /** A whole answer, head and body. */
    public static String answer(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }
}

package dev.enfilade.contract.core;

import static dev.enfilade.contract.core.Wire.DONE;
import static dev.enfilade.contract.core.Wire.FINISH;
import static dev.enfilade.contract.core.Wire.LAST_CHUNK;
import static dev.enfilade.contract.core.Wire.SSE_HEAD;
import static dev.enfilade.contract.core.Wire.USAGE;
import static dev.enfilade.contract.core.Wire.answer;
import static dev.enfilade.contract.core.Wire.chunk;
import static dev.enfilade.contract.core.Wire.chunks;
import static dev.enfilade.contract.core.Wire.event;
import static dev.enfilade.contract.core.Wire.token;

import dev.enfilade.contract.core.Fault.Ending;
import dev.enfilade.contract.core.Fault.Ending.Early;
import dev.enfilade.contract.core.Fault.Ending.Late;
import dev.enfilade.contract.core.Fault.Ending.Success;
import java.util.List;

/** What backends do wrong, one by one: each was seen to end as a false success, a hang or a crash somewhere. */
final class Faults {

    private static final String A = token("a");
    private static final String B = token("b");
    private static final String GOOD = chunks(A, B, FINISH, USAGE, DONE);
    private static final List<String> AB = List.of("a", "b");
    private static final String CUT = "upstream closed the stream before it was complete";
    private static final String INVALID = "upstream sent an invalid response";
    private static final String TOO_BIG = "upstream response exceeds the limit";
    private static final String HTML = "<html><body>502 Bad Gateway</body></html>";

    private Faults() {}

    static List<Fault> all() {
        return List.of(
                sse("a healthy stream", new Success(AB), GOOD + LAST_CHUNK),
                sse("a clean end without a finish", new Late(AB, CUT), chunks(A, B) + LAST_CHUNK),
                sse("an end of the connection without the last chunk", new Late(AB, CUT), chunks(A, B)),
                new Fault(
                        "a reset in the middle",
                        List.of(Act.send(SSE_HEAD + chunks(A, B)), new Act.Reset()),
                        new Late(AB, CUT)),
                sse("half an event, then the end", new Late(AB, CUT), chunks(A, B) + "20\r\ndata: {\"cho"),
                sse("[DONE] without a finish", new Late(AB, CUT), chunks(A, B, DONE) + LAST_CHUNK),
                sse("a finish without [DONE]", new Success(AB), chunks(A, B, FINISH) + LAST_CHUNK),
                sse(
                        "the last event without its blank line",
                        new Late(AB, CUT),
                        chunks(A, B, FINISH.stripTrailing()) + LAST_CHUNK),
                new Fault(
                        "[DONE], and the connection stays open",
                        List.of(Act.send(SSE_HEAD + GOOD), new Act.Wait()),
                        new Success(AB)),
                sse("a byte order mark first", new Success(AB), chunks("\uFEFF" + A, B, FINISH, DONE) + LAST_CHUNK),
                sse("empty data", new Success(AB), chunks(A, "data:\n\n", B, FINISH, DONE) + LAST_CHUNK),
                sse("comments", new Success(AB), chunks(": wait\n\n", A, ":\n\n", B, FINISH, DONE) + LAST_CHUNK),
                sse("CRLF line ends", new Success(AB), chunks(crlf(A), crlf(B), crlf(FINISH), crlf(DONE)) + LAST_CHUNK),
                sse(
                        "\"error\":null in every chunk",
                        new Success(List.of("a")),
                        chunks(
                                        event(
                                                "{\"error\":null,\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}"),
                                        FINISH,
                                        DONE)
                                + LAST_CHUNK),
                sse(
                        "an error event in the middle",
                        new Late(AB, "boom"),
                        chunks(A, B, event("{\"error\":{\"message\":\"boom\",\"code\":500}}"), DONE) + LAST_CHUNK),
                sse(
                        "an error field in the middle",
                        new Late(AB, "boom"),
                        chunks(A, B, "error: {\"code\":500,\"message\":\"boom\"}\n\n") + LAST_CHUNK),
                sse(
                        "an error event first",
                        new Early(429, "slow down"),
                        chunks(event("{\"error\":{\"message\":\"slow down\",\"code\":429}}")) + LAST_CHUNK),
                sse(
                        "broken JSON in the middle",
                        new Late(AB, INVALID),
                        chunks(A, B, event("{\"choices\":[")) + LAST_CHUNK),
                sse(
                        "text after the finish",
                        new Late(AB, INVALID),
                        chunks(A, B, FINISH, token("c"), DONE) + LAST_CHUNK),
                new Fault(
                        "an endless line",
                        List.of(Act.send(SSE_HEAD), new Act.SendForEver(chunk("x".repeat(16_384)))),
                        new Early(502, TOO_BIG)),
                plain("HTML with 200", new Early(502, INVALID), answer(200, "Content-Type: text/html\r\n", HTML)),
                plain("HTML with 502", new Early(502, INVALID), answer(502, "Content-Type: text/html\r\n", HTML)),
                plain(
                        "a JSON error with 200",
                        new Early(502, "no GPU"),
                        answer(200, "Content-Type: application/json\r\n", "{\"error\":{\"message\":\"no GPU\"}}")),
                plain("nothing with 200", new Early(502, INVALID), answer(200, "", "")),
                plain("204", new Early(502, INVALID), "HTTP/1.1 204 X\r\n\r\n"),
                plain(
                        "a whole answer where a stream was asked",
                        new Success(List.of("ab")),
                        answer(
                                200,
                                "Content-Type: application/json\r\n",
                                "{\"choices\":[{\"message\":{\"content\":\"ab\"},\"finish_reason\":\"stop\"}]}")),
                plain(
                        "fifty 103s first",
                        new Success(AB),
                        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(50) + SSE_HEAD + GOOD + LAST_CHUNK),
                plain(
                        "a redirect to elsewhere",
                        new Early(502, INVALID),
                        answer(307, "Location: http://127.0.0.2:9/v1/chat/completions\r\n", "")),
                plain(
                        "a body shorter than it says",
                        new Late(AB, CUT),
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100000\r\n\r\n" + A + B),
                plain(
                        "a body that ends with its connection, cut",
                        new Late(AB, CUT),
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + A + B),
                plain(
                        "a body that ends with its connection, whole",
                        new Success(AB),
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + A + B
                                + FINISH + DONE),
                plain("another protocol", new Early(502, INVALID), "SSH-2.0-OpenSSH_9.6\r\n\r\n"),
                plain(
                        "401",
                        new Early(502, "upstream refused the proxy credentials"),
                        error(401, "", "Incorrect API key provided: sk-abc")),
                plain(
                        "429 with Retry-After",
                        new Early(429, "slow down"),
                        error(429, "Retry-After: 7\r\n", "slow down")),
                plain("400", new Early(400, "bad temperature"), error(400, "", "bad temperature")),
                plain("500", new Early(500, "it broke"), error(500, "", "it broke")),
                plain("503", new Early(503, "loading"), error(503, "", "loading")));
    }

    private static Fault sse(String name, Ending ending, String body) {
        return new Fault(name, List.of(Act.send(SSE_HEAD + body), new Act.Fin()), ending);
    }

    private static Fault plain(String name, Ending ending, String answer) {
        return new Fault(name, List.of(Act.send(answer), new Act.Fin()), ending);
    }

    private static String error(int status, String headers, String message) {
        return answer(
                status,
                "Content-Type: application/json\r\n" + headers,
                "{\"error\":{\"message\":\"" + message + "\",\"type\":\"t\",\"param\":null,\"code\":null}}");
    }

    private static String crlf(String event) {
        return event.replace("\n", "\r\n");
    }
}

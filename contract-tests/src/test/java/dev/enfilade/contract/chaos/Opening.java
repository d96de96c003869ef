package dev.enfilade.contract.chaos;

import dev.enfilade.contract.core.Wire;

/** How a backend begins its answer. */
enum Opening {
    /** An event stream, made of the parts of the plan. */
    STREAM(0),
    /** A whole answer with the tokens of the plan. */
    WHOLE(0),
    RATE_LIMIT(429),
    BAD_REQUEST(400),
    NO_MODEL(404),
    NOT_PROCESSABLE(422),
    REFUSED_KEY(502),
    FORBIDDEN(502),
    BROKEN(500),
    OVERLOADED(503),
    HTML_502(502),
    HTML_200(502),
    NOTHING_200(502),
    REDIRECT(502),
    NO_HTTP(502),
    TWO_LENGTHS(502),
    ONLY_FIN(502),
    ONLY_RESET(502);

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String HTML = "Content-Type: text/html\r\n";
    private static final String PAGE = "<html><body>Bad Gateway</body></html>";

    private final int status;

    Opening(int status) {
        this.status = status;
    }

    /** Whether there is no answer to translate, only an error to tell. */
    boolean isRefusal() {
        return status > 0;
    }

    /** The status by which a client is told of a refusal. */
    int status() {
        return status;
    }

    /** All that a refusing backend sends. */
    String refusal() {
        return switch (this) {
            case STREAM, WHOLE, ONLY_FIN, ONLY_RESET -> "";
            case RATE_LIMIT -> error(429, "Retry-After: 3\r\n");
            case BAD_REQUEST -> error(400, "");
            case NO_MODEL -> error(404, "");
            case NOT_PROCESSABLE -> error(422, "");
            case REFUSED_KEY -> error(401, "");
            case FORBIDDEN -> error(403, "");
            case BROKEN -> error(500, "");
            case OVERLOADED -> error(503, "Retry-After: 3\r\n");
            case HTML_502 -> Wire.answer(502, HTML, PAGE);
            case HTML_200 -> Wire.answer(200, HTML, PAGE);
            case NOTHING_200 -> Wire.answer(200, "", "");
            case REDIRECT -> Wire.answer(307, "Location: http://127.0.0.2:9/v1/chat/completions\r\n", "");
            case NO_HTTP -> "SSH-2.0-OpenSSH_9.6\r\n\r\n";
            case TWO_LENGTHS -> "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}";
        };
    }

    private static String error(int status, String headers) {
        String message = "no: " + Stage.SECRET + " was not welcome";
        return Wire.answer(
                status,
                JSON + headers,
                "{\"error\":{\"message\":\"" + message + "\",\"type\":\"t\",\"param\":null,\"code\":null}}");
    }
}

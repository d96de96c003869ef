package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ProtocolException;

/** The head of an answer that was seen to be trustworthy. */
record AnswerHead(int status, Headers headers) {

    /**
     * Takes what can be the final answer to a plain request, framed so that no two readers can differ over it.
     *
     * @throws ProtocolException for redirects, which would carry the prompt to another host, for bodies compressed
     *     though nobody asked, and for doubtful framing
     */
    static AnswerHead of(ClassicHttpResponse response) throws ProtocolException {
        int status = response.getCode();
        require(status >= 200 && status <= 599 && status / 100 != 3, "status");
        int lengths = response.countHeaders(HttpHeaders.CONTENT_LENGTH);
        require(lengths + response.countHeaders(HttpHeaders.TRANSFER_ENCODING) <= 1, "framing");
        Headers headers = new Headers(
                Arrays.stream(response.getHeaders()).map(AnswerHead::header).toList());
        require(
                headers.first(HttpHeaders.CONTENT_LENGTH)
                        .filter(AnswerHead::isNoNumber)
                        .isEmpty(),
                "content length");
        require(
                headers.first(HttpHeaders.CONTENT_ENCODING)
                        .filter(AnswerHead::isCoded)
                        .isEmpty(),
                "content encoding");
        return new AnswerHead(status, headers);
    }

    private static void require(boolean held, String what) throws ProtocolException {
        if (!held) {
            throw new ProtocolException("unexpected " + what);
        }
    }

    private static Header header(org.apache.hc.core5.http.Header line) {
        return new Header(line.getName(), line.getValue() == null ? "" : line.getValue());
    }

    /** A parser of numbers would take a sign. */
    private static boolean isNoNumber(String value) {
        return value.isEmpty() || !value.chars().allMatch(octet -> octet >= '0' && octet <= '9');
    }

    private static boolean isCoded(String value) {
        return !value.isEmpty() && !value.equalsIgnoreCase("identity");
    }
}

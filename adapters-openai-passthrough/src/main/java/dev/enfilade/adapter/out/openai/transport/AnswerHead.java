package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ProtocolException;

/**
 * The head of an answer that was seen to be trustworthy.
 *
 * @param headers as they hold for the body once it is uncompressed
 */
record AnswerHead(int status, Headers headers, boolean compressed) {

    private static final int NOT_MODIFIED = 304;

    /** What tells of the body as it is on the wire. */
    private static final Set<String> OF_THE_CODING = Set.of("content-encoding", "content-length");

    /**
     * Takes what can be the final answer to a plain request, framed so that no two readers can differ over it.
     *
     * @throws ProtocolException for a 304, which answers a question that was not asked, for bodies coded in ways that
     *     nobody asked for but gzip, and for doubtful framing
     */
    static AnswerHead of(ClassicHttpResponse response) throws ProtocolException {
        int status = response.getCode();
        int lengths = response.countHeaders(HttpHeaders.CONTENT_LENGTH);
        require(status >= 200 && status <= 599 && status != NOT_MODIFIED, "status");
        require(lengths + response.countHeaders(HttpHeaders.TRANSFER_ENCODING) <= 1, "framing");
        require(lengths == 0 || isNumber(value(response.getFirstHeader(HttpHeaders.CONTENT_LENGTH))), "length");
        String coding = coding(response);
        boolean compressed = coding.equals("gzip") || coding.equals("x-gzip");
        require(compressed || coding.isEmpty() || coding.equals("identity"), "content encoding");
        List<Header> lines = new ArrayList<>();
        for (org.apache.hc.core5.http.Header line : response.getHeaders()) {
            if (!compressed || !OF_THE_CODING.contains(line.getName().toLowerCase(Locale.ROOT))) {
                lines.add(new Header(line.getName(), value(line)));
            }
        }
        return new AnswerHead(status, new Headers(lines), compressed);
    }

    private static void require(boolean held, String what) throws ProtocolException {
        if (!held) {
            throw new ProtocolException("unexpected " + what);
        }
    }

    private static String value(org.apache.hc.core5.http.Header line) {
        return line.getValue() == null ? "" : line.getValue();
    }

    /** Digits only: a parser of numbers would take a sign. */
    private static boolean isNumber(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) < '0' || value.charAt(at) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** All codings in one; two of them are no coding that we know. */
    private static String coding(ClassicHttpResponse response) {
        return Stream.of(response.getHeaders(HttpHeaders.CONTENT_ENCODING))
                .map(line -> value(line).strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty())
                .collect(Collectors.joining(", "));
    }
}

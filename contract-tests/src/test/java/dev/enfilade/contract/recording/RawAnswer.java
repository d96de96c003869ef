package dev.enfilade.contract.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An answer byte for byte, one char per byte.
 *
 * @param head lines without their ends
 * @param body as it came, with the framing of its chunks
 * @param parts where the content is among the body; one part unless it comes in chunks
 */
record RawAnswer(List<String> head, String body, List<Part> parts) {

    /** A span of content between framing. */
    record Part(int start, int end) {}

    /** All that a client of ours looks at; everything else says more about the sender than about its answer. */
    private static final Set<String> KEPT = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "retry-after",
            "retry-after-ms",
            "server",
            "transfer-encoding",
            "www-authenticate");

    static RawAnswer of(byte[] bytes) throws IOException {
        String all = new String(bytes, ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer, but " + bytes.length + " bytes");
        }
        List<String> head = List.of(all.substring(0, end).split("\r\n", -1));
        String body = all.substring(end + 4);
        boolean chunked =
                head.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).matches("transfer-encoding: *chunked"));
        return new RawAnswer(head, body, chunked ? chunks(body) : List.of(new Part(0, body.length())));
    }

    String statusLine() {
        return head.getFirst();
    }

    /** The content without framing. */
    String content() {
        StringBuilder content = new StringBuilder();
        parts.forEach(part -> content.append(body, part.start(), part.end()));
        return content.toString();
    }

    /** The answer without what is secret; its framing stays, since nothing changes its length. */
    byte[] redacted(Redaction redaction) {
        StringBuilder all = new StringBuilder(redaction.of(statusLine())).append("\r\n");
        head.stream()
                .skip(1)
                .filter(RawAnswer::isKept)
                .forEach(line -> all.append(redaction.of(line)).append("\r\n"));
        String content = redaction.of(content());
        StringBuilder framed = new StringBuilder(body);
        int at = 0;
        for (Part part : parts) {
            int length = part.end() - part.start();
            framed.replace(part.start(), part.end(), content.substring(at, at + length));
            at += length;
        }
        return all.append("\r\n").append(framed).toString().getBytes(ISO_8859_1);
    }

    private static boolean isKept(String line) {
        return KEPT.contains(line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT));
    }

    /** Of a body that breaks off the last part is shorter than its chunk says. */
    private static List<Part> chunks(String body) throws IOException {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int line = body.indexOf("\r\n"); line >= 0; line = body.indexOf("\r\n", at)) {
            int size = size(body.substring(at, line));
            int end = Math.min(body.length(), line + 2 + size);
            parts.add(new Part(line + 2, end));
            at = Math.min(body.length(), end + 2);
            if (size == 0) {
                break;
            }
        }
        return parts;
    }

    private static int size(String line) throws IOException {
        try {
            return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
        } catch (NumberFormatException e) {
            throw new IOException("not the size of a chunk: " + line, e);
        }
    }
}

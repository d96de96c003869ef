package dev.enfilade.contract.golden;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How a message says where its body ends. */
sealed interface Framing {

    /** Ends after so many bytes. */
    record Length(long bytes) implements Framing {}

    /** Ends with a chunk of length zero. */
    record Chunked() implements Framing {}

    /** Does not say: no body, or one that ends with the connection. */
    record Unframed() implements Framing {}

    /** Reads the framing; one that could be read in two ways is refused. */
    static Framing of(Headers headers) throws IOException {
        List<String> codings = headers.values("Transfer-Encoding");
        List<String> lengths = headers.values("Content-Length");
        if (codings.size() + lengths.size() > 1) {
            throw new IOException("ambiguous framing: Transfer-Encoding " + codings + ", Content-Length " + lengths);
        }
        if (!codings.isEmpty()) {
            return chunked(codings.getFirst());
        }
        return lengths.isEmpty() ? new Unframed() : length(lengths.getFirst());
    }

    private static Framing chunked(String coding) throws IOException {
        if (!coding.toLowerCase(Locale.ROOT).equals("chunked")) {
            throw new IOException("unknown Transfer-Encoding: " + coding);
        }
        return new Chunked();
    }

    private static Framing length(String length) throws IOException {
        if (!length.matches("\\d{1,18}")) {
            throw new IOException("not a Content-Length: " + length);
        }
        return new Length(Long.parseLong(length));
    }
}

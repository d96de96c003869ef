package dev.enfilade.contract.golden;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads HTTP/1.1 messages byte by byte and forgives nothing: every line ends in CRLF, every body where it said it
 * would.
 */
final class WireReader {

    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream in;

    WireReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next head; none if the connection ended before its first byte. */
    Optional<MessageHead> head() throws IOException {
        if (isAtEnd()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IOException("an empty line in place of a message");
        }
        return Optional.of(MessageHead.parse(lines));
    }

    /** Whether the connection has ended; waits until that is known. */
    boolean isAtEnd() throws IOException {
        in.mark(1);
        boolean atEnd = in.read() < 0;
        in.reset();
        return atEnd;
    }

    /**
     * Appends the body as it comes, so that what came before a failure is there to be shown.
     *
     * @return where in the body its chunks end
     */
    List<Integer> body(Framing framing, ByteArrayOutputStream into) throws IOException {
        return switch (framing) {
            case Framing.Length(long bytes) -> {
                copy(bytes, into);
                yield List.of();
            }
            case Framing.Chunked() -> chunks(into);
            case Framing.Unframed() -> List.of();
        };
    }

    private List<Integer> chunks(ByteArrayOutputStream into) throws IOException {
        List<Integer> ends = new ArrayList<>();
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            copy(size, into);
            if (!line().isEmpty()) {
                throw new IOException("a chunk is longer than it said");
            }
            ends.add(into.size());
        }
        if (!line().isEmpty()) {
            throw new IOException("trailer fields after the last chunk");
        }
        return ends;
    }

    private long chunkSize() throws IOException {
        String line = line();
        if (!line.matches("[0-9A-Fa-f]{1,15}")) {
            throw new IOException("not the size of a chunk: " + line);
        }
        return Long.parseLong(line, 16);
    }

    private void copy(long bytes, ByteArrayOutputStream into) throws IOException {
        for (long i = 0; i < bytes; i++) {
            into.write(octet());
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = octet(); octet != '\r'; octet = octet()) {
            if (octet == '\n' || line.size() == LONGEST_LINE) {
                throw new IOException("a line without CRLF: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(octet);
        }
        if (octet() != '\n') {
            throw new IOException("a carriage return without a line feed");
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the connection ended within a message");
        }
        return octet;
    }
}

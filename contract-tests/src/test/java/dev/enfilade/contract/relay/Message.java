package dev.enfilade.contract.relay;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP message as it was on the wire, read as strictly as HTTP allows.
 *
 * @param headers lines with their case and order
 * @param body without its framing, each byte as a character
 */
record Message(String firstLine, List<String> headers, String body) {

    Message {
        headers = List.copyOf(headers);
    }

    /** The next message; absent where the connection ends before its first byte. */
    static Optional<Message> read(InputStream in, boolean bodiless) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        String line = (char) first + line(in);
        List<String> headers = new ArrayList<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        Message head = new Message(line, headers, "");
        return Optional.of(bodiless ? head : new Message(line, headers, head.readBody(in)));
    }

    /** The values of a header, joined by a bar; empty if there is none. */
    String header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return String.join(
                "|",
                headers.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                        .map(line -> line.substring(prefix.length()).strip())
                        .toList());
    }

    int status() {
        return Integer.parseInt(firstLine.split(" ", 3)[1]);
    }

    private String readBody(InputStream in) throws IOException {
        if (!header("Transfer-Encoding").isEmpty()) {
            return chunks(in);
        }
        if (!header("Content-Length").isEmpty()) {
            int length = Integer.parseInt(header("Content-Length"));
            return text(exactly(in, length));
        }
        boolean untilTheEnd = firstLine.startsWith("HTTP/") && status() >= 200 && status() != 204;
        return untilTheEnd ? text(in.readAllBytes()) : "";
    }

    private static String chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            all.writeBytes(exactly(in, size));
            line(in);
        }
        line(in);
        return text(all.toByteArray());
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the head ended after '" + line + "'");
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

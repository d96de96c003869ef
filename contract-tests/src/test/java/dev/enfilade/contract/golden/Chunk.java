package dev.enfilade.contract.golden;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One chunk of a chunked body. */
record Chunk(Octets content) {

    /** The chunk that ends a body. */
    static final Chunk LAST = new Chunk(Octets.ofUtf8(""));

    byte[] onWire() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((Integer.toHexString(content.size()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content.toArray());
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}

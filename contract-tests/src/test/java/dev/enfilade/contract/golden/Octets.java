package dev.enfilade.contract.golden;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as a value: what went over the wire, neither decoded nor changed. */
final class Octets {

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    static Octets ofUtf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return bytes.length;
    }

    byte[] toArray() {
        return bytes.clone();
    }

    /** The bytes as text; malformed UTF-8 is refused, never replaced. */
    String utf8() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The bytes as text for a person to read; what is malformed shows as a replacement character. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

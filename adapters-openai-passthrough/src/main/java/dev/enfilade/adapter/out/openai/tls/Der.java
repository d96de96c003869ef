package dev.enfilade.adapter.out.openai.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** As much of DER as it takes to put older forms of private keys into the one that Java reads, which is PKCS#8. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xA0;
    private static final byte[] VERSION = {2, 1, 0};
    private static final byte[] RSA = {6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0};
    private static final byte[] EC = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

    private Der() {}

    /** From PKCS#1. */
    static byte[] ofRsa(byte[] key) {
        return element(SEQUENCE, VERSION, element(SEQUENCE, RSA), element(OCTETS, key));
    }

    /** From SEC 1; absent if the key does not tell its curve. */
    static Optional<byte[]> ofEc(byte[] key) {
        return curve(key).map(curve -> element(SEQUENCE, VERSION, element(SEQUENCE, EC, curve), element(OCTETS, key)));
    }

    /** The content of the first element that names a curve, in a sequence of short elements. */
    private static Optional<byte[]> curve(byte[] key) {
        int at = key.length > 1 && (key[1] & 0x80) != 0 ? 2 + (key[1] & 0x7F) : 2;
        while (at + 1 < key.length) {
            int length = key[at + 1] & 0xFF;
            int end = at + 2 + length;
            if (length > 0x7F || end > key.length) {
                return Optional.empty();
            }
            if ((key[at] & 0xFF) == CURVE) {
                return Optional.of(Arrays.copyOfRange(key, at + 2, end));
            }
            at = end;
        }
        return Optional.empty();
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length > 0xFF) {
            element.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
        } else if (length > 0x7F) {
            element.writeBytes(new byte[] {(byte) 0x81, (byte) length});
        } else {
            element.write(length);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}

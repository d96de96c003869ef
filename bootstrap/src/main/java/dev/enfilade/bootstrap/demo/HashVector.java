package dev.enfilade.bootstrap.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Eight numbers of a text: the same for the same text, of length 1 together, and without any meaning. */
final class HashVector {

    private static final int LENGTH = 8;

    private HashVector() {}

    static float[] of(String text) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8)));
        double[] raw = new double[LENGTH];
        double squares = 0;
        for (int i = 0; i < LENGTH; i++) {
            raw[i] = hash.getInt();
            squares += raw[i] * raw[i];
        }
        float[] vector = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) (raw[i] / Math.sqrt(squares));
        }
        return vector;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

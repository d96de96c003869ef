package dev.enfilade.domain.embedding;

import java.util.Arrays;

/** A row of single-precision numbers; immutable. */
public final class Vector {

    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    public static Vector of(float... values) {
        return new Vector(values.clone());
    }

    public int length() {
        return values.length;
    }

    public float at(int index) {
        return values[index];
    }

    /** The same direction with Euclidean length 1; a zero vector stays as it is. */
    public Vector normalised() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        if (sum == 0) {
            return this;
        }
        double norm = Math.sqrt(sum);
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values[i] / norm);
        }
        return new Vector(scaled);
    }

    /** The first numbers only; a length that is not shorter changes nothing. */
    public Vector shortened(int length) {
        return length > 0 && length < values.length ? new Vector(Arrays.copyOf(values, length)) : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Vector" + Arrays.toString(values);
    }
}

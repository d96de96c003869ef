package dev.enfilade.domain.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorTest {

    @Test
    void aNormalisedVectorHasLengthOneAndTheSameDirection() {
        assertThat(Vector.of(3, 4).normalised()).isEqualTo(Vector.of(0.6f, 0.8f));
    }

    @Test
    void zeroHasNoDirectionAndStays() {
        assertThat(Vector.of(0, 0).normalised()).isEqualTo(Vector.of(0, 0));
    }

    @Test
    void shorteningKeepsTheFirstNumbersAndIgnoresLengthsThatAreNotShorter() {
        Vector vector = Vector.of(1, 2, 3);

        assertThat(vector.shortened(2)).isEqualTo(Vector.of(1, 2));
        assertThat(vector.shortened(3)).isEqualTo(vector);
        assertThat(vector.shortened(0)).isEqualTo(vector);
        assertThat(vector.shortened(-1)).isEqualTo(vector);
    }

    @Test
    void theCallersArrayIsNotOurs() {
        float[] numbers = {1, 2};
        Vector vector = Vector.of(numbers);
        numbers[0] = 9;

        assertThat(vector.at(0)).isEqualTo(1);
        assertThat(vector.length()).isEqualTo(2);
    }
}

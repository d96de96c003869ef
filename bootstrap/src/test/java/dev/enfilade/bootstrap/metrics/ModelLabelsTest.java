package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelLabelsTest {

    @Test
    void onlyKnownNamesAreLabels() {
        ModelLabels labels = new ModelLabels("m"::equals);

        assertThat(labels.of("m")).isEqualTo("m");
        assertThat(labels.of("x")).isEqualTo("other");
    }

    @Test
    void thereAreOnlySoManyAndTheFirstOnesStay() {
        ModelLabels labels = new ModelLabels(_ -> true);
        for (int i = 0; i < 1000; i++) {
            labels.of("m" + i);
        }

        assertThat(labels.of("m" + (ModelLabels.MOST - 1))).isEqualTo("m" + (ModelLabels.MOST - 1));
        assertThat(labels.of("m" + ModelLabels.MOST)).isEqualTo("other");
    }
}

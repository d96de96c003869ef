package dev.enfilade.adapter.in.ollama.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CreatedAtTest {

    @Test
    void theTextIsMadeOncePerMillisecond() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.000100Z"));
        CreatedAt createdAt = new CreatedAt(clock::get);

        String first = createdAt.now();
        clock.set(Instant.parse("2026-01-02T03:04:05.000900Z"));
        String sameMillisecond = createdAt.now();
        clock.set(Instant.parse("2026-01-02T03:04:05.001Z"));

        assertThat(first).isEqualTo("2026-01-02T03:04:05.0001Z");
        assertThat(sameMillisecond).isSameAs(first);
        assertThat(createdAt.now()).isEqualTo("2026-01-02T03:04:05.001Z");
    }
}

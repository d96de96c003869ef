package dev.enfilade.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.ByteStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayShapeTest {

    private final RelayShape shape = new RelayShape();
    private final AtomicInteger closed = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 404, 422})
    void mostAnswersTellOfNoFailureOfTheBackend(int status) {
        assertThat(shape.failure(answer(status))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "0, 0", "soon,", "-1,", "99999999999,"})
    void aRefusalTellsWhenToComeBack(String header, Long seconds) {
        Optional<Duration> wait = Optional.ofNullable(seconds).map(Duration::ofSeconds);

        assertThat(shape.failure(answer(503, new Header("retry-after", header))))
                .contains(new Failure.Refused(503, "", Optional.empty(), Optional.empty(), wait));
        assertThat(shape.failure(answer(429, new Header("Retry-After", header))))
                .contains(new Failure.RateLimited("", Optional.empty(), Optional.empty(), wait));
    }

    @Test
    void theActionRunsOnceAfterTheAnswerIsClosed() {
        AtomicInteger ran = new AtomicInteger();
        RelayResponse answer = shape.afterwards(answer(200), () -> {
            assertThat(closed).hasValue(1);
            ran.incrementAndGet();
        });
        assertThat(ran).hasValue(0);

        answer.close();
        answer.close();

        assertThat(ran).hasValue(1);
    }

    @Test
    void whatNobodyGetsIsClosed() {
        shape.discard(answer(503));

        assertThat(closed).hasValue(1);
    }

    private RelayResponse answer(int status, Header... headers) {
        return new RelayResponse(status, new Headers(List.of(headers)), new ByteStream() {
            @Override
            public int read(byte[] buffer) {
                return -1;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
    }
}

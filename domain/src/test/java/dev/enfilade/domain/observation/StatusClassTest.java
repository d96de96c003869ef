package dev.enfilade.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.CallFlaw;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.Failure.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusClassTest {

    @ParameterizedTest
    @CsvSource({"200, 2xx", "204, 2xx", "301, 3xx", "404, 4xx", "499, 4xx", "500, 5xx", "599, 5xx"})
    void everyStatusHasTheClassOfItsFirstDigit(int status, String word) {
        assertThat(StatusClass.of(status).word()).isEqualTo(word);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.Refused(503, "", Optional.empty(), Optional.empty()), "5xx"),
                Arguments.of(new Failure.Redirected(308, Optional.empty(), Optional.empty()), "3xx"),
                Arguments.of(new Failure.RateLimited("", Optional.empty(), Optional.empty(), Optional.empty()), "4xx"),
                Arguments.of(new Failure.BackendDenied(), "4xx"),
                Arguments.of(new Failure.ModelNotFound("m"), "4xx"),
                Arguments.of(new Failure.Broken(Flaw.WORDLESS), "5xx"),
                Arguments.of(new Failure.Broken(Flaw.CUT), "none"),
                Arguments.of(new Failure.BrokenToolCall("f", CallFlaw.NO_NAME), "2xx"),
                Arguments.of(new Failure.BackendUnavailable(), "none"),
                Arguments.of(new Failure.TimedOut(Phase.CONNECT, Duration.ofSeconds(1)), "none"),
                Arguments.of(new Failure.Cancelled(), "none"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureHasTheClassOfTheAnswerThatItWas(Failure failure, String word) {
        assertThat(StatusClass.of(failure).word()).isEqualTo(word);
    }
}

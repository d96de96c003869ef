package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessLineTest {

    private static final Instant ENDED = Instant.parse("2026-11-21T12:00:00.003999Z");
    private static final String TIME = "2026-11-21T12:00:00.003Z ";

    @Test
    void aLineNamesTheRequestItsEndAndItsCall() {
        CallEnd call = new CallEnd(Operation.CHAT, "gpt-4o", "main", Outcome.COMPLETE, Optional.empty());

        assertThat(line("POST", "/api/chat", Optional.of(call), "id-1").text())
                .isEqualTo(TIME + "POST /api/chat 200 complete model=gpt-4o backend=main 34ms id=id-1");
    }

    @Test
    void moreThanOneAttemptIsTold() {
        CallEnd call = new CallEnd(Operation.CHAT, "m", "b", Outcome.COMPLETE, Optional.empty());
        AccessLine line = new AccessLine(
                ENDED, "GET", "/", 200, Outcome.COMPLETE, Optional.of(call), 2, Duration.ofMillis(34), "id-1");

        assertThat(line.text()).isEqualTo(TIME + "GET / 200 complete model=m backend=b attempts=2 34ms id=id-1");
    }

    @Test
    void aRequestThatCalledNobodyNamesNobody() {
        assertThat(line("GET", "/livez", Optional.empty(), "id-1").text())
                .isEqualTo(TIME + "GET /livez 200 complete 34ms id=id-1");
    }

    @Test
    void noWordCanEndTheLineOrPassForAnother() {
        CallEnd call = new CallEnd(Operation.CHAT, "a\r\nb", "m\u001b[31m", Outcome.COMPLETE, Optional.empty());

        assertThat(line("G ET", "/x id=y\u2028", Optional.of(call), "i\nd").text())
                .isEqualTo(
                        TIME
                                + "G\\u0020ET /x\\u0020id=y\\u2028 200 complete model=a\\u000d\\u000ab backend=m\\u001b[31m 34ms id=i\\u000ad");
    }

    @Test
    void longWordsAreCut() {
        String text = line("X".repeat(10_000), "/".repeat(10_000), Optional.empty(), "i".repeat(10_000))
                .text();

        assertThat(text).hasSizeLessThan(500);
    }

    private static AccessLine line(String method, String path, Optional<CallEnd> call, String id) {
        return new AccessLine(ENDED, method, path, 200, Outcome.COMPLETE, call, 1, Duration.ofMillis(34), id);
    }
}

package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.stream.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextLineTest {

    private static final String TIME = "2026-11-21T12:00:00.003Z ";

    @Test
    void aLineNamesTheRequestItsEndAndItsCall() {
        CallEnd call = new CallEnd(
                Operation.CHAT, "alias", "gpt-4o", "main", Outcome.COMPLETE, StatusClass.SUCCESS, Optional.empty(), 0);

        assertThat(TextLine.of(Lines.of("POST", "/api/chat", "id-1", call)))
                .isEqualTo(TIME + "POST /api/chat 200 complete model=gpt-4o backend=main 34ms id=id-1");
    }

    @Test
    void moreThanOneAttemptIsTold() {
        CallEnd call = new CallEnd(
                Operation.CHAT, "alias", "m", "b", Outcome.COMPLETE, StatusClass.SUCCESS, Optional.empty(), 0);
        assertThat(TextLine.of(Lines.of("GET", "/", "id-1", call, call)))
                .isEqualTo(TIME + "GET / 200 complete model=m backend=b attempts=2 34ms id=id-1");
    }

    @Test
    void aRequestThatCalledNobodyNamesNobody() {
        assertThat(TextLine.of(Lines.of("GET", "/livez", "id-1")))
                .isEqualTo(TIME + "GET /livez 200 complete 34ms id=id-1");
    }

    @Test
    void noWordCanEndTheLineOrPassForAnother() {
        CallEnd call = new CallEnd(
                Operation.CHAT,
                "alias",
                "a\r\nb",
                "m\u001b[31m",
                Outcome.COMPLETE,
                StatusClass.SUCCESS,
                Optional.empty(),
                0);

        assertThat(TextLine.of(Lines.of("G ET", "/x id=y\u2028", "i\nd", call)))
                .isEqualTo(
                        TIME
                                + "G\\u0020ET /x\\u0020id=y\\u2028 200 complete model=a\\u000d\\u000ab backend=m\\u001b[31m 34ms id=i\\u000ad");
    }

    @Test
    void longWordsAreCut() {
        String text = TextLine.of(Lines.of("X".repeat(10_000), "/".repeat(10_000), "i".repeat(10_000)));

        assertThat(text).hasSizeLessThan(500);
    }
}

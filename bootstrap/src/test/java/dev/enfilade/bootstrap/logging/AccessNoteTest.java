package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.stream.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessNoteTest {

    private final AccessNote note = new AccessNote(Headers.NONE, System::nanoTime);

    @ParameterizedTest
    @CsvSource({
        "200, COMPLETE",
        "204, COMPLETE",
        "301, COMPLETE",
        "307, COMPLETE",
        "400, CLIENT_BAD",
        "404, CLIENT_BAD",
        "405, CLIENT_BAD",
        "408, CLIENT_BAD",
        "431, CLIENT_BAD",
        "501, CLIENT_BAD",
        "401, DENIED",
        "403, DENIED",
        "413, LIMITED",
        "429, LIMITED",
        "503, SHED",
        "502, UP_ERROR",
        "500, INTERNAL"
    })
    void whereNothingElseIsKnownTheStatusTells(int status, Outcome outcome) {
        assertThat(note.outcome(status)).isEqualTo(outcome);
    }

    @Test
    void theCallThatTheThreadMadeTellsMoreThanTheStatus() {
        ScopedValue.where(RequestTelemetry.CURRENT, note).run(() -> new RequestTelemetry().ended(end(Outcome.UP_CUT)));

        assertThat(note.outcome(200)).isEqualTo(Outcome.UP_CUT);
        assertThat(note.madeCalls()).hasSize(1);
    }

    @Test
    void whatBrokeTheRequestTellsMostAndTheFirstOfThoseIsTrue() {
        note.called(end(Outcome.COMPLETE));
        note.endedIn(Outcome.CLIENT_GONE);
        note.endedIn(Outcome.INTERNAL);

        assertThat(note.outcome(200)).isEqualTo(Outcome.CLIENT_GONE);
    }

    @Test
    void theLastOfSeveralCallsIsKeptAndAllAreCounted() {
        note.called(end(Outcome.UP_UNREACHABLE));
        note.called(end(Outcome.COMPLETE));

        assertThat(note.outcome(200)).isEqualTo(Outcome.COMPLETE);
        assertThat(note.madeCalls()).hasSize(2);
    }

    @Test
    void anAnswerThatWasLetGoOfInPeaceIsComplete() {
        note.called(end(Outcome.CLIENT_GONE));

        assertThat(note.outcome(200)).isEqualTo(Outcome.COMPLETE);
        assertThat(note.madeCalls()).containsExactly(end(Outcome.COMPLETE));
    }

    @Test
    void anAnswerThatAGoneClientLeftIsNot() {
        note.called(end(Outcome.CLIENT_GONE));
        note.endedIn(Outcome.CLIENT_GONE);

        assertThat(note.outcome(200)).isEqualTo(Outcome.CLIENT_GONE);
        assertThat(note.madeCalls()).containsExactly(end(Outcome.CLIENT_GONE));
    }

    @Test
    void anAnswerOfOursInPlaceOfARefusalIsComplete() {
        note.called(end(Outcome.UP_ERROR));

        assertThat(note.outcome(200)).isEqualTo(Outcome.COMPLETE);
        assertThat(note.outcome(404)).isEqualTo(Outcome.UP_ERROR);
        assertThat(note.madeCalls()).containsExactly(end(Outcome.UP_ERROR));
    }

    @Test
    void anErrorThatTheBackendSentAmidAnAnswerIsNot() {
        note.called(new CallEnd(
                Operation.RELAY, "alias", "m", "b", Outcome.UP_ERROR, StatusClass.SUCCESS, Optional.empty(), 2));

        assertThat(note.outcome(200)).isEqualTo(Outcome.UP_ERROR);
    }

    @Test
    void aCallOfNoRequestIsNobodysBusiness() {
        new RequestTelemetry().ended(end(Outcome.COMPLETE));

        assertThat(note.madeCalls()).isEmpty();
    }

    private static CallEnd end(Outcome outcome) {
        return new CallEnd(Operation.CHAT, "alias", "m", "b", outcome, StatusClass.SUCCESS, Optional.empty(), 0);
    }
}

package dev.enfilade.application.port.out;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.out.RelayScript.Ending;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link RelayBackend} does. */
public interface RelayBackendContract {

    RelayRequest LIST = new RelayRequest("GET", "/models", Headers.NONE, Optional.empty(), Optional.empty());

    /** A backend that answers every call with this script. */
    Stage<RelayBackend> relaying(RelayScript script);

    /** A backend that takes the request and says nothing, not even a status. */
    Stage<RelayBackend> silent();

    @Test
    default void bytesPassUnchanged() {
        try (Stage<RelayBackend> stage =
                        relaying(RelayScript.ok(Ending.COMPLETE, "data: {\"a\" : 1.0}\r\n\r\n", "odd \u00fc bytes"));
                RelayResponse answer = stage.backend().relay(LIST)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(text(answer.body())).isEqualTo("data: {\"a\" : 1.0}\r\n\r\nodd \u00fc bytes");
        }
    }

    @Test
    default void statusAndHeadersPassWhateverTheyAre() {
        Headers wait = new Headers(List.of(new Header("retry-after", "7")));
        RelayScript script = new RelayScript(429, wait, List.of("slow down"), Ending.COMPLETE);
        try (Stage<RelayBackend> stage = relaying(script);
                RelayResponse answer = stage.backend().relay(LIST)) {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.headers().first("Retry-After")).contains("7");
            assertThat(text(answer.body())).isEqualTo("slow down");
        }
    }

    @Test
    default void piecesComeAsTheyArrive() {
        try (Stage<RelayBackend> stage = relaying(RelayScript.ok(Ending.SILENT, "one"));
                RelayResponse answer = stage.backend().relay(LIST)) {
            byte[] buffer = new byte[64];
            int count = Aside.run(() -> answer.body().read(buffer)).result();
            assertThat(new String(buffer, 0, count, UTF_8)).isEqualTo("one");
        }
    }

    @Test
    default void cutBodyIsAFailureAndNeverAnEnd() {
        try (Stage<RelayBackend> stage = relaying(RelayScript.ok(Ending.CUT, "one"));
                RelayResponse answer = stage.backend().relay(LIST)) {
            Fails.with(Fails.CUT, () -> text(answer.body()));
        }
    }

    @Test
    default void closingEndsABlockedReadAndTheBackendsWork() {
        try (Stage<RelayBackend> stage = relaying(RelayScript.ok(Ending.SILENT, "one"))) {
            RelayResponse answer = stage.backend().relay(LIST);
            Aside<String> read = Aside.run(() -> text(answer.body())).awaitBlocked();
            answer.close();
            assertThat(Fails.failureIn(read.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
            answer.close();
        }
    }

    @Test
    default void interruptEndsABlockedReadAndTheBackendsWork() {
        try (Stage<RelayBackend> stage = relaying(RelayScript.ok(Ending.SILENT, "one"));
                RelayResponse answer = stage.backend().relay(LIST)) {
            Aside<String> read = Aside.run(() -> text(answer.body())).awaitBlocked();
            read.interrupt();
            assertThat(Fails.failureIn(read.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
        }
    }

    @Test
    default void interruptEndsACallThatWaitsForTheHead() {
        try (Stage<RelayBackend> stage = silent()) {
            Aside<RelayResponse> call = Aside.run(() -> stage.backend().relay(LIST));
            stage.awaitSilence();
            call.awaitBlocked().interrupt();
            assertThat(Fails.failureIn(call.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
        }
    }

    /** Reads to the end, as text. */
    static String text(ByteStream body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[64];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            all.write(buffer, 0, count);
        }
        return all.toString(UTF_8);
    }
}

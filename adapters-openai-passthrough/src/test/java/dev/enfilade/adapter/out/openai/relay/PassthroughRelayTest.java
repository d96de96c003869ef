package dev.enfilade.adapter.out.openai.relay;

import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.secret.Caller;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.application.port.out.RelayBackend;
import dev.enfilade.application.port.out.RelayBackendContract;
import dev.enfilade.application.port.out.RelayScript;
import dev.enfilade.application.port.out.Stage;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure.BackendDenied;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.Failure.Redirected;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassthroughRelayTest implements RelayBackendContract {

    @Override
    public Stage<RelayBackend> relaying(RelayScript script) {
        return RelayStage.playing(script);
    }

    @Override
    public Stage<RelayBackend> silent() {
        return RelayStage.silent();
    }

    @Test
    void requestGoesOnUnchangedWithOurKeyInPlaceOfTheClients() throws Exception {
        try (RelayStage stage = RelayStage.answering(json(200, "{}"))) {
            Headers headers = headers(
                    "Content-Type: application/json; charset=utf-8",
                    "Accept: */*",
                    "X-Request-Id: abc",
                    "traceparent: 00-1",
                    "Authorization: Bearer client",
                    "x-api-key: client",
                    "Cookie: a=b",
                    "Connection: close",
                    "Content-Length: 1",
                    "User-Agent: client",
                    "X-Forwarded-For: 1.2.3.4",
                    "Accept-Encoding: gzip");
            RelayRequest request = new RelayRequest(
                    "POST",
                    "/chat/completions?a=%2F",
                    headers,
                    Optional.empty(),
                    Optional.of(new FixedBody("{\"a\": 1.0}")));
            try (RelayResponse answer = stage.backend().relay(request)) {
                assertThat(RelayBackendContract.text(answer.body())).isEqualTo("{}");
            }
            assertThat(stage.server().nextPeer().received())
                    .isEqualTo(
                            "POST /base/v1/chat/completions?a=%%2F HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json; charset=utf-8\r\nAccept: */*\r\nX-Request-Id: abc\r\ntraceparent: 00-1\r\nAuthorization: Bearer %s\r\nx-extra: 1\r\nUser-Agent: enfilade/test\r\nAccept-Encoding: identity\r\nContent-Length: 10\r\n\r\n{\"a\": 1.0}"
                                    .formatted(stage.server().port(), RelayStage.KEY));
        }
    }

    @Test
    void onlyHeadersForTheClientComeBack() {
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nSet-Cookie: a=b\r\nServer: x\r\n"
                        + "Alt-Svc: h3\r\nStrict-Transport-Security: x\r\nAccess-Control-Allow-Origin: *\r\n"
                        + "Connection: keep-alive, X-RateLimit-Foo\r\nx-ratelimit-foo: 1\r\nx-ratelimit-remaining-tokens: 5\r\n"
                        + "x-ratelimit-long: " + "x".repeat(5_000)
                        + "\r\nopenai-processing-ms: 7\r\nx-request-id: req_1\r\n"
                        + "Retry-After: 100000\r\nretry-after-ms: 1500\r\n\r\n{}";
        try (RelayStage stage = RelayStage.answering(answer);
                RelayResponse response = stage.backend().relay(LIST)) {
            assertThat(response.headers().lines())
                    .containsExactly(
                            new Header("Content-Type", "application/json"),
                            new Header("Content-Length", "2"),
                            new Header("x-ratelimit-remaining-tokens", "5"),
                            new Header("openai-processing-ms", "7"),
                            new Header("x-upstream-request-id", "req_1"),
                            new Header("Retry-After", "2"),
                            new Header("retry-after-ms", "1500"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusalOfOurKeyIsNotPassedOn(int status) {
        try (RelayStage stage = RelayStage.answering(json(status, "{\"error\":1}"))) {
            Fails.with(new BackendDenied(), () -> stage.backend().relay(LIST));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\n<html>",
            })
    void pageOrSilenceInPlaceOfAnAnswerIsInvalid(String answer) {
        try (RelayStage stage = RelayStage.answering(answer)) {
            Fails.with(new Broken(Flaw.INVALID), () -> stage.backend().relay(LIST));
        }
    }

    @Test
    void redirectIsAFailureThatTellsWhereTo() {
        String answer = "HTTP/1.1 301 X\r\nLocation: https://a.example/v1/models\r\nContent-Length: 0\r\n\r\n";
        try (RelayStage stage = RelayStage.answering(answer)) {
            Fails.with(
                    new Redirected(
                            301, Optional.of("https://a.example/v1/models"), Optional.of("https://a.example/v1")),
                    () -> stage.backend().relay(LIST));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
                "HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n",
            })
    void pageOrSilenceOfAServerInTroubleIsWordless(String answer) {
        try (RelayStage stage = RelayStage.answering(answer)) {
            Fails.with(new Broken(Flaw.WORDLESS), () -> stage.backend().relay(LIST));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json\r\nContent-Length: 0\r\n\r\n",
                "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\n\r\n"
            })
    void emptyBodyWhereWordsAreOwedIsInvalidAtItsFirstRead(String rest) {
        try (RelayStage stage = RelayStage.answering("HTTP/1.1 200 OK\r\n" + rest);
                RelayResponse answer = stage.backend().relay(LIST)) {
            Fails.with(new Broken(Flaw.INVALID), () -> answer.body().read(new byte[10]));
        }
    }

    @Test
    void emptyFileIsAnAnswer() {
        String file = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 0\r\n\r\n";
        try (RelayStage stage = RelayStage.answering(file);
                RelayResponse answer = stage.backend().relay(LIST)) {
            assertThat(RelayBackendContract.text(answer.body())).isEmpty();
        }
    }

    @Test
    void silenceIsAnAnswerWhereNobodyAskedAModel() {
        RelayRequest cancel =
                new RelayRequest("POST", "/batches/1/cancel", Headers.NONE, Optional.empty(), Optional.empty());
        try (RelayStage stage = RelayStage.answering("HTTP/1.1 204 No Content\r\n\r\n");
                RelayResponse answer = stage.backend().relay(cancel)) {
            assertThat(answer.status()).isEqualTo(204);
        }
        try (RelayStage stage = RelayStage.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            Fails.with(new Broken(Flaw.INVALID), () -> stage.backend().relay(cancel.about(new ModelName("m"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files?a=/../b", "/files?a={\"b\"}|%zz", "/models/a%2Fb;v=1", "", "?a=b"})
    void targetGoesOnByteForByte(String target) throws Exception {
        RelayRequest request = new RelayRequest("GET", target, Headers.NONE, Optional.empty(), Optional.empty());
        try (RelayStage stage = RelayStage.answering(json(200, "{}"));
                RelayResponse _ = stage.backend().relay(request)) {
            assertThat(stage.server().nextPeer().received()).startsWith("GET /base/v1" + target + " HTTP/1.1\r\n");
        }
    }

    @Test
    void compressedAnswerArrivesPlain() throws Exception {
        byte[] zipped = zipped("{\"a\":1}");
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                + zipped.length + "\r\n\r\n";
        try (RelayStage stage = RelayStage.answering(head + new String(zipped, ISO_8859_1));
                RelayResponse answer = stage.backend().relay(LIST)) {
            assertThat(answer.headers().lines()).containsExactly(new Header("Content-Type", "application/json"));
            assertThat(RelayBackendContract.text(answer.body())).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void refusalOfTheCallersKeyIsPassedOnWithoutTheKey() {
        Credentials callers = Credentials.ofCallers(
                () -> Optional.of(new Caller(Optional.of(new Secret("Bearer caller-0123456789")))), Optional.empty());
        String refusal = json(401, "{\"error\":{\"message\":\"bad key caller-0123456789\"}}");
        try (RelayStage stage = RelayStage.showing(callers, refusal);
                RelayResponse answer = stage.backend().relay(LIST)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(RelayBackendContract.text(answer.body()))
                    .isEqualTo("{\"error\":{\"message\":\"bad key [secret]\"}}");
        }
    }

    @Test
    void silenceIsAnAnswerToADeletion() {
        RelayRequest delete = new RelayRequest("DELETE", "/files/1", Headers.NONE, Optional.empty(), Optional.empty());
        try (RelayStage stage = RelayStage.answering("HTTP/1.1 204 No Content\r\n\r\n");
                RelayResponse answer = stage.backend().relay(delete)) {
            assertThat(answer.status()).isEqualTo(204);
            assertThat(RelayBackendContract.text(answer.body())).isEmpty();
        }
    }

    @Test
    void errorPassesByteForByteWithoutSecrets() {
        String echo = "{\"error\" : {\"message\":\"key " + RelayStage.KEY + " \u00fc\"}}";
        try (RelayStage stage = RelayStage.answering(json(400, "{\"error\" : 1.0}"), json(400, echo))) {
            try (RelayResponse answer = stage.backend().relay(LIST)) {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.headers().first("content-length")).contains("15");
                assertThat(RelayBackendContract.text(answer.body())).isEqualTo("{\"error\" : 1.0}");
            }
            try (RelayResponse answer = stage.backend().relay(LIST)) {
                assertThat(answer.headers().first("content-length")).isEmpty();
                assertThat(RelayBackendContract.text(answer.body()))
                        .isEqualTo("{\"error\" : {\"message\":\"key [secret] \u00fc\"}}");
            }
        }
    }

    @Test
    void errorUnderAGoodStatusTellsNoSecretsEither() {
        String error = "\n{ \"error\": {\"message\":\"key " + RelayStage.KEY + "\"}}";
        String echo = "{\"text\":\"" + RelayStage.KEY + "\",\"error\":null}";
        String nothing = "{\"error\":null,\"text\":\"" + RelayStage.KEY + "\"}";
        try (RelayStage stage = RelayStage.answering(json(200, error), json(200, echo), json(200, nothing))) {
            assertThat(text(stage)).isEqualTo("\n{ \"error\": {\"message\":\"key [secret]\"}}");
            assertThat(text(stage)).isEqualTo(echo);
            assertThat(text(stage)).isEqualTo(nothing);
        }
    }

    @Test
    void spacesBeforeAnAnswerArePassedOn() {
        String late = " ".repeat(70_000) + "{\"a\":1}";
        try (RelayStage stage = RelayStage.answering(json(200, late), json(200, "{"), json(200, "  "))) {
            assertThat(text(stage)).isEqualTo(late);
            assertThat(text(stage)).isEqualTo("{");
            assertThat(text(stage)).isEqualTo("  ");
        }
    }

    private static String text(RelayStage stage) {
        try (RelayResponse answer = stage.backend().relay(LIST)) {
            return RelayBackendContract.text(answer.body());
        }
    }

    @Test
    void endlessErrorIsTooBig() {
        String answer = "HTTP/1.1 500 X\r\nContent-Length: 2000000\r\n\r\n" + "x".repeat(2_000_000);
        try (RelayStage stage = RelayStage.answering(answer)) {
            Fails.with(new Broken(Flaw.TOO_BIG), () -> stage.backend().relay(LIST));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@evil.example/", "x", "/../admin", "/a/%2e%2E/b", "/./x", "/..;/x", "/..", "/a b", "/a/..?x"})
    void targetThatIsNoPathOrLeadsOutIsRefused(String target) {
        RelayRequest request = new RelayRequest("GET", target, Headers.NONE, Optional.empty(), Optional.empty());
        try (RelayStage stage = RelayStage.answering(json(200, "{}"))) {
            Fails.with(
                    new InvalidRequest("invalid request path"),
                    () -> stage.backend().relay(request));
        }
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(ISO_8859_1));
        }
        return zipped.toByteArray();
    }

    private static Headers headers(String... lines) {
        return new Headers(List.of(lines).stream()
                .map(line -> new Header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)))
                .toList());
    }
}

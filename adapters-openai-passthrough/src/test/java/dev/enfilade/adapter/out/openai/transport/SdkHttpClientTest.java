package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.LAST_CHUNK;
import static dev.enfilade.adapter.out.openai.testing.Answers.SSE_HEAD;
import static dev.enfilade.adapter.out.openai.testing.Answers.event;
import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.ExchangeContract.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.enfilade.adapter.out.openai.failure.BackendFailures;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.application.port.out.Aside;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Cancelled;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.Failure.RateLimited;
import dev.enfilade.domain.failure.Failure.Redirected;
import dev.enfilade.domain.failure.Failure.Refused;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SdkHttpClientTest {

    private static final ChatCompletionCreateParams PARAMS = ChatCompletionCreateParams.builder()
            .model("m")
            .addUserMessage("hello")
            .build();

    private final Transport transport =
            new ApacheTransport(Timeouts.DEFAULT, (SSLSocketFactory) SSLSocketFactory.getDefault(), System::nanoTime);

    @AfterEach
    void closeTransport() {
        transport.close();
    }

    @Test
    void requestOfTheSdkGoesOutWithoutItsAccountOfThisMachine() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(always(json(200, "{}")))) {
            try (HttpResponseFor<?> response =
                    client(server).chat().completions().withRawResponse().create(PARAMS)) {
                assertThat(response.body().readAllBytes()).asString().isEqualTo("{}");
            }
            String sent = server.nextPeer().received();
            assertThat(sent.substring(0, sent.indexOf("\r\n\r\n")).lines())
                    .containsExactlyInAnyOrder(
                            "POST /v1/chat/completions HTTP/1.1",
                            "Host: 127.0.0.1:" + server.port(),
                            "OpenAI-Organization: org",
                            "Content-Type: application/json",
                            "Authorization: Bearer ours",
                            "User-Agent: enfilade/test",
                            "Accept-Encoding: identity",
                            "Content-Length: " + (sent.length() - sent.indexOf("\r\n\r\n") - 4));
        }
    }

    @Test
    void streamOfARawResponseIsReadByUs() {
        try (ScriptedServer server =
                        ScriptedServer.start(always(SSE_HEAD + event("{}") + event("[DONE]") + LAST_CHUNK));
                HttpResponseFor<StreamResponse<ChatCompletionChunk>> response =
                        client(server).chat().completions().withRawResponse().createStreaming(PARAMS);
                SseReader events = SdkHttpClient.exchangeOf(response).events()) {
            assertThat(Objects.requireNonNull(events.next()).text()).isEqualTo("{}");
            assertThat(Objects.requireNonNull(events.next()).text()).isEqualTo("[DONE]");
            assertThat(events.next()).isNull();
        }
    }

    @Test
    void errorOfTheBackendComesThroughTheSdkAsAFailure() {
        String error = "{\"error\":{\"message\":\"no such model\",\"type\":\"invalid_request_error\",\"code\":404}}";
        assertThat(failureOf(json(404, error)))
                .isEqualTo(new Refused(404, "no such model", Optional.of("invalid_request_error"), Optional.of("404")));
        assertThat(failureOf(json(429, "{\"error\":\"slow\"}"))).isInstanceOf(RateLimited.class);
        assertThat(failureOf("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n")).isEqualTo(new Broken(Flaw.WORDLESS));
    }

    @Test
    void redirectComesThroughTheSdkAsAFailureThatTellsWhereTo() {
        String place = "https://a.example/v2/chat/completions";
        assertThat(failureOf("HTTP/1.1 308 X\r\nLocation: " + place + "\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new Redirected(308, Optional.of(place), Optional.of("https://a.example/v2")));
    }

    @Test
    void onlyOneRequestIsEverSent() {
        try (ScriptedServer server = ScriptedServer.start(Peer::request)) {
            assertThat(Requests.failureOf(
                            () -> client(server).chat().completions().create(PARAMS)))
                    .isEqualTo(new Broken(Flaw.CUT));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void interruptCancelsACallOfTheSdk() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.request();
            peer.stall();
        })) {
            Aside<?> call = Aside.run(() -> client(server).chat().completions().create(PARAMS));
            Peer peer = server.nextPeer();
            call.awaitBlocked();
            call.interrupt();
            assertThat(Fails.failureIn(call.thrown())).isEqualTo(new Cancelled());
            assertThat(peer.peerClosed().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void asynchronousCallsAreRefused() {
        try (ScriptedServer server = ScriptedServer.start(Peer::request)) {
            assertThatThrownBy(() -> client(server).async().models().list().join())
                    .hasRootCauseInstanceOf(UnsupportedOperationException.class);
        }
    }

    private Failure failureOf(String answer) {
        try (ScriptedServer server = ScriptedServer.start(always(answer))) {
            return Requests.failureOf(() -> client(server).chat().completions().create(PARAMS));
        }
    }

    @Test
    void whatLeadsToTheRequestGoesAlongAndTheBackendsOwnIdComesBack() throws Exception {
        List<String> ids = new ArrayList<>();
        Trail trail = new Trail() {
            @Override
            public Headers headers() {
                return new Headers(List.of(
                        new Header("X-Request-Id", "ours-1"),
                        new Header("traceparent", "00-1"),
                        new Header("baggage", "a=b"),
                        new Header("Cookie", "no")));
            }

            @Override
            public void answered(String id) {
                ids.add(id);
            }
        };
        String refused = "HTTP/1.1 400 X\r\nx-request-id: theirs-1\r\nContent-Length: 2\r\n\r\n{}";
        try (ScriptedServer server = ScriptedServer.start(always(refused))) {
            Requests.failureOf(() -> client(server, trail).chat().completions().create(PARAMS));

            assertThat(server.nextPeer().received())
                    .contains("\r\nX-Request-Id: ours-1\r\n", "\r\ntraceparent: 00-1\r\n", "\r\nbaggage: a=b\r\n")
                    .doesNotContain("Cookie");
        }
        assertThat(ids).containsExactly("theirs-1");
    }

    private OpenAIClient client(ScriptedServer server) {
        return client(server, Trail.NONE);
    }

    private OpenAIClient client(ScriptedServer server, Trail trail) {
        Credentials credentials = Credentials.ours(Optional.of(new Secret("ours")));
        BackendHeaders headers = new BackendHeaders(credentials, Headers.NONE, "enfilade/test");
        BackendFailures failures = new BackendFailures(credentials, server.uri("/v1"));
        return new OpenAIClientImpl(ClientOptions.builder()
                .httpClient(new SdkHttpClient(transport, headers, failures, trail))
                .baseUrl(server.uri("/v1").toString())
                .apiKey("the SDK wants one")
                .organization("org")
                .maxRetries(0)
                .logLevel(LogLevel.OFF)
                .build());
    }
}

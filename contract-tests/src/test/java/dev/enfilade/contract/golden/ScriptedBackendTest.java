package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptedBackendTest {

    private ScriptedBackend backend;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        backend = ScriptedBackend.start(new ModelList(Json.read("{\"data\":[{\"id\":\"acme/one:7b\"}]}")));
        client = new RawClient(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), backend.baseUrl().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/models             | 200 | {"data":[{"id":"acme/one:7b"}]}
                    /v1/models/acme/one:7b | 200 | {"id":"acme/one:7b"}
                    /v1/models/two         | 404 | {"error":{"message":"no such page"}}
                    /props                 | 404 | {"error":{"message":"no such page"}}
                    """)
    void modelsAreToldWithoutAScriptAndNothingElseIs(String path, int status, String body) throws IOException {
        Answer answer = client.send(new WireRequest("GET", path, new Headers(List.of()), Octets.ofUtf8("")));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).hasToString(body);
        assertThat(backend.script().end().differences()).isEmpty();
    }

    @Test
    void streamIsSentToWhoAsksForIt() throws IOException {
        play(events("[{\"a\":1},\": comment\",\"[DONE]\"]"));
        Answer answer = post("{\"stream\":true}");

        assertThat(answer.body()).hasToString("data: {\"a\":1}\n\n: comment\n\ndata: [DONE]\n\n");
        assertThat(answer.headers().value("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.fault()).isEmpty();
    }

    @Test
    void wholeAnswerIsSentToOthers() throws IOException {
        play(events("[]"));

        assertThat(post("{\"stream\":false}").body()).hasToString("{\"whole\":true}");
    }

    @Test
    void usageAloneIsSentToWhoAsksForIt() throws IOException {
        BackendReply reply = events("[{\"choices\":[],\"usage\":{}},{\"choices\":[{}],\"usage\":{}}]");
        play(reply);
        assertThat(post("{\"stream\":true}").body()).hasToString("data: {\"choices\":[{}],\"usage\":{}}\n\n");

        play(reply);
        assertThat(post("{\"stream\":true,\"stream_options\":{\"include_usage\":true}}")
                        .body())
                .hasToString("data: {\"choices\":[],\"usage\":{}}\n\ndata: {\"choices\":[{}],\"usage\":{}}\n\n");
    }

    @Test
    void streamBreaksOffAfterItsLastEvent() throws IOException {
        play(brokenOff(events("[{\"a\":1}]")));
        Answer answer = post("{\"stream\":true}");

        assertThat(answer.body()).hasToString("data: {\"a\":1}\n\n");
        assertThat(answer.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("ended within"));
    }

    @Test
    void wholeAnswerBreaksOffInItsMiddle() throws IOException {
        play(brokenOff(events("[]")));
        Answer answer = post("{}");

        assertThat(answer.body()).hasToString("{\"whole");
        assertThat(answer.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("ended within"));
    }

    @Test
    void textIsSentAsItIsWithTheHeadersOfTheReply() throws IOException {
        Headers headers = new Headers(List.of(new Header("Content-Type", "text/odd"), new Header("X-A", "b")));
        play(new BackendReply(418, headers, Optional.empty(), Optional.empty(), Optional.of("{ \"a\" : 1}\n"), false));
        Answer answer = post("{\"stream\":true}");

        assertThat(answer.body()).hasToString("{ \"a\" : 1}\n");
        assertThat(answer.headers().values("Content-Type")).containsExactly("text/odd");
        assertThat(answer.headers().value("X-A")).hasValue("b");
        assertThat(answer.status()).isEqualTo(418);
    }

    private void play(BackendReply reply) {
        Expectation anything = new Expectation(
                "POST",
                "/v1/x",
                Optional.empty(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                new Headers(List.of()));
        backend.script().begin(List.of(new BackendTurn(anything, reply, false)));
    }

    private Answer post(String body) throws IOException {
        return client.send(new WireRequest("POST", "/v1/x", new Headers(List.of()), Octets.ofUtf8(body)));
    }

    private static BackendReply events(String events) throws JsonProcessingException {
        List<JsonNode> list = Json.read(events).valueStream().toList();
        JsonNode whole = Json.read("{\"whole\":true}");
        return new BackendReply(
                200, new Headers(List.of()), Optional.of(whole), Optional.of(list), Optional.empty(), false);
    }

    private static BackendReply brokenOff(BackendReply reply) {
        return new BackendReply(reply.status(), reply.headers(), reply.json(), reply.events(), reply.text(), true);
    }
}

package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackendScriptTest {

    private static final BackendRequest REQUEST =
            new BackendRequest("POST", "/v1/x", new Headers(List.of()), Octets.ofUtf8("{}"));

    private final BackendScript script = new BackendScript();

    @Test
    void oneRequestForOneTurnIsRight() {
        script.begin(List.of(turn("/v1/x", 201, false)));

        assertThat(script.ask(REQUEST).status()).isEqualTo(201);
        assertThat(script.end().differences()).isEmpty();
    }

    @Test
    void turnsAreTakenInOrder() {
        script.begin(List.of(turn("/v1/x", 201, false), turn("/v1/x", 202, false)));

        assertThat(List.of(script.ask(REQUEST).status(), script.ask(REQUEST).status()))
                .containsExactly(201, 202);
        assertThat(script.end().differences()).isEmpty();
    }

    @Test
    void requestWithoutATurnIsFound() {
        script.begin(List.of());

        assertThat(script.ask(REQUEST).status()).isEqualTo(400);
        assertThat(script.end().differences()).hasToString("[backend: expected 0 requests, got another: {}]");
    }

    @Test
    void secondRequestIsFoundUnlessTheTurnMayRepeat() {
        script.begin(List.of(turn("/v1/x", 503, false)));
        script.ask(REQUEST);
        script.ask(REQUEST);
        assertThat(script.end().differences()).hasSize(1);

        script.begin(List.of(turn("/v1/x", 503, true)));
        script.ask(REQUEST);
        assertThat(script.ask(REQUEST).status()).isEqualTo(503);
        assertThat(script.end().differences()).isEmpty();
    }

    @Test
    void turnThatIsNotTakenIsFound() {
        script.begin(List.of(turn("/v1/x", 200, true)));

        assertThat(script.end().differences()).hasToString("[backend: expected 1 requests, got 0 requests]");
    }

    @Test
    void wrongRequestIsFound() {
        script.begin(List.of(turn("/v1/y", 200, false)));
        script.ask(REQUEST);

        assertThat(script.end().differences()).hasToString("[backend path: expected /v1/y, got /v1/x]");
    }

    @Test
    void requestBetweenExchangesIsHeldAgainstTheNext() {
        script.ask(REQUEST);
        script.begin(List.of());

        assertThat(script.end().differences()).hasSize(1);
    }

    @Test
    void requestThatIsNoHttpIsFound() {
        script.begin(List.of());
        script.refuse(new IOException("odd"));

        assertThat(script.end().differences()).hasSize(1);
    }

    @Test
    void nothingIsCarriedIntoTheNextExchange() {
        script.begin(List.of(turn("/v1/x", 200, false)));
        script.end();

        assertThat(script.end().differences()).isEmpty();
    }

    private static BackendTurn turn(String path, int status, boolean mayRepeat) {
        Expectation expected = new Expectation(
                "POST",
                path,
                Optional.empty(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                new Headers(List.of()));
        return new BackendTurn(expected, BackendReply.json(status, JsonNodeFactory.instance.objectNode()), mayRepeat);
    }
}

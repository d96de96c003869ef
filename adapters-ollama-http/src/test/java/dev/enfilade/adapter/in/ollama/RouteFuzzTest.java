package dev.enfilade.adapter.in.ollama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.http.Route;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/** Whatever a client sends to a route with a body: lines of JSON, or a failure of ours; never an error in our code. */
class RouteFuzzTest {

    private static final FakeApplication APPLICATION = new FakeApplication(Cards.stated("m", Capability.values()));
    private static final Map<String, Handler> ROUTES = new OllamaRoutes(
                    APPLICATION.ports(), OllamaSettings.DEFAULT, InstantSource.system())
            .all().stream().collect(Collectors.toMap(route -> route.method() + " " + route.path(), Route::handler));

    @FuzzTest
    void anyChatIsAnsweredOrRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/chat", body);
    }

    @FuzzTest
    void anyPromptIsAnsweredOrRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/generate", body);
    }

    @FuzzTest
    void anyInputToEmbedIsAnsweredOrRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/embed", body);
    }

    @FuzzTest
    void anyOlderInputToEmbedIsAnsweredOrRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/embeddings", body);
    }

    @FuzzTest
    void anyQuestionAboutAModelIsAnsweredOrRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/show", body);
    }

    @FuzzTest
    void anyPullIsAnsweredOrRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/pull", body);
    }

    @FuzzTest
    void anyPushIsRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/push", body);
    }

    @FuzzTest
    void anyCreationIsRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/create", body);
    }

    @FuzzTest
    void anyCopyIsRefused(byte[] body) throws Exception {
        answersOrRefuses("POST /api/copy", body);
    }

    @FuzzTest
    void anyDeletionIsRefused(byte[] body) throws Exception {
        answersOrRefuses("DELETE /api/delete", body);
    }

    private static void answersOrRefuses(String route, byte[] body) throws Exception {
        ServerlessExchange exchange = new ServerlessExchange(body);
        try {
            requireNonNull(ROUTES.get(route)).handle(exchange.context());
            assertThat(exchange.answer()).isNotEmpty();
        } catch (FailureException | OllamaError refused) {
            // The one other way to end.
        }
        APPLICATION.forget();
        new String(exchange.answer(), UTF_8).lines().forEach(RouteFuzzTest::assertIsJson);
    }

    private static void assertIsJson(String line) {
        GoReader.read(line.getBytes(UTF_8), in -> {
            in.any();
            return line;
        });
    }
}

package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.port.out.FakeModelCatalog;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListWarningsTest {

    private static final URI URL = URI.create("http://me:secret@gpu.example:8000/api/v1?key=secret");
    private static final String BEGIN = "backend=main url=http://gpu.example:8000/api/v1 ";

    private final List<String> warnings = new ArrayList<>();
    private final List<String> news = new ArrayList<>();

    static Stream<Arguments> failures() {
        String url = ": check the url, which often ends in /v1";
        return Stream.of(
                Arguments.of(refused(404, "page\n not  found"), "404 page not found" + url),
                Arguments.of(refused(401, "bad key"), "401 bad key: check the key"),
                Arguments.of(refused(403, "no"), "403 no: check the key"),
                Arguments.of(refused(503, "starting"), "503 starting: it is asked again later"),
                Arguments.of(new Failure.BackendDenied(), "upstream refused the proxy credentials: check the key"),
                Arguments.of(new Failure.Broken(Failure.Flaw.INVALID), "upstream sent an invalid response" + url),
                Arguments.of(
                        new Failure.Redirected(308, Optional.of("https://a/v1/models"), Optional.of("https://a/v1")),
                        "308, a redirect to https://a/v1/models, which is not followed: set the url to https://a/v1"),
                Arguments.of(
                        new Failure.Redirected(302, Optional.of("https://a/login"), Optional.empty()),
                        "302, a redirect to https://a/login, which is not followed" + url),
                Arguments.of(new Failure.BackendUnavailable(), "upstream unreachable: check that it runs, and the url"),
                Arguments.of(
                        new Failure.TimedOut(Failure.Phase.CONNECT, Duration.ofSeconds(5)),
                        "upstream connect timed out: check that it runs, and the url"),
                Arguments.of(refused(500, "x".repeat(500)), "500 " + "x".repeat(200) + ": it is asked again later"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatIsWrongAndWhatToDoIsTold(Failure failure, String told) {
        ask(new FakeModelCatalog().failing(failure), 1);

        assertThat(warnings).containsExactly(BEGIN + "gives no list of models: " + told);
    }

    @Test
    void theSameTroubleIsToldOnceAndAnotherAnew() {
        FakeModelCatalog catalog = new FakeModelCatalog()
                .failing(refused(404, "no"))
                .failing(refused(404, "no"))
                .failing(refused(401, "no"))
                .failing(new Failure.Cancelled());

        ask(catalog, 5);

        assertThat(warnings).hasSize(2);
        assertThat(news).isEmpty();
    }

    @Test
    void theEndOfTroubleIsToldAndTroubleBehindItAgain() {
        FakeModelCatalog catalog = new FakeModelCatalog()
                .offering()
                .failing(refused(404, "no"))
                .offering()
                .offering()
                .failing(refused(404, "no"));
        ListWarnings watched = watched(catalog);

        assertThat(watched.models()).isEmpty();
        assertThatThrownBy(watched::models).isInstanceOf(FailureException.class);
        assertThat(watched.models()).isEmpty();
        assertThat(watched.models()).isEmpty();
        assertThatThrownBy(watched::models).isInstanceOf(FailureException.class);

        assertThat(news).containsExactly(BEGIN + "gives its list of models now");
        assertThat(warnings).hasSize(2);
    }

    private void ask(ModelCatalog catalog, int times) {
        ListWarnings watched = watched(catalog);
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(watched::models).isInstanceOf(FailureException.class);
        }
    }

    private ListWarnings watched(ModelCatalog catalog) {
        return new ListWarnings("main", URL, catalog, warnings::add, news::add);
    }

    private static Failure refused(int status, String text) {
        return new Failure.Refused(status, text, Optional.empty(), Optional.empty());
    }
}

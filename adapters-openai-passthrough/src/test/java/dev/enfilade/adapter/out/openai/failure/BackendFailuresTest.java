package dev.enfilade.adapter.out.openai.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.BackendDenied;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.Failure.RateLimited;
import dev.enfilade.domain.failure.Failure.Redirected;
import dev.enfilade.domain.failure.Failure.Refused;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendFailuresTest {

    private static final String KEY = "sk-proj-0123456789abcdef";

    private static final URI URL = URI.create("http://gpu.example:8000/api/v1/");

    private final BackendFailures failures = new BackendFailures(Credentials.ours(Optional.of(new Secret(KEY))), URL);

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(
                        "{\"error\":{\"message\":\"too long\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"context_length_exceeded\"}}",
                        refused("too long", "invalid_request_error", "context_length_exceeded")),
                arguments(
                        "{\"error\":{\"code\":400,\"message\":\"bad\",\"type\":\"invalid_request_error\"}}",
                        refused("bad", "invalid_request_error", "400")),
                arguments("{\"error\":{\"message\":\"bad\",\"type\":null,\"code\":null}}", refused("bad", null, null)),
                arguments("{\"error\":\"model \\\"x\\\" failed\"}", refused("model \"x\" failed", null, null)),
                arguments(
                        "{\"error\":\"Input is empty\",\"error_type\":\"validation\"}",
                        refused("Input is empty", "validation", null)),
                arguments(
                        "{\"object\":\"error\",\"message\":\"bad\",\"type\":\"BadRequestError\",\"param\":null,\"code\":40001}",
                        refused("bad", "BadRequestError", "40001")),
                arguments("{\"detail\":\"Not Found\"}", refused("Not Found", null, null)),
                arguments(
                        "{\"detail\":[{\"loc\":[\"body\",\"messages\",0],\"msg\":\"field required\",\"type\":\"missing\"},{\"msg\":\"odd\"}]}",
                        refused("body.messages.0: field required; odd", null, null)),
                arguments("{\"message\":\"bad\"}", refused("bad", null, null)),
                arguments("{\"msg\":\"bad\"}", refused("bad", null, null)),
                arguments(
                        "[{\"error\":{\"code\":400,\"message\":\"bad\",\"status\":\"INVALID_ARGUMENT\"}}]",
                        refused("bad", null, "400")),
                arguments("404 page not found\n", refused("404 page not found", null, null)),
                arguments("{\"odd\":1}", refused("{\"odd\":1}", null, null)),
                arguments("{\"error\":{\"message\":", refused("{\"error\":{\"message\":", null, null)),
                arguments("[]", refused("[]", null, null)),
                arguments("\"text\"", refused("\"text\"", null, null)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void errorIsReadInEveryShape(String body, Refused expected) {
        assertThat(answered(400, body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusedKeyIsDeniedWithoutAnEcho(int status) {
        assertThat(answered(status, "{\"error\":{\"message\":\"" + KEY + "\"}}"))
                .isEqualTo(new BackendDenied());
        assertThat(answered(status, "")).isEqualTo(new BackendDenied());
        assertThat(answered(status, "<html>")).isEqualTo(new BackendDenied());
    }

    @Test
    void tooManyRequestsTellWhenToComeBack() {
        Headers headers = headers("Retry-After", "7");
        byte[] body = "{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}".getBytes(UTF_8);
        assertThat(failures.answered(429, headers, body))
                .isEqualTo(new RateLimited(
                        "slow down",
                        Optional.empty(),
                        Optional.of("rate_limit_exceeded"),
                        Optional.of(Duration.ofSeconds(7))));
        assertThat(failures.answered(429, headers, new byte[0])).isInstanceOf(RateLimited.class);
        assertThat(answered(429, "<html>")).isInstanceOf(RateLimited.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><h1>502 Bad Gateway</h1>", "\r\n <!DOCTYPE html>"})
    void pageOrSilenceIsInvalid(String body) {
        assertThat(answered(502, body)).isEqualTo(new Broken(Flaw.WORDLESS));
        assertThat(failures.answered(503, headers("Retry-After", "7"), body.getBytes(UTF_8)))
                .isEqualTo(new Broken(Flaw.INVALID));
        assertThat(answered(404, body)).isEqualTo(new Broken(Flaw.INVALID));
    }

    @Test
    void announcedPageIsInvalidWhateverItBeginsWith() {
        assertThat(failures.answered(500, headers("content-type", "Text/HTML; charset=utf-8"), "oops".getBytes(UTF_8)))
                .isEqualTo(new Broken(Flaw.WORDLESS));
    }

    @Test
    void secretsLeaveEveryWord() {
        String echo = "{\"error\":{\"message\":\"key %s\",\"type\":\"%s\",\"code\":\"%s\"}}".replace("%s", KEY);
        assertThat(answered(400, echo)).isEqualTo(refused("key [secret]", "[secret]", "[secret]"));
        assertThat(failures.reported(500, "bad " + KEY, Optional.of(KEY), Optional.empty()))
                .isEqualTo(new Refused(500, "bad [secret]", Optional.of("[secret]"), Optional.empty()));
    }

    @Test
    void reportedErrorIsNamedByTheStatusItTells() {
        assertThat(failures.reported(429, "slow", Optional.empty(), Optional.empty()))
                .isInstanceOf(RateLimited.class);
        assertThat(failures.reported(401, "key", Optional.empty(), Optional.empty()))
                .isEqualTo(new BackendDenied());
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        String text =
                answered(400, "{\"error\":\"x" + "\u20AC".repeat(2_000) + "\"}").text();
        assertThat(text.getBytes(UTF_8).length).isBetween(2_046, 2_048);
        assertThat(text).matches("x\u20AC+");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://gpu.example/api/v1/models,               https://gpu.example/api/v1/models,  https://gpu.example/api/v1
                    HTTPS://me:pw@other.example/models?key=a#b,      HTTPS://other.example/models,       HTTPS://other.example
                    https://gpu_1.example:1/x//models,               https://gpu_1.example:1/x//models,  https://gpu_1.example:1/x
                    //other.example/models,                          http://other.example/models,        http://other.example
                    /v1/models,                                      http://gpu.example:8000/v1/models,  http://gpu.example:8000/v1
                    ../../../v2/models,                              http://gpu.example:8000/../v2/models, http://gpu.example:8000/../v2
                    /api/v1/models/,                                 http://gpu.example:8000/api/v1/models/,
                    /api/v1/models?again,                            http://gpu.example:8000/api/v1/models,
                    /login?next=%2Fmodels,                           http://gpu.example:8000/login,
                    https://other.example,                           https://other.example,
                    'https://other.example/a b',                     ,
                    ftp://other.example/models,                      ,
                    https:models,                                    ,
                    """)
    void redirectTellsWhereToAndWhatToConfigure(String location, @Nullable String told, @Nullable String url) {
        assertThat(failures.redirected(307, headers("Location", location), "/api/v1/models?key=a"))
                .isEqualTo(new Redirected(307, Optional.ofNullable(told), Optional.ofNullable(url)));
    }

    @Test
    void redirectWithoutAPlaceTellsNone() {
        assertThat(failures.redirected(308, Headers.NONE, "/api/v1/models"))
                .isEqualTo(new Redirected(308, Optional.empty(), Optional.empty()));
    }

    @Test
    void secretsLeaveTheRedirectToo() {
        assertThat(failures.redirected(
                        302, headers("Location", "https://a.example/" + KEY + "/models"), "/api/v1/models"))
                .isEqualTo(new Redirected(302, Optional.of("https://a.example/[secret]/models"), Optional.empty()));
    }

    private Failure answered(int status, String body) {
        return failures.answered(status, Headers.NONE, body.getBytes(UTF_8));
    }

    private static Headers headers(String name, String value) {
        return new Headers(List.of(new Header(name, value)));
    }

    private static Refused refused(String text, @Nullable String type, @Nullable String code) {
        return new Refused(400, text, Optional.ofNullable(type), Optional.ofNullable(code));
    }
}

package dev.enfilade.adapter.in.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.Capability;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaSurfaceTest {

    private final FakeApplication application = new FakeApplication(
            Cards.stated("plain", Capability.COMPLETION),
            Cards.stated("acme/seer:v2", Capability.COMPLETION, Capability.VISION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,            text/plain; charset=utf-8,       Ollama is running",
        "/?x=1,        text/plain; charset=utf-8,       Ollama is running",
        "/api/version, application/json; charset=utf-8, '{\"version\":\"0.33.0\"}'",
    })
    void saysWhatItIs(String path, String type, String body) throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(body.length());
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/plain; charset=utf-8",
        "/api/version, application/json; charset=utf-8",
        "/api/tags, application/json; charset=utf-8"
    })
    void answersHeadWithoutABody(String path, String type) throws Exception {
        HttpResponse<String> answer = server.send("HEAD", path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /,              'HEAD, GET'",
        "POST,   /api/version,   'HEAD, GET'",
        "POST,   /api/tags,      'HEAD, GET'",
        "POST,   /api/ps,        GET",
        "POST,   /api/status,    GET",
        "GET,    /api/show,      POST",
        "GET,    /api/chat,      POST",
        "OPTIONS, /api/chat,     POST",
        "PUT,    /api/generate,  POST",
        "DELETE, /api/embed,     POST",
        "GET,    /api/pull,      POST",
        "POST,   /api/delete,    DELETE",
        "GET,    /api/blobs/x,   'HEAD, POST'",
        "PROPFIND, /api/chat,    POST",
        "PROPFIND, /api/blobs/x, 'HEAD, POST'",
    })
    void namesTheMethodsThatAPathTakes(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = server.send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(answer.body()).isEqualTo("405 method not allowed");
    }

    @Test
    void headIsNotEverywhere() throws Exception {
        HttpResponse<String> answer = server.send("HEAD", "/api/ps", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing",
        "POST, /api/nothing",
        "GET, /API/TAGS",
        "GET, /favicon.ico",
        "POST, /api/tags/",
        "PROPFIND, /api/blobs/",
        "PROPFIND, /api/blobs/x/y",
        "PROPFIND, /api/blob"
    })
    void unknownPathsAreNotFoundInPlainText(String method, String path) throws Exception {
        HttpResponse<String> answer = server.send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.body()).isEqualTo("404 page not found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/tags/,               301, /api/tags,     <a href=\"/api/tags\">Moved Permanently</a>.",
        "GET,  /api/tags/?x=1,           301, /api/tags?x=1, <a href=\"/api/tags?x=1\">Moved Permanently</a>.",
        "POST, /api/chat/,               307, /api/chat,     ''",
        "HEAD, /api/tags/,               307, /api/tags,     ''",
        "GET,  //api/tags,               307, /api/tags,     <a href=\"/api/tags\">Temporary Redirect</a>.",
        "GET,  /api/../api/tags,         307, /api/tags,     <a href=\"/api/tags\">Temporary Redirect</a>.",
        "POST, /api/./nothing//,         307, /api/nothing/, ''",
        "POST, //%2e%2e/x,               307, /%252e%252e/x, ''",
        "GET,  //,                       307, /,             <a href=\"/\">Temporary Redirect</a>.",
        "POST, /api/blobs/sha256:00/,    307, /api/blobs/sha256:00, ''",
    })
    void misspelledPathsAreRedirected(String method, String path, int status, String location, String page)
            throws Exception {
        String answer = server.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Location: " + location + "\r\n");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n")).strip()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, false", "DELETE, false"})
    void onlyWhoReadsIsToldThatARedirectIsAPage(String method, boolean page) throws Exception {
        String answer = server.raw(method + " //api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.contains("Content-Type: text/html; charset=utf-8\r\n"))
                .isEqualTo(page);
        assertThat(answer.contains("Content-Type")).isEqualTo(page);
    }
}

package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\n\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n",
            })
    void wholeBodyIsReadWithoutFault(String rest) throws IOException {
        Answer answer = answer(OK + "X-A: 1\r\nx-a: 2\r\n" + rest);

        assertThat(answer.fault()).isEmpty();
        assertThat(answer.body()).hasToString("abc");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().value("X-A")).hasValue("1, 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Content-Length: 4~~abc                                  | ended within
                    Content-Length: 2~~abc                                  | after the end
                    Content-Length: x~~abc                                  | not a Content-Length
                    Transfer-Encoding: chunked~~3~abc~                      | ended within
                    Transfer-Encoding: chunked~~2~abc~0~~                   | longer than it said
                    Transfer-Encoding: chunked~~x~abc~0~~                   | not the size of a chunk
                    Transfer-Encoding: chunked~~3~abc~0~~more               | after the end
                    Transfer-Encoding: chunked~~3~abc~0~X: y~~              | trailer
                    Transfer-Encoding: gzip~~abc                            | unknown Transfer-Encoding
                    Transfer-Encoding: chunked~Content-Length: 3~~0~~       | ambiguous framing
                    Content-Length: 3~Content-Length: 3~~abc                | ambiguous framing
                    X: y~~abc                                               | does not say where it ends
                    """)
    void brokenBodyIsAFault(String rest, String fault) throws IOException {
        assertThat(answer(OK + rest.replace("~", "\r\n")).fault())
                .hasValueSatisfying(text -> assertThat(text).contains(fault));
    }

    @Test
    void chunkOfAStreamThatEndsWithinALineIsAFault() throws IOException {
        String head = OK + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(answer(head + "6\r\n{}\n{}\n\r\n0\r\n\r\n").fault()).isEmpty();
        assertThat(answer(head + "4\r\n{}\n{\r\n2\r\n}\n\r\n0\r\n\r\n").fault())
                .hasValueSatisfying(text -> assertThat(text).contains("within a line"));
    }

    @Test
    void brokenBodyIsKeptAsFarAsItCame() throws IOException {
        assertThat(answer(OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n").body())
                .hasToString("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 200 OK\n\n", "HTTP/1.1 200 OK\r\na b: c\r\n\r\n"})
    void answerThatIsNoHttpIsAnError(String answer) {
        assertThatThrownBy(() -> answer(answer)).isInstanceOf(IOException.class);
    }

    @Test
    void answerToHeadHasNoBody() throws IOException {
        String head = OK + "Content-Length: 3\r\n\r\n";

        assertThat(answer(request("HEAD", List.of(), ""), "", head).fault()).isEmpty();
        assertThat(answer(request("HEAD", List.of(), ""), "", head + "abc").fault())
                .isPresent();
    }

    @Test
    void bodyIsSentWithItsLengthAndTheAddressAsHost() throws IOException {
        try (OneShotServer server = OneShotServer.saying("", OK + "Content-Length: 0\r\n\r\n")) {
            new RawClient(server.address()).send(request("POST", List.of(), "{}"));

            assertThat(server.asked().body()).hasToString("{}");
            assertThat(server.asked().headers().value("Content-Length")).hasValue("2");
            assertThat(server.asked().headers().value("Host"))
                    .hasValue(server.address().getHostString() + ":"
                            + server.address().getPort());
        }
    }

    @Test
    void hostAndChunksAreSentWhereTheFileAsksForThem() throws IOException {
        List<Header> headers = List.of(new Header("Host", "evil.example"), new Header("Transfer-Encoding", "chunked"));
        String body = "longer than one chunk of this client";
        try (OneShotServer server = OneShotServer.saying("", OK + "Content-Length: 0\r\n\r\n")) {
            new RawClient(server.address()).send(request("POST", headers, body));

            assertThat(server.asked().body()).hasToString(body);
            assertThat(server.asked().headers().values("Host")).containsExactly("evil.example");
            assertThat(server.asked().headers().has("Content-Length")).isFalse();
        }
    }

    @Test
    void bodyWaitsForContinue() throws IOException {
        WireRequest request = request("POST", List.of(new Header("Expect", "100-continue")), "{}");
        String last = OK + "Content-Length: 0\r\n\r\n";

        assertThat(answer(request, "HTTP/1.1 100 Continue\r\n\r\n", last).status())
                .isEqualTo(200);
        assertThat(answer(request, "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n", "")
                        .status())
                .isEqualTo(417);
    }

    @Test
    void offerToUpgradeIsNamedInConnection() throws IOException {
        try (OneShotServer server = OneShotServer.saying("", OK + "Content-Length: 0\r\n\r\n")) {
            new RawClient(server.address()).send(request("POST", List.of(new Header("Upgrade", "h2c")), "{}"));

            assertThat(server.asked().headers().value("Connection")).hasValue("Upgrade, HTTP2-Settings");
        }
    }

    private static Answer answer(String answer) throws IOException {
        return answer(request("GET", List.of(), ""), "", answer);
    }

    private static Answer answer(WireRequest request, String interim, String answer) throws IOException {
        try (OneShotServer server = OneShotServer.saying(interim, answer)) {
            return new RawClient(server.address()).send(request);
        }
    }

    private static WireRequest request(String method, List<Header> headers, String body) {
        return new WireRequest(method, "/x", new Headers(headers), Octets.ofUtf8(body));
    }
}

package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.LAST_CHUNK;
import static dev.enfilade.adapter.out.openai.testing.Answers.SSE_HEAD;
import static dev.enfilade.adapter.out.openai.testing.Answers.chunk;
import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.ExchangeContract.always;
import static dev.enfilade.adapter.out.openai.transport.Requests.ask;
import static dev.enfilade.adapter.out.openai.transport.Requests.failureOf;
import static dev.enfilade.adapter.out.openai.transport.Requests.get;
import static dev.enfilade.adapter.out.openai.transport.Requests.readInto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that break the protocol, or break off. */
interface FramingContract extends TransportUnderTest {

    Broken CUT = new Broken(Flaw.CUT);
    Broken INVALID = new Broken(Flaw.INVALID);

    static Stream<String> untrustworthyHeads() {
        String ok = "HTTP/1.1 200 OK\r\n";
        String end = "\r\n\r\nhello";
        return Stream.of(
                "SSH-2.0-OpenSSH_9.6\r\n\r\n",
                "<html>hello</html>\r\n\r\n",
                "\0\0\0\0\r\n\r\n",
                "HTTP/2 200 OK\r\nContent-Length: 5" + end,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
                "HTTP/1.1 099 Low\r\nContent-Length: 5" + end,
                "HTTP/1.1 600 High\r\nContent-Length: 5" + end,
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100) + ok + "Content-Length: 5" + end,
                ok + "Content-Length: 5\r\nContent-Length: 5" + end,
                ok + "Content-Length: 5\r\nContent-Length: 6" + end,
                ok + "Content-Length: 5, 5" + end,
                ok + "Content-Length: +5" + end,
                ok + "Content-Length: -5" + end,
                ok + "Content-Length: 0x5" + end,
                ok + "Content-Length: 99999999999999999999" + end,
                ok + "Content-Length:" + end,
                ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                ok + "Transfer-Encoding: chunked, gzip\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                ok + "Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                ok + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                ok + "Content-Encoding: br\r\nContent-Length: 5" + end,
                ok + "Content-Encoding: gzip, gzip\r\nContent-Length: 5" + end,
                ok + "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\nContent-Length: 5" + end,
                ok + "no colon\r\nContent-Length: 5" + end,
                ok + "X: " + "x".repeat(300 << 10) + "\r\nContent-Length: 5" + end,
                ok + ("X: " + "x".repeat(1_000) + "\r\n").repeat(300) + "Content-Length: 5" + end,
                ok + "X: 1\r\n".repeat(10_000) + "Content-Length: 5" + end);
    }

    @ParameterizedTest
    @MethodSource("untrustworthyHeads")
    default void headThatCannotBeTrustedIsInvalid(String answer) {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send(answer);
                    peer.stall();
                });
                Transport transport = transport()) {
            assertThat(failureOf(() -> transport.send(get(server)))).isEqualTo(INVALID);
        }
    }

    @Test
    default void longHeadIsNoReasonToFail() {
        String answer = "HTTP/1.1 200 OK\r\nRetry-After: " + "9".repeat(100_000) + "\r\n" + "X: 1\r\n".repeat(500)
                + "Content-Length: 5\r\n\r\nhello";
        try (ScriptedServer server = ScriptedServer.start(always(answer));
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).isEqualTo("hello");
        }
    }

    @Test
    default void headCutAtAnyByteIsNeverAnAnswer() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";
        try (Transport transport = transport()) {
            for (int at = 0; at < head.length(); at++) {
                String part = head.substring(0, at);
                try (ScriptedServer server = ScriptedServer.start(sending(part))) {
                    assertThat(failureOf(() -> transport.send(get(server))))
                            .as(part)
                            .isInstanceOf(Broken.class);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n00005\r\n#####\r\n6;x=\"y\"\r\n######\r\n0\r\nTrailer: x\r\n\r\n",
                "Content-Length: 11\r\n\r\n###########"
            })
    default void bodyCutAtAnyByteGivesWhatCameAndThenFails(String framed) {
        String answer = "HTTP/1.1 200 OK\r\n" + framed;
        try (Transport transport = transport()) {
            for (int at = answer.indexOf("\r\n\r\n") + 4; at < answer.length(); at++) {
                String part = answer.substring(0, at);
                assertBreaks(transport, sending(part), part.replaceAll("[^#]", ""), CUT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "x\r\n",
                "-1\r\n",
                "+5\r\n",
                "0x5\r\n",
                " 5\r\n",
                "5_\r\n",
                "5\n",
                "5\rx",
                "5;a\nb",
                "10000000000000000000000005\r\n",
                "5\r\n#####x",
                "5\r\n#####\n",
            })
    default void badChunkGivesWhatCameAndThenIsInvalid(String bad) {
        try (Transport transport = transport()) {
            Script script = peer -> {
                peer.request();
                peer.send(SSE_HEAD + chunk("##") + bad);
                peer.stall();
            };
            assertBreaks(transport, script, "##" + bad.replaceAll("[^#]", ""), INVALID);
        }
    }

    @Test
    default void endlessChunkExtensionIsInvalid() {
        try (Transport transport = transport()) {
            assertBreaks(transport, sending(SSE_HEAD + chunk("#") + "1;" + "x".repeat(1 << 20)), "#", INVALID);
        }
    }

    @Test
    default void endlessTrailerIsInvalid() {
        try (Transport transport = transport()) {
            assertBreaks(
                    transport, sending(SSE_HEAD + chunk("#") + "0\r\n" + "a: b\r\n".repeat(100_000)), "#", INVALID);
        }
    }

    @Test
    default void millionTinyChunksAreRead() {
        try (ScriptedServer server =
                        ScriptedServer.start(sending(SSE_HEAD + chunk("#").repeat(1_000_000) + LAST_CHUNK));
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).hasSize(1_000_000);
        }
    }

    @Test
    default void resetLosesNothingThatHasCome() {
        CountDownLatch read = new CountDownLatch(1);
        StringBuilder text = new StringBuilder();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send(SSE_HEAD + chunk("#####") + chunk("#####"));
                    peer.await(read);
                    peer.reset();
                });
                Transport transport = transport();
                Exchange exchange = transport.send(get(server))) {
            text.append("#".repeat(exchange.body().read(new byte[1])));
            read.countDown();
            assertThat(readInto(text, exchange.body())).contains(CUT);
        }
        assertThat(text).hasToString("#".repeat(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"})
    default void bytesBehindAnAnswerAreNeverTheNextAnswer(String answer) {
        String split = answer + json(200, "evil");
        try (ScriptedServer server = ScriptedServer.start(sending(split), always(json(200, "good")));
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).isEmpty();
            assertThat(ask(transport, get(server))).isEqualTo("good");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    default void bytesThatComeWhileAConnectionIsIdleAreNeverTheNextAnswer() throws Exception {
        CountDownLatch idle = new CountDownLatch(1);
        CountDownLatch evilSent = new CountDownLatch(1);
        Script evil = peer -> {
            peer.request();
            peer.send(json(200, "{}"));
            peer.await(idle);
            peer.send(json(200, "{\"evil\":1}"));
            evilSent.countDown();
            peer.stall();
        };
        try (ScriptedServer server = ScriptedServer.start(evil, always(json(200, "{\"n\":2}")));
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).isEqualTo("{}");
            idle.countDown();
            assertThat(evilSent.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ask(transport, get(server))).isEqualTo("{\"n\":2}");
        }
    }

    private static void assertBreaks(Transport transport, Script script, String expected, Failure failure) {
        StringBuilder read = new StringBuilder();
        try (ScriptedServer server = ScriptedServer.start(script);
                Exchange exchange = transport.send(get(server))) {
            assertThat(readInto(read, exchange.body())).contains(failure);
            assertThat(readInto(read, exchange.body())).as("read again").contains(failure);
        }
        assertThat(read).hasToString(expected);
    }

    /** Sends this in answer to the first request and ends the connection. */
    private static Script sending(String bytes) {
        return peer -> {
            peer.request();
            peer.send(bytes);
        };
    }
}

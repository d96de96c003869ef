package dev.enfilade.contract.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordBackendTest {

    private static final String CANARY = "canary/key+\"0123456789\"";
    private static final String SPELLED_IN_JSON = "canary/key+\\\"0123456789\\\"";
    private static final String HOST = "inner.example";

    private static final String END = Answers.chunk("\"}\n\ndata: [DONE]\n\n") + Answers.LAST_CHUNK;

    /** Chunks that cut the key. */
    private static final String CHUNKS =
            Answers.chunk("data: {\"a\":\"pre-ca") + extended("nary/key+\\\"0123456789\\\"x") + END;

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

    private static final String ANSWER = HEAD
            + "OpenAI-Organization: org-abcdef123456\r\nOpenAI-Project: proj_abcdef123456\r\nX-Request-Id: req_1\r\n"
            + "Set-Cookie: a=" + CANARY + "\r\nServer: " + HOST + "\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS;

    @TempDir
    Path folder;

    @Test
    void keyIsNowhereInTheFilesAndTheFramingStays() throws IOException {
        record(ANSWER, "chat-stream,wrong-key");

        assertThat(everything())
                .doesNotContain(CANARY, SPELLED_IN_JSON, "canary", "0123456789", HOST, "abcdef123456", "Cookie")
                .doesNotContain(Base64.getEncoder().encodeToString(CANARY.getBytes(ISO_8859_1)));
        assertThat(read("chat-stream.answer"))
                .isEqualTo(HEAD + "Server: REDACTED-REDA\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Answers.chunk("data: {\"a\":\"pre-RE") + extended("DACTED-REDACTED-REDACTEx") + END);
    }

    @Test
    void keysAreSentAsTheQuestionWantsAndNotWrittenDown() throws IOException, InterruptedException {
        try (ScriptedServer server = answering("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\n{}")) {
            record(server, "chat,no-key,wrong-key");
            assertThat(server.nextPeer().received()).contains("Authorization: Bearer " + CANARY + "\r\n");
            assertThat(server.nextPeer().received()).contains("Bearer " + Order.WRONG_KEY + "\r\n");
            assertThat(server.nextPeer().received()).doesNotContain("Authorization");
        }
        assertThat(everything()).doesNotContain("canary", "Authorization");
        assertThat(Question.parse("no-key", Files.readAllBytes(folder.resolve("no-key.request"))))
                .isEqualTo(new Question(
                        "no-key",
                        "POST",
                        "/chat/completions",
                        Question.Access.NONE,
                        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],\"max_tokens\":3}"));
    }

    @Test
    void replayGivesTheSameBytes() throws IOException {
        String plain =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n\u00c3\u00a9\n\r\n1\r\nx\r\n0\r\n\r\n";
        record(plain, "chat");
        assertThat(read("chat.answer")).isEqualTo(plain);

        byte[] recorded = Files.readAllBytes(folder.resolve("chat.answer"));
        try (ScriptedServer server = answering(plain)) {
            byte[] replayed = new RawClient(server.uri("/v1")).ask(Question.get("models", "/models"), "");
            assertThat(replayed).isEqualTo(recorded);
        }
    }

    @Test
    void answerThatBreaksOffIsKeptAsFarAsItCame() throws IOException {
        String cut = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nff\r\ndata: {\"x";
        record(cut, "chat");
        assertThat(read("chat.answer")).isEqualTo(cut);
    }

    @Test
    void whatOnlyLooksLikeAKeyGoesToo() {
        Redaction redaction = new Redaction("", List.of());
        assertThat(redaction.of(
                        "Incorrect API key provided: sk-proj*****************wxyz. In organization org-a1b2c3d4e5"))
                .doesNotContain("sk-proj", "wxyz", "a1b2c3d4e5")
                .startsWith("Incorrect API key provided: REDACTED");
        assertThat(redaction.of("task-force-of-many, " + Order.WRONG_KEY))
                .isEqualTo("task-force-of-many, " + Order.WRONG_KEY);
    }

    @Test
    void secretThatIsLeftStopsTheWriting() {
        Redaction redaction = new Redaction(CANARY, List.of());
        assertThatThrownBy(() -> redaction.check(("x" + CANARY).getBytes(ISO_8859_1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void orderNeedsAnAddressAFolderAndAModel() {
        assertThatThrownBy(() -> Order.of(new String[] {"--url", "http://a/v1", "--out", "x"}, ""))
                .hasMessage("--chat is missing");
        Order order = Order.of(new String[] {"--url", "http://a/v1", "--out", "x", "--chat", "m", "--think", "t"}, "k");
        assertThat(order.url()).isEqualTo(URI.create("http://a/v1"));
        assertThat(Stream.of("chat", "think", "tools").map(order::model)).containsExactly("m", "t", "m");
        assertThat(Questions.of(order))
                .extracting(Question::name)
                .doesNotHaveDuplicates()
                .doesNotContain("embeddings");
    }

    /** As the script runs it: from source, with a JDK and nothing else. */
    @Test
    void runsFromSource() throws IOException, InterruptedException {
        try (ScriptedServer server = answering(ANSWER)) {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "src/test/java/dev/enfilade/contract/recording/RecordBackend.java",
                            "--url",
                            server.uri("/v1").toString(),
                            "--out",
                            folder.toString(),
                            "--chat",
                            "m",
                            "--only",
                            "models")
                    .inheritIO();
            builder.environment().put("OPENAI_API_KEY", CANARY);
            assertThat(builder.start().waitFor()).isZero();
        }
        assertThat(read("models.request")).startsWith("GET /models key=RIGHT\n");
        assertThat(everything()).doesNotContain("canary");
    }

    private void record(String answer, String only) throws IOException {
        try (ScriptedServer server = answering(answer)) {
            record(server, only);
        }
    }

    private void record(ScriptedServer server, String only) throws IOException {
        String url = server.uri("/v1").toString();
        String[] args = {
            "--url", url, "--out", folder.toString(), "--chat", "m", "--only", only, "--hide", HOST,
        };
        RecordBackend.record(args, Map.of("OPENAI_API_KEY", CANARY));
    }

    /** A chunk with what few clients expect behind its length. */
    private static String extended(String text) {
        return Answers.chunk(text).replaceFirst("\r\n", ";x=y\r\n");
    }

    private static ScriptedServer answering(String answer) {
        return ScriptedServer.start(peer -> {
            peer.request();
            peer.send(answer);
        });
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file), ISO_8859_1);
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        return all.toString();
    }
}

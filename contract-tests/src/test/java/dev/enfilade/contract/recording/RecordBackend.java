package dev.enfilade.contract.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Asks a backend all there is to ask and keeps its answers as files, a pair per question. Run by
 * {@code tools/record-backend}, from source, with nothing but a JDK.
 */
final class RecordBackend {

    private final Order order;
    private final RawClient client;
    private final Redaction redaction;

    private RecordBackend(Order order) {
        this.order = order;
        this.client = new RawClient(order.url());
        this.redaction = new Redaction(order.key(), order.hidden());
    }

    /**
     * Records one backend.
     *
     * @param args see {@link Order#of}; the key comes from the environment, where no list of processes shows it
     */
    public static void main(String[] args) throws IOException {
        record(args, System.getenv());
    }

    static void record(String[] args, Map<String, String> environment) throws IOException {
        Order order = Order.of(args, environment.getOrDefault("OPENAI_API_KEY", ""));
        RecordBackend recorder = new RecordBackend(order);
        Files.createDirectories(order.folder());
        for (Question question : Questions.of(order)) {
            recorder.record(question);
        }
    }

    private void record(Question question) throws IOException {
        RawAnswer answer = RawAnswer.of(client.ask(question, order.keyFor(question)));
        write(question.name() + ".request", redaction.of(question.text()));
        byte[] redacted = answer.redacted(redaction);
        // Also where the framing of chunks stands between its parts nothing secret may be left.
        redaction.check(RawAnswer.of(redacted).content().getBytes(ISO_8859_1));
        write(question.name() + ".answer", redacted);
        System.out.println(question.name() + ": " + answer.statusLine());
    }

    private void write(String file, byte[] content) throws IOException {
        redaction.check(content);
        Path path = order.folder().resolve(file);
        Files.write(path, content);
    }
}

package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.config.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One command line in a folder, with what it printed. */
final class CommandRun implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

    private final StringWriter out = new StringWriter();
    private final Lines err = new Lines();
    private final Thread thread;
    private volatile int exitCode = -1;

    /** Begins to run it. */
    CommandRun(Path folder, Map<String, String> variables, String... args) {
        Surroundings surroundings = new Surroundings(variables, folder, folder);
        this.thread = Thread.ofVirtual()
                .start(() -> exitCode = EnfiladeCommand.in(
                                surroundings, new PrintWriter(out, true), new PrintWriter(err, true), (_, _) -> {})
                        .execute(args));
    }

    /** Waits for the address that it says it listens on. */
    URI address() throws InterruptedException {
        while (true) {
            String line = err.next();
            assertThat(line).as("a line before the end").isNotNull();
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
        }
    }

    int exitCode() throws InterruptedException {
        assertThat(thread.join(Duration.ofSeconds(30))).as("the command ended").isTrue();
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Ends a server that still runs, and waits for its end. */
    void stop() throws InterruptedException {
        thread.interrupt();
        exitCode();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** A writer whose lines can be waited for. */
    private static final class Lines extends StringWriter {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public void write(String text) {
            super.write(text);
            if (!text.isBlank()) {
                lines.add(text);
            }
        }

        @Override
        public void write(String text, int from, int length) {
            write(text.substring(from, from + length));
        }

        @Nullable
        String next() throws InterruptedException {
            return lines.poll(30, TimeUnit.SECONDS);
        }
    }
}

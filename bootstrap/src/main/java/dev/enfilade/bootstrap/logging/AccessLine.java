package dev.enfilade.bootstrap.logging;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One request as the log tells it.
 *
 * @param ended when the last byte of the answer was gone
 * @param path without its query, which may hold what nobody should read
 * @param call the last call to a backend
 * @param attempts how many there were
 */
public record AccessLine(
        Instant ended,
        String method,
        String path,
        int status,
        Outcome outcome,
        Optional<CallEnd> call,
        int attempts,
        Duration took,
        String id) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int LONGEST_METHOD = 16;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 128;

    public AccessLine {
        requireNonNull(ended, "ended is null");
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(call, "call is null");
        requireNonNull(took, "took is null");
        requireNonNull(id, "id is null");
    }

    /** The words of the line, each free of whatever could end it or be taken for another. */
    public String text() {
        StringBuilder line = new StringBuilder(160);
        TIME.formatTo(ended, line);
        append(line.append(' '), method, LONGEST_METHOD);
        append(line.append(' '), path, LONGEST_PATH);
        line.append(' ').append(status).append(' ').append(outcome.word());
        call.ifPresent(end -> {
            append(line.append(" model="), end.model(), LONGEST_NAME);
            append(line.append(" backend="), end.backend(), LONGEST_NAME);
        });
        if (attempts > 1) {
            line.append(" attempts=").append(attempts);
        }
        line.append(' ').append(took.toMillis()).append("ms");
        append(line.append(" id="), id, LONGEST_ID);
        return line.toString();
    }

    private static void append(StringBuilder line, String word, int longest) {
        int end = Math.min(word.length(), longest);
        for (int i = 0; i < end; i++) {
            char c = word.charAt(i);
            if (c > ' ' && c < 0x7f) {
                line.append(c);
            } else {
                line.append(String.format("\\u%04x", (int) c));
            }
        }
    }
}

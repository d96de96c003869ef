package dev.enfilade.bootstrap.logging;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A request in words for people, each free of whatever could end the line or be taken for another word. */
final class TextLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int LONGEST_METHOD = 16;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 128;

    private TextLine() {}

    static String of(AccessLine line) {
        StringBuilder text = new StringBuilder(160);
        TIME.formatTo(line.ended(), text);
        append(text.append(' '), line.asked().method(), LONGEST_METHOD);
        append(text.append(' '), line.asked().path(), LONGEST_PATH);
        text.append(' ').append(line.answered().status());
        text.append(' ').append(line.outcome().word());
        line.call().ifPresent(end -> {
            append(text.append(" model="), end.model(), LONGEST_NAME);
            append(text.append(" backend="), end.backend(), LONGEST_NAME);
        });
        if (line.calls().size() > 1) {
            text.append(" attempts=").append(line.calls().size());
        }
        text.append(' ').append(line.took().toMillis()).append("ms");
        append(text.append(" id="), line.ids().request(), LONGEST_ID);
        return text.toString();
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

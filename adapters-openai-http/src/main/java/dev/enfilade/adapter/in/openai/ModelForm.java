package dev.enfilade.adapter.in.openai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the {@code model} among the parts of a form (RFC 7578) whose beginning has come.
 *
 * <p>Every byte is taken for a character of its own, so that places in the text are places in the bytes.
 */
final class ModelForm {

    private static final Pattern MODEL_PART = Pattern.compile(
            "(?im)^content-disposition:[ \\t]*form-data[ \\t]*(?=[^\\r\\n]*;[ \\t]*name=(?:\"model\"|model)[ \\t]*(?:;|\\r?$))"
                    + "(?![^\\r\\n]*;[ \\t]*filename\\*?=)");

    private final String delimiter;

    ModelForm(String boundary) {
        this.delimiter = "\r\n--" + boundary;
    }

    /** A value and where its bytes stand, end exclusive. */
    record Found(String value, int start, int end) {}

    /** Absent until the whole value is there. */
    Optional<Found> in(byte[] bytes, int size) {
        String text = "\r\n" + new String(bytes, 0, size, ISO_8859_1);
        int part = text.indexOf(delimiter);
        while (part >= 0) {
            int head = part + delimiter.length();
            int body = text.indexOf("\r\n\r\n", head);
            int end = body < 0 ? -1 : text.indexOf(delimiter, body + 2);
            // A part may end with its head, and has no value then.
            if (end >= body + 4
                    && MODEL_PART.matcher(text.substring(head, body)).find()) {
                int start = body + 4;
                return Optional.of(new Found(
                        new String(text.substring(start, end).getBytes(ISO_8859_1), UTF_8), start - 2, end - 2));
            }
            part = end;
        }
        return Optional.empty();
    }
}

package dev.enfilade.adapter.in.openai;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Content-Type header says.
 *
 * @param essence type and subtype in lower case, empty if there are none
 * @param parameters the header behind them
 */
record MediaType(String essence, String parameters) {

    private static final Set<String> KINDS_OF_FILES = Set.of("multipart", "audio", "image", "video");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"\\\\]{1,200})\"|([^\\s;\",]{1,200}))\\s*(?:;|$)");

    /** @param header empty if there is none */
    static MediaType of(String header) {
        int end = header.indexOf(';');
        String essence = end < 0 ? header : header.substring(0, end);
        return new MediaType(essence.strip().toLowerCase(Locale.ROOT), end < 0 ? "" : header.substring(end));
    }

    boolean isJson() {
        return essence.equals("application/json") || essence.endsWith("+json");
    }

    boolean isEventStream() {
        return essence.equals("text/event-stream");
    }

    /** Whether it is content that nobody writes as text: files, and forms that hold files. */
    boolean isFile() {
        int slash = essence.indexOf('/');
        return essence.equals("application/octet-stream")
                || (slash > 0 && KINDS_OF_FILES.contains(essence.substring(0, slash)));
    }

    /** What stands between the parts of a form. */
    Optional<String> boundary() {
        Matcher found = BOUNDARY.matcher(parameters);
        return essence.equals("multipart/form-data") && found.find()
                ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1))
                : Optional.empty();
    }
}

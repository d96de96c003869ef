package dev.enfilade.bootstrap.server;

import dev.enfilade.adapter.in.openai.OpenAiSurface;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The id of a request: the client's own if it is harmless wherever it may be written, else one of ours. */
final class RequestIds {

    /** Both the header and the attribute of a request under which surfaces find its id. */
    static final String HEADER = "X-Request-Id";

    static final String ATTRIBUTE = OpenAiSurface.REQUEST_ID;
    private static final int LONGEST = 128;

    private RequestIds() {}

    static String of(@Nullable String asked) {
        return asked != null && isHarmless(asked)
                ? asked
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean isHarmless(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestIds::isHarmless);
    }

    private static boolean isHarmless(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}

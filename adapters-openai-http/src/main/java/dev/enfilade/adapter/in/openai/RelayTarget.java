package dev.enfilade.adapter.in.openai;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request addresses behind {@code /v1}, with the client's own percent-encoding.
 *
 * @param path begins with a slash
 */
record RelayTarget(String path, Optional<String> query) {

    static final String ROOT = "/v1";

    private static final String MODELS = "/models/";

    /** Routes that mean nothing without a JSON object, whatever the client calls its body. */
    private static final Set<String> JSON_ROUTES =
            Set.of("/chat/completions", "/completions", "/embeddings", "/responses");

    /** Dots between slashes; some servers end a segment at a semicolon, some take backslashes, some end at a zero. */
    private static final Pattern LEADS_ELSEWHERE = Pattern.compile("/\\.{1,2}(?:[/;]|$)|[\\\\\0]");

    /** How often servers behind each other may decode a path. */
    private static final int MOST_DECODINGS = 3;

    RelayTarget {
        requireNonNull(path, "path is null");
        requireNonNull(query, "query is null");
    }

    /**
     * The target of a request.
     *
     * @param path the raw path, beginning with {@code /v1/}
     * @throws FailureException for a path that could lead elsewhere: dot segments and backslashes, also where they are
     *     encoded, and empty segments; an encoded slash is part of a name
     */
    static RelayTarget of(String path, @Nullable String query) {
        String rest = path.substring(ROOT.length());
        if (rest.contains("//") || leadsElsewhere(rest)) {
            throw new FailureException(new Failure.InvalidRequest(OpenAiErrors.BAD_REQUEST));
        }
        return new RelayTarget(rest, Optional.ofNullable(query));
    }

    /** Whether requests for this path below {@code /v1} are read as JSON. */
    static boolean needsJson(String path) {
        return path.startsWith(ROOT) && JSON_ROUTES.contains(path.substring(ROOT.length()));
    }

    boolean needsJson() {
        return JSON_ROUTES.contains(path);
    }

    /** The id of the only model that is asked for, decoded; absent where the path is not a model's. */
    Optional<String> model() {
        return path.startsWith(MODELS) && path.length() > MODELS.length()
                ? Optional.of(decoded(path.substring(MODELS.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return query.map(text -> path + "?" + text).orElse(path);
    }

    private static boolean leadsElsewhere(String path) {
        String seen = path;
        for (int i = 0; i < MOST_DECODINGS; i++) {
            if (LEADS_ELSEWHERE.matcher(seen).find()) {
                return true;
            }
            seen = decoded(seen);
        }
        return LEADS_ELSEWHERE.matcher(seen).find();
    }

    /** What is no proper encoding stays as it is. */
    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int size = 0;
        for (int at = 0; at < bytes.length; at++) {
            int octet = bytes[at] == '%' && at + 2 < bytes.length ? hex(bytes[at + 1]) << 4 | hex(bytes[at + 2]) : -1;
            bytes[size++] = octet < 0 ? bytes[at] : (byte) octet;
            at += octet < 0 ? 0 : 2;
        }
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit(digit, 16);
    }
}

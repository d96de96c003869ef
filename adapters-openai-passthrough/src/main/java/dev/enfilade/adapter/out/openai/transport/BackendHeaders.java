package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a backend is told besides the body: what of a request's own headers may go on, and what goes with every request.
 */
public final class BackendHeaders {

    /** What a client's request may bring along. */
    public static final Set<String> OF_CLIENTS = Set.of(
            "content-type",
            "accept",
            "range",
            "if-range",
            "x-request-id",
            "openai-beta",
            "traceparent",
            "tracestate",
            "baggage");

    /** What the SDK's requests may bring along: not its account of this machine, its agent, nor a key. */
    public static final Set<String> OF_THE_SDK = Set.of(
            "content-type",
            "accept",
            "x-request-id",
            "openai-beta",
            "openai-organization",
            "openai-project",
            "traceparent",
            "tracestate",
            "baggage");

    private final Credentials credentials;
    private final List<Header> always;
    private final Set<String> taken;

    /**
     * Headers for one backend.
     *
     * @param credentials shown to that backend and to nobody else
     * @param extra configured ones, which win over all others
     */
    public BackendHeaders(Credentials credentials, Headers extra, String userAgent) {
        this.credentials = credentials;
        List<Header> ours = new ArrayList<>(extra.lines());
        Stream.of(
                        new Header("User-Agent", userAgent),
                        // A compressed stream may come in one piece at its end.
                        new Header("Accept-Encoding", "identity"))
                .filter(line -> extra.first(line.name()).isEmpty())
                .forEach(ours::add);
        this.always = List.copyOf(ours);
        this.taken = Set.copyOf(always.stream().map(BackendHeaders::key).toList());
    }

    /** The headers of a request that asks for these, of which those in lower case may go on. */
    public Headers with(Headers asked, Set<String> mayGoOn) {
        List<Header> lines = new ArrayList<>(asked.lines().size() + always.size());
        for (Header line : asked.lines()) {
            if (mayGoOn.contains(key(line)) && !taken.contains(key(line))) {
                lines.add(line);
            }
        }
        if (!taken.contains("authorization")) {
            credentials.authorization().ifPresent(value -> lines.add(new Header("Authorization", value)));
        }
        lines.addAll(always);
        return new Headers(lines);
    }

    private static String key(Header line) {
        return line.name().toLowerCase(Locale.ROOT);
    }
}

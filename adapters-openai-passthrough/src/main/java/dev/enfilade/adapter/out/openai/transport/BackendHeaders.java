package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a backend is told besides the body: what of a request's own headers may go on, and what goes with every request.
 */
public final class BackendHeaders {

    /** What a client's request may bring along. */
    public static final Set<String> OF_CLIENTS =
            Set.of("content-type", "accept", "x-request-id", "openai-beta", "traceparent", "tracestate");

    /** What the SDK's requests may bring along: not its account of this machine, its agent, nor a key. */
    public static final Set<String> OF_THE_SDK = Set.of(
            "content-type",
            "accept",
            "x-request-id",
            "openai-beta",
            "openai-organization",
            "openai-project",
            "traceparent",
            "tracestate");

    private final List<Header> always;
    private final Set<String> taken;

    /**
     * Headers for one backend.
     *
     * @param key sent as bearer token to that backend and to nobody else; without it there is no {@code Authorization}
     * @param extra configured ones, which win over all others
     */
    public BackendHeaders(Optional<Secret> key, Headers extra, String userAgent) {
        List<Header> ours = new ArrayList<>(extra.lines());
        Stream.of(
                        key.map(secret -> new Header("Authorization", "Bearer " + secret.value())),
                        Optional.of(new Header("User-Agent", userAgent)),
                        // An answer in a foreign coding could neither be scanned nor bounded.
                        Optional.of(new Header("Accept-Encoding", "identity")))
                .flatMap(Optional::stream)
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
        lines.addAll(always);
        return new Headers(lines);
    }

    private static String key(Header line) {
        return line.name().toLowerCase(Locale.ROOT);
    }
}

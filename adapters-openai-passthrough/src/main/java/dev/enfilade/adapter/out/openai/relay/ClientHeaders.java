package dev.enfilade.adapter.out.openai.relay;

import dev.enfilade.adapter.out.openai.failure.RetryAfter;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client is told of a backend's head: neither cookies nor banners, and no wait that cannot be meant. */
final class ClientHeaders {

    private static final Set<String> MAY_GO_ON = Set.of(
            "content-type",
            "content-length",
            "content-disposition",
            "content-range",
            "accept-ranges",
            "openai-processing-ms");

    /** Longer lines would not fit into the head of our own answer. */
    private static final int LONGEST_VALUE = 1_024;

    private ClientHeaders() {}

    static Headers of(Headers backend) {
        Set<String> ofTheConnection = ofTheConnection(backend);
        Stream<Header> crossing = backend.lines().stream()
                .filter(line -> line.value().length() <= LONGEST_VALUE && !ofTheConnection.contains(name(line)))
                .flatMap(line -> renamed(line).stream());
        return new Headers(Stream.concat(crossing, wait(backend)).toList());
    }

    static Headers withoutLength(Headers headers) {
        return headers.keeping(line -> !name(line).equals("content-length"));
    }

    /** The client has our own request id already. */
    private static Optional<Header> renamed(Header line) {
        String name = name(line);
        if (name.equals("x-request-id")) {
            return Optional.of(new Header("x-upstream-request-id", line.value()));
        }
        return Optional.of(line).filter(any -> MAY_GO_ON.contains(name) || name.startsWith("x-ratelimit-"));
    }

    private static Stream<Header> wait(Headers backend) {
        Optional<Duration> wait = RetryAfter.of(backend);
        Optional<Header> seconds = wait.map(time ->
                new Header("Retry-After", Long.toString(time.plusMillis(999).toSeconds())));
        Optional<Header> millis = wait.filter(
                        time -> backend.first("retry-after-ms").isPresent())
                .map(time -> new Header("retry-after-ms", Long.toString(time.toMillis())));
        return Stream.of(seconds, millis).flatMap(Optional::stream);
    }

    /** What {@code Connection} names is between the backend and us. */
    private static Set<String> ofTheConnection(Headers backend) {
        return backend.lines().stream()
                .filter(line -> name(line).equals("connection"))
                .flatMap(line -> Stream.of(line.value().toLowerCase(Locale.ROOT).split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static String name(Header line) {
        return line.name().toLowerCase(Locale.ROOT);
    }
}

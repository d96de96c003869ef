package dev.enfilade.bootstrap.server;

import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Whether a request may come in, by the page that sent it and by the name that it calls this server. */
final class Admission {

    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;

    private final Cors cors;
    private final Optional<HostRule> hosts;

    Admission(Cors cors, Optional<HostRule> hosts) {
        this.cors = cors;
        this.hosts = hosts;
    }

    /**
     * The status with which the request ends at once; none if it may come in. The order is that of Ollama 0.33: first
     * its page, then its Host.
     *
     * @param answer gets the headers that let a page read it
     */
    OptionalInt verdict(Request request, HttpFields.Mutable answer) {
        String origin = header(request, HttpHeader.ORIGIN);
        String host = header(request, HttpHeader.HOST);
        boolean options = request.getMethod().equals("OPTIONS");
        return switch (cors.standing(origin, host)) {
            case REFUSED -> OptionalInt.of(FORBIDDEN);
            case SAME_SITE -> byHost(host, options);
            case ALLOWED -> {
                if (options) {
                    cors.allowRequest(answer, origin);
                    yield OptionalInt.of(NO_CONTENT);
                }
                cors.allow(answer, origin);
                yield byHost(host, options);
            }
        };
    }

    private OptionalInt byHost(String host, boolean options) {
        return switch (hosts.map(rule -> rule.kindOf(host)).orElse(HostRule.Kind.ADDRESS)) {
            case ADDRESS -> OptionalInt.empty();
            case NAME -> options ? OptionalInt.of(NO_CONTENT) : OptionalInt.empty();
            case REFUSED -> OptionalInt.of(FORBIDDEN);
        };
    }

    private static String header(Request request, HttpHeader name) {
        @Nullable String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }
}

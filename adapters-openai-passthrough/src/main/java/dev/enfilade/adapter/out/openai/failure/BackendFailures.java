package dev.enfilade.adapter.out.openai.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.BackendDenied;
import dev.enfilade.domain.failure.Failure.BackendUnavailable;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.Failure.RateLimited;
import dev.enfilade.domain.failure.Failure.Redirected;
import dev.enfilade.domain.failure.Failure.Refused;
import dev.enfilade.domain.relay.Headers;
import java.net.SocketException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * The one place where what goes wrong with a backend gets its name: what its connection does, and what its answer says.
 */
public final class BackendFailures {

    private static final int MOST_BYTES = 2_048;

    /** What they mean is clear without a word. */
    private static final Set<Integer> STATUSES_THAT_SPEAK = Set.of(401, 403, 429);

    private final Credentials credentials;
    private final URI url;

    /** @param url what is configured, behind which all paths are put */
    public BackendFailures(Credentials credentials, URI url) {
        this.credentials = requireNonNull(credentials, "credentials is null");
        this.url = requireNonNull(url, "url is null");
    }

    /** There is no connection: refused, no such host, no route, a handshake that failed. */
    public static Failure unreachable(Exception thrown) {
        boolean distrusted = Stream.iterate((Throwable) thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
        if (distrusted) {
            return new BackendUnavailable(BackendUnavailable.UNTRUSTED);
        }
        return thrown instanceof SSLException
                ? new BackendUnavailable(BackendUnavailable.UNSECURED)
                : new BackendUnavailable();
    }

    /**
     * A new connection broke before a byte of an answer; an unwilling host resets what it has just accepted, and one
     * that misses a certificate says so only then.
     */
    public static Failure unanswered(Exception thrown) {
        if (thrown instanceof SSLException) {
            return unreachable(thrown);
        }
        return thrown instanceof SocketException ? new BackendUnavailable() : broken(thrown);
    }

    /** An answer, or the wait for it, broke: against the protocol, or by an end too early. */
    public static Failure broken(Exception thrown) {
        boolean againstProtocol = thrown instanceof HttpException
                || thrown instanceof MalformedChunkCodingException
                || thrown instanceof MessageConstraintException;
        return new Broken(againstProtocol ? Flaw.INVALID : Flaw.CUT);
    }

    /**
     * The whole answer is an error; a page for people, or nothing at all, says no more than that something is wrong.
     *
     * @param status 400 to 599
     */
    public Failure answered(int status, Headers headers, byte[] body) {
        boolean silent = body.length == 0 || Markup.isAnnounced(headers) || Markup.isBegun(body);
        if (silent && STATUSES_THAT_SPEAK.contains(status)) {
            return named(
                    status, "upstream answered " + status, Optional.empty(), Optional.empty(), RetryAfter.of(headers));
        }
        if (silent) {
            // Who names a time is not to be asked again at once, as what is merely wordless may be.
            boolean trouble = status >= 500 && RetryAfter.of(headers).isEmpty();
            return new Broken(trouble ? Flaw.WORDLESS : Flaw.INVALID);
        }
        ErrorBody error = ErrorBody.of(body);
        return named(status, error.message(), error.type(), error.code(), RetryAfter.of(headers));
    }

    /** Whether an answer of this status is none but the name of another place. */
    public static boolean isRedirect(int status) {
        return status / 100 == 3;
    }

    /**
     * The answer is a redirect.
     *
     * @param asked path and query, as they went on the wire
     */
    public Failure redirected(int status, Headers headers, String asked) {
        Optional<Redirect> redirect = Redirect.of(headers, url, asked);
        Optional<String> location = redirect.map(place -> shown(place.toString()));
        Optional<String> better = redirect.flatMap(place -> place.instead(url, asked))
                .filter(place ->
                        location.filter(clean -> clean.startsWith(place)).isPresent());
        return new Redirected(status, location, better);
    }

    /**
     * An answer of success said within itself that there was an error.
     *
     * @param status what the error says of itself, 400 to 599
     */
    public Failure reported(int status, String text, Optional<String> type, Optional<String> code) {
        return named(status, text, type, code, Optional.empty());
    }

    private Failure named(
            int status, String text, Optional<String> type, Optional<String> code, Optional<Duration> retryAfter) {
        String shown = shown(text);
        Optional<String> shownType = type.map(this::shown);
        Optional<String> shownCode = code.map(this::shown);
        return switch (status) {
            case 401, 403 ->
                credentials.areTheCallers() ? new Refused(status, shown, shownType, shownCode) : new BackendDenied();
            case 429 -> new RateLimited(shown, shownType, shownCode, retryAfter);
            default -> new Refused(status, shown, shownType, shownCode, retryAfter);
        };
    }

    /** Without secrets, and of a bounded length that halves no character. */
    private String shown(String text) {
        byte[] clean = credentials.filter().clean(text).getBytes(UTF_8);
        int end = Math.min(clean.length, MOST_BYTES);
        while (end < clean.length && isContinuation(clean[end])) {
            end--;
        }
        return new String(clean, 0, end, UTF_8);
    }

    private static boolean isContinuation(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}

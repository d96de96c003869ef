package dev.enfilade.adapter.out.openai.relay;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.out.openai.failure.BackendFailures;
import dev.enfilade.adapter.out.openai.failure.Markup;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.adapter.out.openai.transport.Exchange;
import dev.enfilade.adapter.out.openai.transport.WholeBody;
import dev.enfilade.domain.failure.Failure.BackendDenied;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.ByteStream;
import java.util.Locale;
import java.util.Set;

/**
 * Which answers may pass: all but redirects, refusals of our own key, pages for people, and silence where a program
 * waits for words. Of those that pass, only errors are touched, also amid a stream or under status 200, and only where
 * they hold a secret.
 */
public final class AnswerPolicy {

    private static final int LARGEST_ERROR = 1 << 20;
    private static final Set<Integer> DENIALS = Set.of(401, 403);
    private static final Set<Integer> SILENT_STATUSES = Set.of(204, 205);
    private static final Set<String> METHODS_THAT_ASK = Set.of("GET", "POST");

    private final BackendFailures failures;
    private final Credentials credentials;

    public AnswerPolicy(BackendFailures failures, Credentials credentials) {
        this.failures = requireNonNull(failures, "failures is null");
        this.credentials = requireNonNull(credentials, "credentials is null");
    }

    /**
     * The answer as the client may have it.
     *
     * @param asked path and query, as they went on the wire
     * @throws FailureException if it may not
     */
    RelayResponse admit(Exchange exchange, RelayRequest request, String asked) {
        String method = request.method();
        int status = exchange.status();
        if (BackendFailures.isRedirect(status)) {
            throw new FailureException(failures.redirected(status, exchange.headers(), asked));
        }
        if (DENIALS.contains(status) && !credentials.areTheCallers()) {
            throw new FailureException(new BackendDenied());
        }
        if (status >= 400 && !method.equals("HEAD")) {
            return admitError(exchange);
        }
        boolean silent = SILENT_STATUSES.contains(status) && request.model().isPresent();
        if (silent || Markup.isAnnounced(exchange.headers())) {
            throw new FailureException(new Broken(Flaw.INVALID));
        }
        ByteStream body = withoutSecrets(exchange);
        boolean owesWords = !SILENT_STATUSES.contains(status) && owesWords(exchange, method);
        return new RelayResponse(
                status, ClientHeaders.of(exchange.headers()), owesWords ? new SpeakingBody(body) : body);
    }

    private ByteStream withoutSecrets(Exchange exchange) {
        String type = type(exchange);
        if (type.contains("event-stream")) {
            return new CleanEvents(exchange.body(), credentials.filter());
        }
        return type.contains("json") ? new CleanDocument(exchange.body(), credentials.filter()) : exchange.body();
    }

    private RelayResponse admitError(Exchange exchange) {
        byte[] body = WholeBody.read(exchange.body(), LARGEST_ERROR);
        boolean page = Markup.isAnnounced(exchange.headers()) || Markup.isBegun(body);
        if (body.length == 0 || page) {
            throw new FailureException(failures.answered(exchange.status(), exchange.headers(), body));
        }
        byte[] clean = credentials.filter().clean(body);
        Headers headers = ClientHeaders.of(exchange.headers());
        return new RelayResponse(
                exchange.status(),
                clean.length == body.length ? headers : ClientHeaders.withoutLength(headers),
                new FixedBytes(clean));
    }

    /** An empty file is an answer, empty JSON is none. */
    private static boolean owesWords(Exchange exchange, String method) {
        String type = type(exchange);
        return METHODS_THAT_ASK.contains(method) && (type.contains("json") || type.contains("event-stream"));
    }

    /** Who does not say what it is means JSON. */
    private static String type(Exchange exchange) {
        return exchange.headers().first("content-type").orElse("json").toLowerCase(Locale.ROOT);
    }
}

package dev.enfilade.domain.failure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a request was not answered; each kind has one owner, and each surface gives it one status and one shape.
 *
 * <p>A failure is never a bug: bugs are ordinary exceptions.
 */
public sealed interface Failure {

    /** The sentence that the client reads; the same on every surface. */
    String text();

    /** The client asked for something malformed or contradictory. */
    record InvalidRequest(String text) implements Failure {
        public InvalidRequest {
            requireNonNull(text, "text is null");
        }
    }

    /** No model answers to this name; the name is as the client wrote it. */
    record ModelNotFound(String model) implements Failure {
        public ModelNotFound {
            requireNonNull(model, "model is null");
        }

        @Override
        public String text() {
            return "model '" + model + "' not found";
        }
    }

    /** The model or the backend cannot do what was asked. */
    record Unsupported(String text) implements Failure {
        public Unsupported {
            requireNonNull(text, "text is null");
        }
    }

    /**
     * The backend answered with an error of its own that the client may see.
     *
     * @param status the backend's HTTP status, 400 to 599
     * @param text the backend's message, free of secrets
     * @param retryAfter when the backend wants to be asked again, if it said so
     */
    record Refused(int status, String text, Optional<String> type, Optional<String> code, Optional<Duration> retryAfter)
            implements Failure {
        public Refused {
            requireNonNull(text, "text is null");
            requireNonNull(type, "type is null");
            requireNonNull(code, "code is null");
            requireNonNull(retryAfter, "retryAfter is null");
        }

        /** A refusal that says nothing of a later time. */
        public Refused(int status, String text, Optional<String> type, Optional<String> code) {
            this(status, text, type, code, Optional.empty());
        }
    }

    /** The backend wants fewer requests; it may have said when to come back. */
    record RateLimited(String text, Optional<String> type, Optional<String> code, Optional<Duration> retryAfter)
            implements Failure {
        public RateLimited {
            requireNonNull(text, "text is null");
            requireNonNull(type, "type is null");
            requireNonNull(code, "code is null");
            requireNonNull(retryAfter, "retryAfter is null");
        }
    }

    /** The client sent more than we take. */
    record BodyTooLarge() implements Failure {
        @Override
        public String text() {
            return "request body too large";
        }
    }

    /** The client stopped sending in the middle of its body. */
    record BodyTooSlow() implements Failure {
        @Override
        public String text() {
            return "request body was not received in time";
        }
    }

    /** We are at our own limits. The text is the one that Ollama 0.33 uses for a full queue, two spaces included. */
    record Overloaded() implements Failure {
        @Override
        public String text() {
            return "server busy, please try again.  maximum pending requests exceeded";
        }
    }

    /** We are on our way out. */
    record ShuttingDown() implements Failure {
        @Override
        public String text() {
            return "server is shutting down";
        }
    }

    /** The backend refused our credentials; the client's are not in question. */
    record BackendDenied() implements Failure {
        @Override
        public String text() {
            return "upstream refused the proxy credentials";
        }
    }

    /**
     * No connection to the backend could be had.
     *
     * @param retryAfter when it may be worth another try, if that is known
     */
    record BackendUnavailable(Optional<Duration> retryAfter, String text) implements Failure {

        /** Its certificate is of nobody that is trusted, or for another host, or its time is over. */
        public static final String UNTRUSTED = "upstream certificate is not trusted";

        /** There was no agreement on a secured connection; perhaps it wants to see a certificate. */
        public static final String UNSECURED = "upstream TLS handshake failed";

        private static final String UNREACHABLE = "upstream unreachable";

        public BackendUnavailable {
            requireNonNull(retryAfter, "retryAfter is null");
            requireNonNull(text, "text is null");
        }

        public BackendUnavailable(Optional<Duration> retryAfter) {
            this(retryAfter, UNREACHABLE);
        }

        public BackendUnavailable(String text) {
            this(Optional.empty(), text);
        }

        public BackendUnavailable() {
            this(Optional.empty());
        }
    }

    /** The backend took longer than the configured limit of a phase. */
    record TimedOut(Phase phase, Duration limit) implements Failure {
        public TimedOut {
            requireNonNull(phase, "phase is null");
            requireNonNull(limit, "limit is null");
        }

        @Override
        public String text() {
            return switch (phase) {
                case CONNECT -> "upstream connect timed out";
                case RESPONSE -> "upstream sent no response within " + seconds(limit);
                case IDLE -> "upstream sent nothing for " + seconds(limit);
                case TOTAL -> "upstream did not finish within " + seconds(limit);
            };
        }

        private static String seconds(Duration limit) {
            return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + "s" : limit.toMillis() + "ms";
        }
    }

    /** The backend's answer cannot be trusted. */
    record Broken(Flaw flaw) implements Failure {
        public Broken {
            requireNonNull(flaw, "flaw is null");
        }

        @Override
        public String text() {
            return switch (flaw) {
                case CUT -> "upstream closed the stream before it was complete";
                case INVALID, WORDLESS -> "upstream sent an invalid response";
                case TOO_BIG -> "upstream response exceeds the limit";
            };
        }
    }

    /**
     * The backend sent us elsewhere. Nobody goes there with a key and a prompt; who configured it may.
     *
     * @param status 300 to 399
     * @param location where to, if that is known: scheme, host and path, free of secrets
     * @param url what to configure instead so that the same request goes there, if there is such a thing
     */
    record Redirected(int status, Optional<String> location, Optional<String> url) implements Failure {
        public Redirected {
            requireNonNull(location, "location is null");
            requireNonNull(url, "url is null");
        }

        @Override
        public String text() {
            return new Broken(Flaw.INVALID).text();
        }

        /** What happened, for whoever configured the backend: clients are not told its addresses. */
        public String seen() {
            return status + ", a redirect"
                    + location.map(place -> " to " + place).orElse("") + ", which is not followed";
        }
    }

    /**
     * The backend's answer holds a tool call that no client could make.
     *
     * @param call the name of the tool, or the call's id where it has no name
     */
    record BrokenToolCall(String call, CallFlaw flaw) implements Failure {
        public BrokenToolCall {
            requireNonNull(call, "call is null");
            requireNonNull(flaw, "flaw is null");
        }

        @Override
        public String text() {
            return switch (flaw) {
                case CUT_BY_LENGTH -> "the answer was cut by its length within the tool call '" + call + "'";
                case NO_OBJECT -> "upstream sent arguments of the tool call '" + call + "' that are no JSON object";
                case NO_NAME -> "upstream sent the tool call '" + call + "' without the name of a tool";
            };
        }
    }

    /** The client is gone; nobody will read this. */
    record Cancelled() implements Failure {
        @Override
        public String text() {
            return "request canceled";
        }
    }

    /** A span of an exchange with its own time limit. */
    enum Phase {
        CONNECT,
        RESPONSE,
        IDLE,
        TOTAL
    }

    /** What was wrong with a tool call. */
    enum CallFlaw {
        CUT_BY_LENGTH,
        NO_OBJECT,
        NO_NAME
    }

    /** What was wrong with an answer. */
    enum Flaw {
        CUT,
        INVALID,
        TOO_BIG,
        /** A server error without a word for a program: a proxy's page for people, or nothing. */
        WORDLESS
    }
}

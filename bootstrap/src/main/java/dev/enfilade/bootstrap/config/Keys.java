package dev.enfilade.bootstrap.config;

import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.bootstrap.logging.LogFormat;
import dev.enfilade.bootstrap.logging.LogLevel;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.KeepAlive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of everything that can be set: names of variables, defaults, errors and documents all follow from it. */
final class Keys {

    static final Key<ListenAddress> LISTEN =
            Key.of("listen", Kinds.ADDRESS, "127.0.0.1:11434", "Address on which clients connect.");
    static final Key<String> VERSION =
            Key.of("version", Kinds.VERSION, "0.33.0", "What /api/version says; clients switch features on by it.");
    static final Key<Boolean> ALLOW_OPEN = Key.of(
            "allow-open", Kinds.YES_NO, "false", "Permits other machines to connect although clients need no key.");

    static final Key<ListenAddress> MANAGEMENT_LISTEN = Key.optional(
            "management.listen", Kinds.ADDRESS, "Address on which metrics and health are served, and nowhere else.");
    static final Key<LogFormat> LOGGING_FORMAT =
            Key.of("logging.format", Kinds.LOG_FORMAT, "text", "How log lines are written.");

    static final Key<BackendKind> BACKEND_KIND =
            Key.of("backends.*.kind", Kinds.BACKEND_KIND, "openai", "What the backend speaks.");
    static final Key<URI> BACKEND_URL = Key.optional(
            "backends.*.url", Kinds.URL, "Base URL; with a key and no URL it is https://api.openai.com/v1.");
    static final Key<Secret> BACKEND_KEY = Key.optional("backends.*.key", Kinds.SECRET, "The backend's key.");
    static final Key<Path> BACKEND_KEY_FILE =
            Key.optional("backends.*.key-file", Kinds.FILE, "A file that holds the backend's key and nothing else.");
    static final Key<BackendAuth> BACKEND_AUTH = Key.of(
            "backends.*.auth",
            Kinds.BACKEND_AUTH,
            "key",
            "Whose key the backend is shown: the configured one, or the caller's own Authorization header.");
    static final Key<DialectChoice> BACKEND_DIALECT = Key.of(
            "backends.*.dialect", Kinds.DIALECT, "auto", "What kind of server it is; auto asks the backend once.");
    static final Key<Integer> BACKEND_WEIGHT = Key.of(
            "backends.*.weight",
            Kinds.NUMBER,
            "1",
            "Its share of the calls for a model that several backends list; 0 if it only steps in for others.");
    static final Key<Boolean> BACKEND_ALWAYS_STREAM = Key.of(
            "backends.*.always-stream",
            Kinds.YES_NO,
            "false",
            "Asks for streams where the client asked for a whole answer.");
    static final Key<Integer> BACKEND_CONCURRENCY = Key.optional(
            "backends.*.concurrency", Kinds.COUNT, "How many answers the backend gives at once; others wait.");
    static final Key<Map<String, String>> BACKEND_HEADERS =
            Key.optional("backends.*.headers", Kinds.HEADERS, "Header lines added to every request to the backend.");
    static final Key<Duration> BACKEND_CONNECT =
            Key.of("backends.*.timeouts.connect", Kinds.TIME, "5s", "To a connection.");
    static final Key<Duration> BACKEND_TLS =
            Key.of("backends.*.timeouts.tls", Kinds.TIME, "5s", "From the connection to the end of its handshake.");
    static final Key<Duration> BACKEND_RESPONSE =
            Key.of("backends.*.timeouts.headers", Kinds.TIME, "20m", "From the request to the head of the answer.");
    static final Key<Duration> BACKEND_FIRST_EVENT = Key.of(
            "backends.*.timeouts.first-byte", Kinds.TIME, "20m", "From the head of the answer to its first event.");
    static final Key<Duration> BACKEND_IDLE =
            Key.of("backends.*.timeouts.idle", Kinds.TIME, "5m", "Between two events of an answer.");

    static final Key<Duration> BACKEND_TOTAL =
            Key.optional("backends.*.timeouts.total", Kinds.TIME, "For an answer as a whole.");

    static final Key<Path> BACKEND_CA_FILE = Key.optional(
            "backends.*.tls.ca-file",
            Kinds.FILE,
            "Certificates (PEM) of those who vouch for the backend, in place of Java's own list.");
    static final Key<Path> BACKEND_CLIENT_CERTIFICATE = Key.optional(
            "backends.*.tls.client-certificate",
            Kinds.FILE,
            "Our certificate (PEM, with its chain) for a backend that wants to see one.");
    static final Key<Path> BACKEND_CLIENT_KEY = Key.optional(
            "backends.*.tls.client-key",
            Kinds.FILE,
            "Its private key (PEM, without a password); may stand in the file of the certificate.");

    static final Key<Path> MODELS_FILE = Key.optional(
            "models-file",
            Kinds.FILE,
            "More of models, as a JSON or YAML file that holds nothing else: {\"llama3.2\": \"gpt-4o-mini\"}.");
    static final Key<String> MODEL_BACKEND =
            Key.optional("models.*.backend", Kinds.TEXT, "The backend that has the model; else the one that lists it.");
    static final Key<String> MODEL_TARGET =
            Key.optional("models.*.model", Kinds.TEXT, "The backend's name of the model; else the name itself.");
    static final Key<List<Capability>> MODEL_CAPABILITIES =
            Key.optional("models.*.capabilities", new Several<>(Kinds.CAPABILITY), "What the model can do.");
    static final Key<Integer> MODEL_CONTEXT =
            Key.optional("models.*.context", Kinds.COUNT, "The model's context length in tokens.");
    static final Key<Integer> MODEL_EMBEDDING_LENGTH =
            Key.optional("models.*.embedding-length", Kinds.COUNT, "Numbers in a vector of the model.");
    static final Key<String> MODEL_FAMILY =
            Key.optional("models.*.family", Kinds.TEXT, "The model's architecture, such as qwen3.");
    static final Key<String> MODEL_PARAMETER_SIZE =
            Key.optional("models.*.parameter-size", Kinds.TEXT, "The model's size, such as 8.2B.");
    static final Key<String> MODEL_QUANTIZATION =
            Key.optional("models.*.quantization", Kinds.TEXT, "The model's quantization, such as Q4_K_M.");
    static final Key<Map<String, List<String>>> MODEL_DEFAULTS = Key.optional(
            "models.*.options.defaults",
            Kinds.OPTIONS,
            "Options of requests to /api, under Ollama's names, for clients that do not send them.");
    static final Key<Map<String, List<String>>> MODEL_FORCED = Key.optional(
            "models.*.options.forced", Kinds.OPTIONS, "Options of requests to /api, whatever clients send.");
    static final Key<Boolean> MODEL_HIDDEN =
            Key.of("models.*.hidden", Kinds.YES_NO, "false", "Answers to its name, but is not listed.");

    static final Key<Boolean> CATALOG_STRICT = Key.of(
            "catalog.strict",
            Kinds.YES_NO,
            "true",
            "Refuses names that no backend lists; otherwise the backend judges.");
    static final Key<List<Capability>> CATALOG_CAPABILITIES = Key.of(
            "catalog.capabilities",
            new Several<>(Kinds.CAPABILITY),
            "completion,tools",
            "What models are taken to do of which nothing is known.");
    static final Key<Integer> CATALOG_CONTEXT = Key.of(
            "catalog.context", Kinds.COUNT, "32768", "Context length in tokens of models of which nothing is known.");
    static final Key<List<String>> CATALOG_ALLOW = Key.of(
            "catalog.allow",
            new Several<>(Kinds.TEXT),
            "*",
            "The names that clients may ask for, with * for any characters; others are neither listed nor served.");
    static final Key<List<String>> CATALOG_DENY = Key.optional(
            "catalog.deny", new Several<>(Kinds.TEXT), "The names that they may not ask for, also where allowed.");
    static final Key<Duration> CACHE_MODELS =
            Key.of("cache.models", Kinds.TIME, "60s", "How long a backend's model list is good.");
    static final Key<KeepAlive> MODEL_KEEP_ALIVE =
            Key.of("keep-alive", Kinds.KEEP_ALIVE, "5m", "How long a model counts as loaded after its last use.");

    static final Key<Map<String, List<String>>> FALLBACKS = Key.optional(
            "fallbacks", Kinds.FALLBACKS, "For a model, those that step in when it cannot be had, the best one first.");
    static final Key<Integer> RETRY_ATTEMPTS = Key.of(
            "retry.attempts",
            Kinds.COUNT,
            "2",
            "How often a backend is asked that cannot be reached or is in trouble, while the client has nothing yet.");
    static final Key<Integer> RETRY_BUDGET = Key.of(
            "retry.budget", Kinds.PERCENT, "20%", "Repeated requests in a hundred; three in ten seconds at least.");
    static final Key<Integer> BREAKER_FAILURES = Key.of(
            "breaker.failures",
            Kinds.COUNT,
            "5",
            "So many failures in a row, and a backend is left alone while there are others.");
    static final Key<Duration> BREAKER_OPEN = Key.of(
            "breaker.open", Kinds.TIME, "5s", "For how long at first; doubled up to a minute while probes fail.");

    static final Key<Integer> LIMITS_STREAMS =
            Key.of("limits.streams", Kinds.COUNT, "2000", "How many answers of backends go on at once.");
    static final Key<Integer> LIMITS_QUEUE = Key.of(
            "limits.queue",
            Kinds.NUMBER,
            "512",
            "How many requests wait for a place; the others are told to come later.");
    static final Key<Long> LIMITS_BODY = Key.of("limits.body", Kinds.SIZE, "32MiB", "Largest request body.");
    static final Key<Long> LIMITS_UPLOAD =
            Key.of("limits.upload", Kinds.SIZE, "512MiB", "Largest body of a file upload below /v1.");
    static final Key<Duration> HEARTBEAT = Key.optional(
            "heartbeat", Kinds.PAUSE, "After how long a silence event streams below /v1 get a comment; never if 0s.");
    static final Key<Duration> DRAIN_DELAY =
            Key.of("drain.delay", Kinds.PAUSE, "2s", "How long new requests are still taken after the signal to end.");
    static final Key<Duration> DRAIN_TIMEOUT =
            Key.of("drain.timeout", Kinds.PAUSE, "25s", "How long running requests may go on after that.");
    static final Key<List<String>> HOSTS = Key.optional(
            "hosts", new Several<>(Kinds.HOST), "Host names under which clients may ask, beyond the built-in ones.");
    static final Key<List<String>> CORS_ORIGINS = Key.optional(
            "cors.origins",
            new Several<>(Kinds.ORIGIN),
            "Origins of web pages that may ask, beyond Ollama's own list.");

    static final Key<LogLevel> LOGGING_LEVEL =
            Key.of("logging.level", Kinds.LOG_LEVEL, "info", "How much the program says about what it does.");

    static final List<Key<?>> ALL = List.of(
            LISTEN,
            VERSION,
            ALLOW_OPEN,
            MANAGEMENT_LISTEN,
            LOGGING_FORMAT,
            BACKEND_KIND,
            BACKEND_URL,
            BACKEND_KEY,
            BACKEND_KEY_FILE,
            BACKEND_AUTH,
            BACKEND_DIALECT,
            BACKEND_WEIGHT,
            BACKEND_ALWAYS_STREAM,
            BACKEND_CONCURRENCY,
            BACKEND_HEADERS,
            BACKEND_CONNECT,
            BACKEND_TLS,
            BACKEND_RESPONSE,
            BACKEND_FIRST_EVENT,
            BACKEND_IDLE,
            BACKEND_TOTAL,
            BACKEND_CA_FILE,
            BACKEND_CLIENT_CERTIFICATE,
            BACKEND_CLIENT_KEY,
            MODELS_FILE,
            MODEL_BACKEND,
            MODEL_TARGET,
            MODEL_CAPABILITIES,
            MODEL_CONTEXT,
            MODEL_EMBEDDING_LENGTH,
            MODEL_FAMILY,
            MODEL_PARAMETER_SIZE,
            MODEL_QUANTIZATION,
            MODEL_DEFAULTS,
            MODEL_FORCED,
            MODEL_HIDDEN,
            CATALOG_STRICT,
            CATALOG_CAPABILITIES,
            CATALOG_CONTEXT,
            CATALOG_ALLOW,
            CATALOG_DENY,
            CACHE_MODELS,
            MODEL_KEEP_ALIVE,
            FALLBACKS,
            RETRY_ATTEMPTS,
            RETRY_BUDGET,
            BREAKER_FAILURES,
            BREAKER_OPEN,
            LIMITS_STREAMS,
            LIMITS_QUEUE,
            LIMITS_BODY,
            LIMITS_UPLOAD,
            HEARTBEAT,
            DRAIN_DELAY,
            DRAIN_TIMEOUT,
            HOSTS,
            CORS_ORIGINS,
            LOGGING_LEVEL);

    /**
     * A single value under the first path means the second: {@code llama3: gpt-4o} is {@code llama3: {model: gpt-4o}}.
     */
    static final Map<KeyPath, KeyPath> SHORTHANDS = Map.of(KeyPath.of("models.*"), MODEL_TARGET.path());

    /** What names of the user's choice look like, by the group in which they stand. */
    static final Map<KeyPath, Single<String>> NAMES =
            Map.of(KeyPath.of("backends"), Kinds.BACKEND_NAME, KeyPath.of("models"), Kinds.MODEL_NAME);

    /** Every path that a variable or a flag can set: keys, shorthands, single entries of maps, and what is planned. */
    static List<KeyPath> places() {
        return Stream.of(
                        ALL.stream().<KeyPath>map(Key::path),
                        SHORTHANDS.keySet().stream(),
                        ALL.stream()
                                .filter(key -> key.kind() instanceof Named<?>)
                                .map(key -> key.path().child(KeyPath.ANY)),
                        PlannedKeys.ALL.keySet().stream())
                .flatMap(paths -> paths)
                .toList();
    }

    private Keys() {}
}

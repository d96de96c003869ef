package dev.enfilade.adapter.out.openai;

import com.openai.azure.AzureUrlPathMode;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.http.HttpClient;
import dev.enfilade.adapter.out.openai.failure.BackendFailures;
import dev.enfilade.adapter.out.openai.relay.AnswerPolicy;
import dev.enfilade.adapter.out.openai.relay.BackendAddress;
import dev.enfilade.adapter.out.openai.relay.PassthroughRelay;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.adapter.out.openai.transport.ApacheTransport;
import dev.enfilade.adapter.out.openai.transport.BackendHeaders;
import dev.enfilade.adapter.out.openai.transport.SdkHttpClient;
import dev.enfilade.adapter.out.openai.transport.Trail;
import dev.enfilade.adapter.out.openai.transport.Transport;
import dev.enfilade.application.port.out.ChatBackend;
import dev.enfilade.application.port.out.CompletionBackend;
import dev.enfilade.application.port.out.EmbeddingBackend;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.application.port.out.RelayBackend;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;

/** One OpenAI-compatible backend, with everything that can be asked of it over one pool of connections. */
public final class OpenAiPassthrough implements AutoCloseable {

    /**
     * The SDK insists on a key and gets none: the real one is put on below it, where no log and no error text of the
     * SDK sees it.
     */
    private static final String PLACEHOLDER = "unused";

    private final Transport transport;
    private final OpenAIClient client;
    private final ChatBackend chat;
    private final CompletionBackend completion;
    private final EmbeddingBackend embedding;
    private final ModelCatalog catalog;
    private final RelayBackend relay;

    /**
     * A backend that nobody asks what it drops.
     *
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public OpenAiPassthrough(PassthroughSettings settings, LongSupplier nanoTime) {
        this(settings, nanoTime, names -> {});
    }

    /** A backend that is shown the settings' key; else as the constructor below. */
    public OpenAiPassthrough(PassthroughSettings settings, LongSupplier nanoTime, Consumer<List<String>> dropped) {
        this(settings, Credentials.ours(settings.key()), nanoTime, dropped, Trail.NONE);
    }

    /**
     * Connects to nothing yet.
     *
     * @param credentials shown to the backend in place of the settings' key
     * @param nanoTime a clock such as {@link System#nanoTime}
     * @param dropped told, once per request, the names of what the request asks for and the backend has no place for;
     *     often none
     * @param trail for the calls of the SDK; what is relayed has its own headers
     */
    public OpenAiPassthrough(
            PassthroughSettings settings,
            Credentials credentials,
            LongSupplier nanoTime,
            Consumer<List<String>> dropped,
            Trail trail) {
        Credentials shown = credentials.beside(settings.extraHeaders());
        BackendFailures failures = new BackendFailures(shown, settings.url());
        BackendHeaders headers = new BackendHeaders(shown, settings.extraHeaders(), settings.userAgent());
        BackendAddress address = BackendAddress.of(settings.url());
        SSLSocketFactory sockets = settings.tls().sockets();
        transport = new ApacheTransport(settings.timeouts(), sockets, nanoTime);
        client = client(address, new SdkHttpClient(transport, headers, failures, trail));
        LearnedDialect dialect = new LearnedDialect(settings.dialect(), settings.url());
        AnswerOpener answers = new AnswerOpener(failures, nanoTime);
        OpenAIClient.WithRawResponse raw = client.withRawResponse();
        chat = new PassthroughChat(raw.chat().completions(), dialect, answers, settings.alwaysStream(), dropped);
        completion = new PassthroughCompletion(raw.completions(), dialect, answers, settings.alwaysStream(), dropped);
        embedding = new PassthroughEmbedding(raw.embeddings(), answers, dropped);
        ModelFacts facts = new ModelFacts(() -> new SideDoor(
                new ApacheTransport(SideDoor.TIMEOUTS, sockets, nanoTime), headers, settings.url(), nanoTime));
        catalog = new PassthroughCatalog(raw.models(), dialect, facts, answers);
        relay = new PassthroughRelay(address, transport, headers, new AnswerPolicy(failures, shown));
    }

    public ChatBackend chat() {
        return chat;
    }

    public CompletionBackend completion() {
        return completion;
    }

    public EmbeddingBackend embedding() {
        return embedding;
    }

    public ModelCatalog catalog() {
        return catalog;
    }

    public RelayBackend relay() {
        return relay;
    }

    /** Cancels what is under way and closes every connection. */
    @Override
    public void close() {
        client.close();
        transport.close();
    }

    /** The SDK as a maker of requests only: nothing from the environment, no retries, no log, and the URL as it is. */
    private static OpenAIClient client(BackendAddress address, HttpClient httpClient) {
        return new OpenAIClientImpl(ClientOptions.builder()
                .httpClient(httpClient)
                .apiKey(PLACEHOLDER)
                .baseUrl(address.base())
                .azureUrlPathMode(AzureUrlPathMode.UNIFIED)
                .maxRetries(0)
                .responseValidation(false)
                .logLevel(LogLevel.OFF)
                .build());
    }
}

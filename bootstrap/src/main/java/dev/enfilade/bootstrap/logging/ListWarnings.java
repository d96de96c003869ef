package dev.enfilade.bootstrap.logging;

import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backend's catalogue that says in the log, once, that it gives no list, and what to do: the list is the first thing
 * that is asked of a backend, so that a wrong address or key shows here.
 */
public final class ListWarnings implements ModelCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(ListWarnings.class);
    private static final String NOTHING = "";
    private static final int LONGEST_TEXT = 200;

    private final String backend;
    private final String address;
    private final ModelCatalog catalog;
    private final Consumer<String> worse;
    private final Consumer<String> better;
    private final AtomicReference<String> told = new AtomicReference<>(NOTHING);

    /** @param url of the backend; what it holds of credentials is not told */
    public ListWarnings(String backend, URI url, ModelCatalog catalog) {
        this(backend, url, catalog, LOG::warn, LOG::info);
    }

    ListWarnings(String backend, URI url, ModelCatalog catalog, Consumer<String> worse, Consumer<String> better) {
        this.backend = backend;
        this.address = url.getScheme() + "://" + url.getRawAuthority().replaceFirst("^.*@", "") + url.getRawPath();
        this.catalog = catalog;
        this.worse = worse;
        this.better = better;
    }

    @Override
    public List<ListedModel> models() {
        try {
            List<ListedModel> models = catalog.models();
            if (!told.getAndSet(NOTHING).isEmpty()) {
                better.accept("backend=" + backend + " url=" + address + " gives its list of models now");
            }
            return models;
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Cancelled)) {
                tell(e.failure());
            }
            throw e;
        }
    }

    private void tell(Failure failure) {
        String text = seen(failure).replaceAll("\\s+", " ");
        String trouble =
                status(failure) + text.substring(0, Math.min(text.length(), LONGEST_TEXT)) + ": " + advice(failure);
        if (!trouble.equals(told.getAndSet(trouble))) {
            worse.accept("backend=" + backend + " url=" + address + " gives no list of models: " + trouble);
        }
    }

    private static String seen(Failure failure) {
        return failure instanceof Failure.Redirected redirected ? redirected.seen() : failure.text();
    }

    private static String status(Failure failure) {
        return failure instanceof Failure.Refused refused ? refused.status() + " " : "";
    }

    private static String advice(Failure failure) {
        return switch (failure) {
            case Failure.Refused refused when refused.status() == 401 || refused.status() == 403 -> "check the key";
            case Failure.BackendDenied _ -> "check the key";
            case Failure.Refused refused when refused.status() < 500 -> "check the url, which often ends in /v1";
            case Failure.Redirected redirected ->
                redirected.url().map(url -> "set the url to " + url).orElse("check the url, which often ends in /v1");
            case Failure.Broken _ -> "check the url, which often ends in /v1";
            case Failure.BackendUnavailable gone
            when gone.text().equals(Failure.BackendUnavailable.UNTRUSTED) ->
                "name the file of who vouches for it in tls.ca-file, and check the host name in the url";
            case Failure.BackendUnavailable gone
            when gone.text().equals(Failure.BackendUnavailable.UNSECURED) ->
                "check that the url may begin with https, and tls.client-certificate if it wants to see one";
            case Failure.BackendUnavailable _, Failure.TimedOut _ -> "check that it runs, and the url";
            default -> "it is asked again later";
        };
    }
}

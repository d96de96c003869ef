package dev.enfilade.bootstrap.check;

import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.BackendDenied;
import dev.enfilade.domain.failure.Failure.BackendUnavailable;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Redirected;
import dev.enfilade.domain.failure.Failure.Refused;
import dev.enfilade.domain.failure.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Loads the list of models, and where there is none finds out what is there instead. */
final class ListStep {

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERRORS = 500;

    private final Subject subject;
    private final ModelCatalog catalog;
    private volatile Optional<List<ListedModel>> models = Optional.empty();

    ListStep(Subject subject, ModelCatalog catalog) {
        this.subject = subject;
        this.catalog = catalog;
    }

    /**
     * Loads it.
     *
     * @param named whether the configuration names a model, so that a backend without a list can be used
     * @param secure finds out whether the port speaks TLS
     */
    Finding load(Look look, boolean named, BooleanSupplier secure) {
        try {
            List<ListedModel> found = catalog.models();
            models = Optional.of(found);
            return found.isEmpty()
                    ? Finding.warning("200, but no model", "load a model into the backend")
                    : Finding.ok("200, " + (found.size() == 1 ? "1 model" : found.size() + " models"));
        } catch (FailureException e) {
            return answered(e.failure())
                    ? seen(e.failure(), look, named, secure)
                    : diagnosis().of(e.failure());
        }
    }

    /** What is listed; absent if there is no list. */
    Optional<List<ListedModel>> models() {
        return models;
    }

    /** Somebody is there, since there was a connection before. */
    private static boolean answered(Failure failure) {
        return failure instanceof Refused
                || failure instanceof Redirected
                || failure instanceof Broken
                || failure instanceof BackendDenied
                || failure instanceof BackendUnavailable;
    }

    private Finding seen(Failure failure, Look look, boolean named, BooleanSupplier secure) {
        if (failure instanceof Redirected redirected) {
            return diagnosis().redirected(redirected, redirected.url().or(() -> elsewhere(look)));
        }
        Optional<Sight> sight = look.at(base());
        // Servers that wait for TLS answer a plain request by 400, or by nothing that could be read.
        boolean odd = sight.filter(seen -> seen.status() != BAD_REQUEST).isEmpty();
        if (odd && !subject.secure() && secure.getAsBoolean()) {
            return failed("the server speaks TLS there", "write https:// in " + subject.urlSetting());
        }
        if (sight.isEmpty()) {
            return diagnosis().of(failure);
        }
        return sight.get().denies() ? denied(sight.get()) : otherwise(failure, sight.get(), look, named);
    }

    private Finding denied(Sight sight) {
        if (subject.keylessForUs()) {
            return Finding.warning(
                    sight.status() + ", the list is not for everybody",
                    "set " + subject.keySetting() + " for the list, or name every model under models");
        }
        return Finding.failed(
                Trouble.KEY, sight.status() + ", the list is not for everybody", "see key, the next step");
    }

    private Finding otherwise(Failure failure, Sight sight, Look look, boolean named) {
        if (sight.isApi() || (sight.status() >= SERVER_ERRORS && !sight.page())) {
            return diagnosis().of(failure);
        }
        if (sight.status() >= SERVER_ERRORS) {
            return failed(sight.shown(), "look into the log of what answers at " + subject.urlSetting());
        }
        Optional<String> better = elsewhere(look);
        if (better.isPresent()) {
            return failed(sight.shown(), "set " + subject.urlSetting() + " to " + better.get() + ", which answers");
        }
        return named && sight.unknown()
                ? Finding.warning(sight.shown() + ": there is no list", "name every model under models")
                : failed(
                        sight.shown(),
                        "correct " + subject.urlSetting() + ": below it there must be /models (tried with /v1 too)");
    }

    /** Where the API may be meant to be, if it is there. */
    private Optional<String> elsewhere(Look look) {
        String root = base().replaceFirst("(?<=[^/])/[^/].*", "");
        return Stream.of(
                        base() + "/v1",
                        base().replaceFirst("/(chat/completions|completions|models|embeddings)$", ""),
                        root + "/v1",
                        root + "/api/v1",
                        root + "/openai/v1")
                .distinct()
                .filter(url -> !url.equals(base()))
                .filter(url -> look.at(url).filter(Sight::isApi).isPresent())
                .findFirst();
    }

    private String base() {
        return subject.url().toString().replaceFirst("/+$", "");
    }

    private Finding failed(String detail, String fix) {
        return Finding.failed(Trouble.BACKEND, detail, fix);
    }

    private Diagnosis diagnosis() {
        return new Diagnosis(subject, "GET /models");
    }
}

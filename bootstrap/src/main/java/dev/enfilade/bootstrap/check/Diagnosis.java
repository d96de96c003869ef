package dev.enfilade.bootstrap.check;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.BackendDenied;
import dev.enfilade.domain.failure.Failure.BackendUnavailable;
import dev.enfilade.domain.failure.Failure.BodyTooLarge;
import dev.enfilade.domain.failure.Failure.BodyTooSlow;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.BrokenToolCall;
import dev.enfilade.domain.failure.Failure.Cancelled;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.Failure.ModelNotFound;
import dev.enfilade.domain.failure.Failure.Overloaded;
import dev.enfilade.domain.failure.Failure.RateLimited;
import dev.enfilade.domain.failure.Failure.Redirected;
import dev.enfilade.domain.failure.Failure.Refused;
import dev.enfilade.domain.failure.Failure.ShuttingDown;
import dev.enfilade.domain.failure.Failure.TimedOut;
import dev.enfilade.domain.failure.Failure.Unsupported;
import java.util.Optional;
import java.util.Set;

/**
 * Says of a failed call what is to be done about it.
 *
 * @param asked what it was about, such as {@code model gpt-4o}
 */
record Diagnosis(Subject subject, String asked) {

    private static final Set<Integer> DENIALS = Set.of(401, 403);
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERRORS = 500;

    Finding of(Failure failure) {
        return switch (failure) {
            case BackendDenied _ -> denied("the key is refused");
            case Refused refused -> refused(refused);
            case RateLimited limited ->
                failed(
                        "429: " + limited.text(),
                        limited.retryAfter()
                                .map(time -> "try again in " + Times.shown(time))
                                .orElse("try again later; if it stays, the account's limit or credit is used up"));
            case BackendUnavailable _ -> failed(failure.text(), "start the server, or correct " + subject.urlSetting());
            case TimedOut _ ->
                failed(
                        failure.text(),
                        "look whether the server is busy, or raise backends." + subject.name() + ".timeouts");
            case Redirected redirected -> redirected(redirected, redirected.url());
            case Broken _ ->
                failed(failure.text(), "look whether " + subject.urlSetting() + " names an OpenAI-compatible API");
            case InvalidRequest _,
                    ModelNotFound _,
                    Unsupported _,
                    BodyTooLarge _,
                    BodyTooSlow _,
                    BrokenToolCall _,
                    Overloaded _,
                    ShuttingDown _,
                    Cancelled _ -> failed(failure.text(), "try again");
        };
    }

    /** @param better the URL to configure instead, if one is known */
    Finding redirected(Redirected redirected, Optional<String> better) {
        return failed(
                redirected.seen(),
                better.map(url -> "set " + subject.urlSetting() + " to " + url)
                        .orElse("correct " + subject.urlSetting() + ", which leads to no API"));
    }

    Finding denied(String detail) {
        return Finding.failed(
                Trouble.KEY,
                detail + subject.key().map(key -> ": " + key).orElse(": none is configured"),
                "set " + subject.keySetting() + " to a key that "
                        + subject.url().getHost() + " accepts");
    }

    private Finding refused(Refused refused) {
        String seen = refused.status() + ": " + refused.text();
        if (DENIALS.contains(refused.status())) {
            return denied(seen);
        }
        if (refused.status() == NOT_FOUND) {
            return failed(seen, "name a model that this backend has: models.default or another name in models");
        }
        return failed(
                seen,
                refused.status() < SERVER_ERRORS
                        ? "the backend does not take the request for " + asked + ": its own words tell why"
                        : "look into the backend's own log");
    }

    private Finding failed(String detail, String fix) {
        return Finding.failed(Trouble.BACKEND, asked + ": " + detail, fix);
    }
}

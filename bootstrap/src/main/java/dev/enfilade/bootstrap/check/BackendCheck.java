package dev.enfilade.bootstrap.check;

import dev.enfilade.application.service.Backend;
import dev.enfilade.domain.catalog.ModelName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Takes the steps of one backend, each only if those before that it needs went well. */
final class BackendCheck {

    private final Subject subject;
    private final Steps steps;
    private final Patience patience;
    private Optional<String> obstacle = Optional.empty();
    private boolean keyTold;

    BackendCheck(Subject subject, Steps steps, Patience patience) {
        this.subject = subject;
        this.steps = steps;
        this.patience = patience;
    }

    /** The way to the backend. */
    void connect(ProxyStep proxy, NameStep name, ConnectionStep connection, TlsStep tls) {
        next("proxy", patience.step(), () -> proxy.look(subject));
        next("dns", patience.step(), name::look);
        next("tcp", patience.step(), () -> connection.connect(name.addresses()));
        if (subject.secure()) {
            next("tls", patience.step(), () -> tls.shakeHands(name.addresses()));
        } else {
            skip("tls", "the URL says http");
        }
    }

    /** The list of models. */
    void list(Callable<Finding> load) {
        if (obstacle.isPresent()) {
            skip("models", since(obstacle.get()));
            return;
        }
        Finding list = steps.take("models", name(), patience.step(), load);
        if (denies(list)) {
            tell("key", new Diagnosis(subject, "the list").denied("refused"));
            obstacle = Optional.of("key");
        } else if (list.failed()) {
            obstacle = Optional.of("models");
        }
        keyTold = denies(list);
    }

    /** The key, which only an answer to a chat proves, since some backends show their list to everybody; and models. */
    void ask(Backend backend, ModelChoice choice) {
        if (subject.keylessForUs() && obstacle.isEmpty()) {
            Stream.of("key", "chat", "stream", "embeddings")
                    .forEach(step -> skip(step, "clients bring their own keys"));
            return;
        }
        Optional<ChatStep> chat = choice.chat()
                .filter(_ -> obstacle.isEmpty())
                .map(model -> new ChatStep(subject, backend.chat(), model, System::nanoTime));
        Optional<StepReport> answer = chat.map(step -> steps.attempt("chat", name(), patience.chat(), step::whole));
        if (!keyTold) {
            key(answer.map(StepReport::finding));
        }
        chat(chat, answer);
        embed(backend, choice.embedding());
    }

    private void key(Optional<Finding> answer) {
        boolean spoken = answer.filter(Finding::failed).isEmpty();
        String seen = subject.key()
                .map(key -> key + (spoken ? " is accepted" : " is not refused"))
                .orElse("none configured, none wanted");
        next("key", patience.step(), () -> answer.filter(BackendCheck::denies).orElseGet(() -> Finding.ok(seen)));
    }

    private static boolean denies(Finding finding) {
        return finding.trouble().equals(Optional.of(Trouble.KEY));
    }

    private void chat(Optional<ChatStep> chat, Optional<StepReport> answer) {
        if (obstacle.isPresent() || answer.isEmpty()) {
            String why = obstacle.map(BackendCheck::since).orElse("no model to chat with is known");
            skip("chat", why);
            skip("stream", why);
            return;
        }
        Finding finding = steps.tell(answer.get());
        if (finding.failed()) {
            skip("stream", since("chat"));
        } else {
            next("stream", patience.chat(), chat.orElseThrow()::streamed);
        }
    }

    private void embed(Backend backend, Optional<ModelName> model) {
        if (model.isEmpty()) {
            skip("embeddings", obstacle.map(BackendCheck::since).orElse("no model for embeddings is known"));
        } else {
            next("embeddings", patience.chat(), new EmbeddingStep(subject, backend.embedding(), model.get())::embed);
        }
    }

    private void next(String step, Duration limit, Callable<Finding> work) {
        if (obstacle.isPresent()) {
            skip(step, since(obstacle.get()));
        } else if (steps.take(step, name(), limit, work).failed()) {
            obstacle = Optional.of(step);
        }
    }

    private void skip(String step, String why) {
        tell(step, Finding.skipped(why));
    }

    private void tell(String step, Finding finding) {
        steps.tell(new StepReport(step, name(), finding, Duration.ZERO));
    }

    private static String since(String failed) {
        return "since " + failed + " failed";
    }

    private Optional<String> name() {
        return Optional.of(subject.name());
    }
}

package dev.enfilade.adapter.out.openai;

import static java.util.Objects.requireNonNullElse;

import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.dialect.ServerMarks;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The dialect of one backend: configured, or learned from the first model list that the backend gives. No request waits
 * for it; until then only the host is known.
 */
final class LearnedDialect {

    private final String host;
    private final Dialect atFirst;
    private final AtomicReference<@Nullable Dialect> known = new AtomicReference<>();

    LearnedDialect(DialectChoice choice, URI url) {
        this.host = requireNonNullElse(url.getHost(), "");
        this.atFirst = switch (choice) {
            case DialectChoice.Auto _ -> ServerMarks.dialectOfHost(host);
            case DialectChoice.Fixed fixed -> fixed.dialect();
        };
        if (choice instanceof DialectChoice.Fixed) {
            known.set(atFirst);
        }
    }

    Dialect of(String model) {
        return ofServer().forModel(model);
    }

    Dialect ofServer() {
        return requireNonNullElse(known.get(), atFirst);
    }

    /** An empty list gives nothing away. */
    void learn(ServerMarks marks) {
        if (!marks.members().isEmpty()) {
            known.compareAndSet(null, marks.dialect(host));
        }
    }
}

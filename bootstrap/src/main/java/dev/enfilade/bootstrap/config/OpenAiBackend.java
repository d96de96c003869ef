package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A backend that speaks OpenAI's API. */
public record OpenAiBackend(String name, int weight, PassthroughSettings settings, BackendAuth auth)
        implements BackendConfig {

    @Override
    public URI url() {
        return settings.url();
    }

    @Override
    public List<String> notices() {
        return settings.tls()
                .untimely(Instant.now())
                .map(certificate -> "backends." + name + ".tls: the certificate of "
                        + certificate.getSubjectX500Principal() + " is good from "
                        + certificate.getNotBefore().toInstant() + " to "
                        + certificate.getNotAfter().toInstant())
                .toList();
    }

    public OpenAiBackend {
        requireNonNull(name, "name is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(auth, "auth is null");
    }
}

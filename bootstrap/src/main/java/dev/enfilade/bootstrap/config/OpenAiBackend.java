package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import java.net.URI;

/** A backend that speaks OpenAI's API. */
public record OpenAiBackend(String name, int weight, PassthroughSettings settings, BackendAuth auth)
        implements BackendConfig {

    @Override
    public URI url() {
        return settings.url();
    }

    public OpenAiBackend {
        requireNonNull(name, "name is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(auth, "auth is null");
    }
}

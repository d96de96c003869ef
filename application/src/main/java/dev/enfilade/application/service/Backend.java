package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.port.out.ChatBackend;
import dev.enfilade.application.port.out.CompletionBackend;
import dev.enfilade.application.port.out.EmbeddingBackend;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.application.port.out.RelayBackend;

/**
 * One backend of a deployment: everything that can be asked of it, under the name it has in the configuration.
 *
 * @param name as configured, {@code main} if there is only one
 */
public record Backend(
        String name,
        ChatBackend chat,
        CompletionBackend completion,
        EmbeddingBackend embedding,
        ModelCatalog catalog,
        RelayBackend relay) {

    public Backend {
        requireNonNull(name, "name is null");
        requireNonNull(chat, "chat is null");
        requireNonNull(completion, "completion is null");
        requireNonNull(embedding, "embedding is null");
        requireNonNull(catalog, "catalog is null");
        requireNonNull(relay, "relay is null");
    }
}

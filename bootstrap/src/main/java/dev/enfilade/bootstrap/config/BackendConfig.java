package dev.enfilade.bootstrap.config;

/**
 * The settings of one backend: a closed set, one record per kind, so that a switch over it builds every kind there is.
 */
public sealed interface BackendConfig permits OpenAiBackend {

    /** As configured; {@code main} if it comes from variables alone. */
    String name();

    /** Its share of the calls for a model that others list, too; 0 if it only steps in for them. */
    int weight();
}

package dev.enfilade.bootstrap.config;

import java.net.URI;
import java.util.List;

/**
 * The settings of one backend: a closed set, one record per kind, so that a switch over it builds every kind there is.
 */
public sealed interface BackendConfig permits OpenAiBackend {

    /** As configured; {@code main} if it comes from variables alone. */
    String name();

    /** Its share of the calls for a model that others list, too; 0 if it only steps in for them. */
    int weight();

    /** Where it is. */
    URI url();

    /** What its owner should know of it: one sentence each, nothing that stops the start. */
    List<String> notices();
}

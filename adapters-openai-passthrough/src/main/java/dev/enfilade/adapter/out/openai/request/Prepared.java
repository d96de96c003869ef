package dev.enfilade.adapter.out.openai.request;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A request ready to be sent.
 *
 * @param params the SDK's own request type
 * @param dropped the names of what the client asked for and the backend has no place for
 */
public record Prepared<P>(P params, List<String> dropped) {

    public Prepared {
        requireNonNull(params, "params is null");
        dropped = List.copyOf(dropped);
    }
}

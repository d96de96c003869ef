package dev.enfilade.bootstrap.trace;

import static java.util.Objects.requireNonNull;

/**
 * A span of somebody's trace.
 *
 * @param trace 32 hexadecimal digits
 * @param span 16 of them
 * @param sampled whether somebody keeps it
 */
public record SpanRef(String trace, String span, boolean sampled) {

    public SpanRef {
        requireNonNull(trace, "trace is null");
        requireNonNull(span, "span is null");
    }
}

package dev.enfilade.domain.generation;

/** Why the backend declared its answer finished. */
public enum FinishReason {
    STOP,
    LENGTH,
    TOOL_CALLS,
    CONTENT_FILTER
}

package dev.enfilade.domain.generation;

/** Tokens counted by the backend, both at least 0. */
public record Usage(long promptTokens, long completionTokens) {}

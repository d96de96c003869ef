package dev.enfilade.domain.observation;

/** What a call was for. */
public enum Operation {
    CHAT,
    GENERATE,
    EMBED,
    RELAY
}

package dev.enfilade.domain.request;

/** How the client wants its answer, and therefore how the backend is asked. */
public enum Delivery {
    WHOLE,
    STREAMED
}

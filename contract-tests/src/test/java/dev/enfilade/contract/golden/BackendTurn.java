package dev.enfilade.contract.golden;

/** One time that the backend is asked; with {@code mayRepeat} a product that retries may ask again. */
record BackendTurn(Expectation expect, BackendReply reply, boolean mayRepeat) {}

package dev.enfilade.contract.client;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Something that a client must find true of the product it talks to. */
record Check(String name, ThrowingCallable body) {}

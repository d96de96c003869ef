package dev.enfilade.adapter.out.openai.transport;

import java.util.function.LongSupplier;

/** Makes the transport that the contracts are about. */
interface TransportUnderTest {

    Transport transport(Timeouts timeouts, LongSupplier nanoTime);

    default Transport transport() {
        return transport(Timeouts.DEFAULT, System::nanoTime);
    }
}

package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A process of its own for {@link ProcessSignalsTest}: says "ready", and on the first signal "leaving" until its input
 * ends.
 */
final class SignalledProgram {

    private SignalledProgram() {}

    public static void main(String[] args) throws InterruptedException {
        ProcessSignals signals = new ProcessSignals();
        signals.onEnd(SignalledProgram::leave);
        signals.onHangUp(() -> System.out.println("reloading"));
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void leave() {
        System.out.println("leaving");
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

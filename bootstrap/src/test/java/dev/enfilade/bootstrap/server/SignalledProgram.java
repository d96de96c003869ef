package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own for {@link ProcessSignalsTest}: says "ready", and on the first signal "leaving" until its input
 * ends.
 */
final class SignalledProgram {

    private SignalledProgram() {}

    public static void main(String[] args) throws InterruptedException {
        ProcessSignals signals = new ProcessSignals();
        signals.onEnd(SignalledProgram::leave, SignalledProgram::cutShort);
        signals.onHangUp(() -> System.out.println("reloading"));
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }

    /** As if the output took nothing any more, once it has said that. */
    private static void cutShort() {
        System.out.println("cut short");
        while (true) {
            LockSupport.park();
        }
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

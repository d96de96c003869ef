package dev.enfilade.bootstrap.server;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * SIGTERM and SIGINT: the first one takes the process out in order, with exit code 0; the next one ends it at once,
 * with 143 or 130.
 *
 * <p>A shutdown hook could do neither: the exit code is fixed before it runs, and a second signal waits for it. The
 * JDK's signal handlers ({@code sun.misc}, module {@code jdk.unsupported}) are reached by reflection, since javac has
 * no way to accept their use without a warning.
 */
public final class ShutdownSignals {

    private static final int SIGNALLED = 128;

    private final Runnable farewell;
    private final AtomicBoolean leaving = new AtomicBoolean();

    private ShutdownSignals(Runnable farewell) {
        this.farewell = farewell;
    }

    /**
     * Takes over both signals for the rest of the process.
     *
     * @param farewell returns when the process may end
     */
    public static void install(Runnable farewell) {
        ShutdownSignals signals = new ShutdownSignals(farewell);
        signals.handle("TERM", 15);
        signals.handle("INT", 2);
    }

    private void handle(String name, int number) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object receiver = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        received(number);
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no signal handlers (module jdk.unsupported)", e);
        }
    }

    /** Each signal has a thread of its own. */
    private void received(int number) {
        if (leaving.compareAndSet(false, true)) {
            farewell.run();
            System.exit(0);
        } else {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
    }
}

package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * SIGTERM and SIGINT: the first one takes the process out in order, with exit code 0; the next one ends it at once,
 * with 143 or 130. SIGHUP: a reload, unless it tells that the terminal is gone that the process was started from.
 *
 * <p>A shutdown hook could do neither: the exit code is fixed before it runs, and a second signal waits for it. The
 * JDK's signal handlers ({@code sun.misc}, module {@code jdk.unsupported}) are reached by reflection, since javac has
 * no way to accept their use without a warning.
 */
public final class ProcessSignals implements Signals {

    private static final int SIGNALLED = 128;
    private static final Duration LAST_WORD = Duration.ofMillis(100);
    private static final Path TERMINAL = Path.of("/dev/tty");

    private final AtomicBoolean leaving = new AtomicBoolean();
    private final boolean onTerminal = hasTerminal();
    private volatile Runnable farewell = () -> {};
    private volatile Runnable cutShort = () -> {};

    @Override
    public void onEnd(Runnable atFirst, Runnable atSecond) {
        farewell = atFirst;
        cutShort = atSecond;
        handle("TERM", () -> leave(15));
        handle("INT", () -> leave(2));
    }

    @Override
    public void onHangUp(Runnable reload) {
        try {
            handle("HUP", () -> hungUp(reload));
        } catch (IllegalArgumentException e) {
            // Started with nohup, or on a system without this signal: nobody will ask.
        }
    }

    /** Each signal has a thread of its own. */
    private void leave(int number) {
        if (leaving.compareAndSet(false, true)) {
            farewell.run();
            System.exit(0);
        } else {
            endNow(SIGNALLED + number);
        }
    }

    /** Words go to an output that may take none any more. */
    private void endNow(int code) {
        try {
            Thread.ofPlatform().daemon().start(cutShort).join(LAST_WORD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    /** Who closes a terminal does not expect a server without one to stay behind. */
    private void hungUp(Runnable reload) {
        if (onTerminal && !hasTerminal()) {
            if (leaving.compareAndSet(false, true)) {
                farewell.run();
                System.exit(0);
            }
        } else {
            reload.run();
        }
    }

    private static boolean hasTerminal() {
        try (FileChannel _ = FileChannel.open(TERMINAL)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException if the signal is not to be had */
    private static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object receiver = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("SIG" + name + " cannot be handled", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no signal handlers (module jdk.unsupported)", e);
        }
    }
}

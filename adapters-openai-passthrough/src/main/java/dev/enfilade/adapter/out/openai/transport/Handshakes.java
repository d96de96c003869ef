package dev.enfilade.adapter.out.openai.transport;

import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Brings word of a handshake from the pool, which makes connections, to the call that waits for one. */
final class Handshakes {

    private static final String LISTENER = "enfilade.handshake";

    private Handshakes() {}

    /** For a call that wants to know when the handshake begins. */
    static HttpContext told(Runnable listener) {
        HttpContext context = HttpCoreContext.create();
        context.setAttribute(LISTENER, listener);
        return context;
    }

    static void begin(HttpContext context) {
        if (context.getAttribute(LISTENER) instanceof Runnable listener) {
            listener.run();
        }
    }
}

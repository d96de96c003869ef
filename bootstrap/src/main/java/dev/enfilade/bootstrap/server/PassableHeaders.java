package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.trace.TraceContext;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;

/** The headers of a request without those that nobody behind the gate may see. */
final class PassableHeaders {

    /** Javalin would take the method from it, after we have judged the request by its real one. */
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private static final List<String> TRACE = List.of(TraceContext.PARENT, TraceContext.STATE, TraceContext.BAGGAGE);

    private PassableHeaders() {}

    /** The very same headers if there is nothing to leave out, which is usual. */
    static HttpFields of(HttpFields headers, TraceContext trace) {
        HttpFields.Mutable passable = null;
        if (headers.contains(OVERRIDE)) {
            passable = HttpFields.build(headers).remove(OVERRIDE);
        }
        for (String name : TRACE) {
            if (headers.contains(name) && trace.lines().first(name).isEmpty()) {
                passable = (passable == null ? HttpFields.build(headers) : passable).remove(name);
            }
        }
        return passable == null ? headers : passable.asImmutable();
    }
}

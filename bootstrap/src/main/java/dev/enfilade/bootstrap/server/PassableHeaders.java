package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.trace.TraceContext;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** The headers of a request as they may be seen behind the gate: some of them not, and the trace as it goes on. */
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
            @Nullable String told = trace.lines().first(name).orElse(null);
            if (!Objects.equals(told, headers.get(name))) {
                passable = passable == null ? HttpFields.build(headers) : passable;
                passable = told == null ? passable.remove(name) : passable.put(name, told);
            }
        }
        return passable == null ? headers : passable.asImmutable();
    }
}

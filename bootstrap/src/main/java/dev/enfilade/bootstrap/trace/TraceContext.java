package dev.enfilade.bootstrap.trace;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The trace that a request says it belongs to, as W3C Trace Context has it: only what is well formed, and a state only
 * beside a parent.
 *
 * @param parent the client's own span
 * @param lines what a backend is told: as the client wrote it, but for a span that goes on in between
 */
public record TraceContext(Optional<SpanRef> parent, Headers lines) {

    public static final String PARENT = "traceparent";
    public static final String STATE = "tracestate";
    public static final String BAGGAGE = "baggage";

    private static final TraceContext NONE = new TraceContext(Optional.empty(), Headers.NONE);

    /** Later versions may have more behind the flags. */
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-[\\x21-\\x7e]{1,200})?");

    private static final Pattern MEMBERS = Pattern.compile("[\\t\\x20-\\x7e]*=[\\t\\x20-\\x7e]*");

    /** Of baggage this much has to pass; of a state, less would do. */
    private static final int LONGEST = 8192;

    private static final int LENGTH_OF_FIRST_VERSION = 55;
    private static final int TRACE = 3;
    private static final int TRACE_END = 35;
    private static final int SPAN_END = 52;

    public TraceContext {
        requireNonNull(parent, "parent is null");
        requireNonNull(lines, "lines is null");
    }

    /**
     * Of a request with these headers.
     *
     * @param header the values under a name, in their order
     */
    public static TraceContext of(Function<String, List<String>> header) {
        List<String> parent = header.apply(PARENT);
        List<String> baggage = header.apply(BAGGAGE);
        if (parent.isEmpty() && baggage.isEmpty()) {
            return NONE;
        }
        List<Header> lines = new ArrayList<>();
        boolean child = parent.size() == 1 && isWellFormed(parent.getFirst());
        if (child) {
            lines.add(new Header(PARENT, parent.getFirst()));
            add(lines, STATE, header.apply(STATE));
        }
        add(lines, BAGGAGE, baggage);
        return new TraceContext(child ? Optional.of(span(parent.getFirst())) : Optional.empty(), new Headers(lines));
    }

    /** The same trace, continued by this span; a state belongs to the trace that it came with. */
    public TraceContext continuedBy(SpanRef span) {
        List<Header> told = new ArrayList<>();
        told.add(new Header(PARENT, "00-" + span.trace() + "-" + span.span() + (span.sampled() ? "-01" : "-00")));
        boolean same = parent.filter(own -> own.trace().equals(span.trace())).isPresent();
        lines.lines().stream()
                .filter(line ->
                        line.name().equals(BAGGAGE) || (same && line.name().equals(STATE)))
                .forEach(told::add);
        return new TraceContext(Optional.of(span), new Headers(told));
    }

    private static SpanRef span(String parent) {
        int flags = Integer.parseInt(parent.substring(SPAN_END + 1, SPAN_END + 3), 16);
        return new SpanRef(
                parent.substring(TRACE, TRACE_END), parent.substring(TRACE_END + 1, SPAN_END), (flags & 1) == 1);
    }

    private static boolean isWellFormed(String parent) {
        boolean ofFirstVersion = parent.startsWith("00-");
        return WELL_FORMED.matcher(parent).matches() && (!ofFirstVersion || parent.length() == LENGTH_OF_FIRST_VERSION);
    }

    private static void add(List<Header> lines, String name, List<String> values) {
        int length = values.stream().mapToInt(String::length).sum();
        if (length <= LONGEST
                && values.stream().allMatch(value -> MEMBERS.matcher(value).matches())) {
            values.forEach(value -> lines.add(new Header(name, value)));
        }
    }
}

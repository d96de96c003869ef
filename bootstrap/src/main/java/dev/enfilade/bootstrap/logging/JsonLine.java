package dev.enfilade.bootstrap.logging;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.observation.CallEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A request as a flat JSON object for machines: numbers are numbers, and what is not known is not there. */
final class JsonLine {

    private static final int LONGEST = 200;
    private static final double NANOS_PER_MILLI = 1e6;

    private JsonLine() {}

    static String of(AccessLine line) {
        return JsonObject.text(json -> {
            JsonObject.head(json, line.ended(), "INFO", "access");
            asked(json, line.asked());
            answered(json, line);
            Optional<CallEnd> call = line.call();
            if (call.isPresent()) {
                call(json, call.get());
                json.writeNumberField("attempts", line.calls().size());
            }
            ids(json, line.ids());
        });
    }

    private static void asked(JsonGenerator json, Asked asked) throws IOException {
        text(json, "method", asked.method());
        text(json, "path", asked.path());
        text(json, "route", asked.route());
        text(json, "api", asked.api().word());
        text(json, "client", asked.client());
        json.writeNumberField("bytes_in", asked.bytes());
    }

    private static void answered(JsonGenerator json, AccessLine line) throws IOException {
        Answered answered = line.answered();
        json.writeNumberField("status", answered.status());
        text(json, "outcome", line.outcome().word());
        json.writeBooleanField("stream", answered.stream());
        json.writeNumberField("bytes_out", answered.bytes());
        json.writeNumberField("chunks", answered.pieces());
        if (answered.firstByte().isPresent()) {
            json.writeNumberField("ttfb_ms", millis(answered.firstByte().get()));
        }
        json.writeNumberField("duration_ms", millis(line.took()));
    }

    private static void call(JsonGenerator json, CallEnd call) throws IOException {
        text(json, "model", call.asked());
        text(json, "upstream_model", call.model());
        text(json, "backend", call.backend());
        Optional<Usage> usage = call.usage();
        if (usage.isPresent()) {
            json.writeNumberField("tokens_in", usage.get().promptTokens());
            json.writeNumberField("tokens_out", usage.get().completionTokens());
        }
    }

    private static void ids(JsonGenerator json, Ids ids) throws IOException {
        text(json, "request_id", ids.request());
        if (ids.upstream().isPresent()) {
            text(json, "upstream_request_id", ids.upstream().get());
        }
        if (ids.span().isPresent()) {
            text(json, "trace_id", ids.span().get().trace());
        }
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        json.writeStringField(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }
}

package dev.enfilade.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Events of the program in the form of the other lines of a JSON log. */
final class JsonEvents extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = JsonObject.text(json -> {
            JsonObject.head(json, event.getInstant(), event.getLevel().toString(), event.getLoggerName());
            json.writeStringField("message", event.getFormattedMessage());
            @Nullable IThrowableProxy thrown = event.getThrowableProxy();
            if (thrown != null) {
                json.writeStringField("stack_trace", ThrowableProxyUtil.asString(thrown));
            }
        });
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

package dev.enfilade.adapter.out.openai.transport;

import com.openai.core.http.HttpRequestBody;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A body of the SDK, written as the SDK writes it. */
record SdkBody(HttpRequestBody body) implements OutgoingBody {

    @Override
    public OptionalLong length() {
        long length = body.contentLength();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    @Override
    public void writeTo(OutputStream out) {
        body.writeTo(out);
    }

    @Override
    public boolean repeatable() {
        return body.repeatable();
    }
}

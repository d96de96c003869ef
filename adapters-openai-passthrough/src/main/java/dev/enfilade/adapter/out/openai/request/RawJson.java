package dev.enfilade.adapter.out.openai.request;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.openai.core.JsonNumber;
import com.openai.core.JsonValue;
import dev.enfilade.domain.JsonText;
import java.io.IOException;

/**
 * JSON that goes into an SDK request letter for letter.
 *
 * <p>The SDK's own value types would read it and write it anew: digits and equal keys get lost, and deep schemas
 * overflow the stack. Numbers are the one kind of value that it leaves alone, so this passes for one.
 */
final class RawJson extends Number implements JsonSerializable {

    private static final long serialVersionUID = 1L;

    private final String text;

    private RawJson(String text) {
        this.text = text;
    }

    static JsonValue of(JsonText json) {
        return of(json.raw());
    }

    /** @param text one complete JSON value */
    static JsonValue of(String text) {
        return JsonNumber.of(new RawJson(text));
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeRawValue(text);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }

    @Override
    public double doubleValue() {
        return Double.NaN;
    }

    @Override
    public float floatValue() {
        return Float.NaN;
    }

    @Override
    public long longValue() {
        return 0;
    }

    @Override
    public int intValue() {
        return 0;
    }

    @Override
    public String toString() {
        return text;
    }
}

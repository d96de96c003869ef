package dev.enfilade.adapter.in.ollama.json;

import dev.enfilade.domain.JsonText;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON without white space into a buffer that can be used again and again. Commas come by themselves.
 *
 * <p>Not checked: the caller names members in objects only and closes what it opens.
 */
public final class JsonOut {

    private final Utf8Buffer out = new Utf8Buffer();

    public JsonOut beginObject() {
        comma();
        return put('{');
    }

    public JsonOut beginObject(String name) {
        return name(name).put('{');
    }

    public JsonOut endObject() {
        return put('}');
    }

    public JsonOut beginArray(String name) {
        return name(name).put('[');
    }

    /** An array as an element of an array. */
    public JsonOut beginArray() {
        comma();
        return put('[');
    }

    public JsonOut endArray() {
        return put(']');
    }

    public JsonOut member(String name, String value) {
        return name(name).quoted(value);
    }

    /** A text, left out if it is empty, as Go's {@code omitempty} does. */
    public JsonOut memberUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : member(name, value);
    }

    public JsonOut member(String name, long value) {
        return name(name).word(Long.toString(value));
    }

    public JsonOut member(String name, double value) {
        return name(name).word(GoNumbers.text(value));
    }

    public JsonOut member(String name, boolean value) {
        return name(name).word(Boolean.toString(value));
    }

    /** A member whose value is JSON already: its white space goes, its strings are escaped as all others. */
    public JsonOut member(String name, JsonText value) {
        name(name);
        String json = value.raw();
        int at = 0;
        while (at < json.length()) {
            if (json.charAt(at) == '"') {
                at = copyString(json, at);
            } else {
                copyStructure(json.charAt(at));
                at++;
            }
        }
        return this;
    }

    /** An element of an array. */
    public JsonOut value(String value) {
        comma();
        return quoted(value);
    }

    /** An element of an array. */
    public JsonOut value(long value) {
        comma();
        return word(Long.toString(value));
    }

    /** An element of an array, in single precision. */
    public JsonOut value(float value) {
        comma();
        return word(GoNumbers.text(value));
    }

    /** An element of an array. */
    public JsonOut value(double value) {
        comma();
        return word(GoNumbers.text(value));
    }

    /** Ends a line of a stream. */
    public JsonOut newLine() {
        return put('\n');
    }

    public int size() {
        return out.size();
    }

    /** Keeps only the first bytes: nothing, or a beginning that many lines share. */
    public void truncate(int kept) {
        out.truncate(kept);
    }

    /** What was written so far. */
    public String text() {
        return out.text();
    }

    public void writeTo(OutputStream stream) throws IOException {
        out.writeTo(stream);
    }

    private JsonOut name(String name) {
        comma();
        return quoted(name).put(':');
    }

    /** Text always ends in a quote, so an open bracket at the end can only be structure. */
    private void comma() {
        int last = out.last();
        if (last > 0 && last != '{' && last != '[') {
            out.put((byte) ',');
        }
    }

    private JsonOut quoted(String text) {
        out.put((byte) '"');
        for (int at = 0; at < text.length(); at = JsonEscapes.put(out, text, at)) {
            // each step writes one character
        }
        return put('"');
    }

    private JsonOut word(String ascii) {
        for (int at = 0; at < ascii.length(); at++) {
            out.put((byte) ascii.charAt(at));
        }
        return this;
    }

    private JsonOut put(char structure) {
        out.put((byte) structure);
        return this;
    }

    private void copyStructure(char c) {
        if (c > ' ') {
            out.put((byte) c);
        }
    }

    /** Copies a string from its first quote; the place after its last one. */
    private int copyString(String json, int quote) {
        put('"');
        int at = quote + 1;
        while (json.charAt(at) != '"') {
            if (json.charAt(at) == '\\') {
                put('\\').put(json.charAt(at + 1));
                at += 2;
            } else {
                at = JsonEscapes.put(out, json, at);
            }
        }
        put('"');
        return at + 1;
    }
}

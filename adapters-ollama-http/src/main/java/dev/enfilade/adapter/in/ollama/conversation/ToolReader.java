package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.adapter.in.ollama.json.JsonKind;
import dev.enfilade.domain.JsonText;
import java.util.List;

/**
 * Checks the shape of a tool as strictly as Ollama 0.33, which knows a part of JSON Schema only, and gives its source
 * text, so that nothing of a schema is lost.
 */
public final class ToolReader {

    private static final String NOT_AN_OBJECT = "Value looks like object, but can't find closing '}' symbol";

    /** Deeper than any real schema; what is nested more passes unchecked, for the sake of the stack. */
    private static final int DEEPEST = 100;

    private final GoReader in;
    private int depth;

    private ToolReader(GoReader in) {
        this.in = in;
    }

    public static JsonText read(GoReader in) {
        ToolReader tool = new ToolReader(in);
        return in.source(() -> in.struct("api.Tool", tool::member));
    }

    private void member(String name) {
        switch (name) {
            case "type" -> in.string("");
            case "items" -> in.any();
            case "function" -> in.struct("api.ToolFunction", this::functionMember);
            default -> {}
        }
    }

    private void functionMember(String name) {
        switch (name) {
            case "name", "description" -> in.string("");
            case "parameters" -> in.struct("api.ToolFunctionParameters", this::parametersMember);
            default -> {}
        }
    }

    private void parametersMember(String name) {
        switch (name) {
            case "type" -> in.string("");
            case "$defs", "items" -> in.any();
            case "required" -> strings();
            case "properties" -> properties();
            default -> {}
        }
    }

    private void properties() {
        if (in.kind() != JsonKind.OBJECT && in.kind() != JsonKind.NULL) {
            throw GoReader.refused(NOT_AN_OBJECT);
        }
        if (depth < DEEPEST) {
            depth++;
            in.properties("api.ToolPropertiesMap", _ -> in.own(this::property));
            depth--;
        }
    }

    private void property() {
        in.struct("api.ToolProperty", this::propertyMember);
    }

    private void propertyMember(String name) {
        switch (name) {
            case "anyof" -> in.named("anyOf", this::alternatives);
            case "type" -> in.own(this::typeWords);
            case "items" -> in.any();
            case "description" -> in.string("");
            case "enum" -> in.list("[]interface {}", List.of(), GoReader::any);
            case "properties" -> properties();
            case "required" -> strings();
            default -> {}
        }
    }

    private void alternatives() {
        if (depth < DEEPEST) {
            depth++;
            in.list("[]api.ToolProperty", List.of(), alternative -> alternative.source(this::property));
            depth--;
        }
    }

    /** One word or several. */
    private void typeWords() {
        if (in.kind() == JsonKind.STRING) {
            in.skip();
        } else {
            strings();
        }
    }

    private void strings() {
        in.list("[]string", List.of(), reader -> reader.string(""));
    }
}

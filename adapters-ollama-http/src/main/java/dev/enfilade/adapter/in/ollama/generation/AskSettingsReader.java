package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.adapter.in.ollama.option.KeepAliveReader;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.chat.Thinking;
import java.util.Map;
import java.util.Optional;

/** Collects {@link AskSettings} while the members of a request come by. */
final class AskSettingsReader {

    private final GoReader in;
    private Optional<Boolean> stream = Optional.empty();
    private Optional<JsonText> format = Optional.empty();
    private KeepAlive keepAlive = new KeepAlive.Default();
    private Map<String, JsonText> options = Map.of();
    private Thinking think = new Thinking.Unset();
    private Optional<Boolean> truncate = Optional.empty();
    private Optional<Boolean> shift = Optional.empty();
    private boolean debugRenderOnly;
    private boolean logprobs;
    private long topLogprobs;

    AskSettingsReader(GoReader in) {
        this.in = in;
    }

    /** Reads a member if it is one of these; unknown ones are left to be skipped. */
    void member(String name) {
        switch (name) {
            case "stream" -> stream = in.optionalFlag(stream);
            case "format" -> format = in.raw();
            case "keep_alive" -> keepAlive = KeepAliveReader.read(in);
            case "options" -> options = in.map(options);
            case "think" -> think = ThinkReader.read(in);
            case "truncate" -> truncate = in.optionalFlag(truncate);
            case "shift" -> shift = in.optionalFlag(shift);
            case "_debug_render_only" -> debugRenderOnly = in.flag(debugRenderOnly);
            case "logprobs" -> logprobs = in.flag(logprobs);
            case "top_logprobs" -> topLogprobs = in.integer(topLogprobs);
            default -> {}
        }
    }

    AskSettings settings() {
        return new AskSettings(
                stream, format, keepAlive, options, think, truncate, shift, debugRenderOnly, logprobs, topLogprobs);
    }
}
